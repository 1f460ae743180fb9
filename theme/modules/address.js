/**
 * The address owns what a reader chose: names with values, in the query string.
 *
 * @typedef {ReadonlyMap<string, readonly string[]>} Query all values of a name, each once
 * @typedef {Iterable<readonly [string, string]>} Pairs
 */

/** What is read of an address that somebody made up: enough for any choice, harmless for ours. */
export const MOST = { characters: 20_000, pairs: 200, value: 100 };

/**
 * The query of an address; what is too much is left out, what is too long is cut, and nothing
 * throws.
 *
 * @param {string} search "?x=drugs&gebied=GM0363&gebied=GM0599"
 * @returns {Query}
 */
export function parse(search) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  let pairs = 0;
  for (const [name, value] of new URLSearchParams(search.slice(0, MOST.characters))) {
    if (++pairs > MOST.pairs) break;
    if (name.length > MOST.value) continue;
    const told = value.length > MOST.value ? `${value.slice(0, MOST.value)}…` : value;
    const values = found.get(name) ?? [];
    if (!values.includes(told)) found.set(name, [...values, told]);
  }
  return found;
}

/** @returns {Query} the query of this page, now */
export function read() {
  return parse(location.search);
}

/**
 * The first value of a name; "" where there is none.
 *
 * @param {Query} query
 * @param {string} name
 * @returns {string}
 */
export function one(query, name) {
  return query.get(name)?.[0] ?? "";
}

/**
 * All values of a name, none of them empty.
 *
 * @param {Query} query
 * @param {string} name
 * @returns {string[]}
 */
export function all(query, name) {
  return (query.get(name) ?? []).filter((value) => value !== "");
}

/**
 * An address of this page: "?x=drugs&signaal=drugs:4.1". Empty values are left out.
 *
 * @param {Pairs} pairs
 * @returns {string}
 */
export function written(pairs) {
  const told = [...pairs].filter(([, value]) => value !== "").map(([name, value]) =>
    `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%3A", ":")}`
  );
  return told.length > 0 ? `?${told.join("&")}` : location.pathname;
}

/**
 * A choice that the reader can go back from.
 *
 * @param {Pairs} pairs
 */
export function push(pairs) {
  const next = written(pairs);
  if (next !== location.search) history.pushState(null, "", next);
}

/**
 * The same choice, better told: no step to go back to.
 *
 * @param {Pairs} pairs
 */
export function replace(pairs) {
  history.replaceState(null, "", written(pairs));
}

/**
 * Be told when the reader goes back or forward.
 *
 * @param {(query: Query) => void} told
 */
export function follow(told) {
  addEventListener("popstate", () => told(read()));
}
