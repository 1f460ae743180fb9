/**
 * Figures of one indicator, looked up by the code of a region and a year.
 *
 * @typedef {import("./data.js").Columns} Columns
 * @typedef {import("./data.js").Cell} Cell
 * @typedef {import("./data.js").Level} Level
 * @typedef {import("./data.js").Indicators} Indicators
 * @typedef {import("./data.js").Indicator} Indicator
 * @typedef {import("./data.js").Theme} Theme
 */

/** @type {WeakMap<Columns, Map<string, number>>} */
const places = new WeakMap();

/**
 * Where a region stands in `regions` and `values`; -1 where nothing was delivered for it.
 *
 * @param {Columns} columns
 * @param {string} code
 * @returns {number}
 */
export function row(columns, code) {
  let found = places.get(columns);
  if (!found) {
    found = new Map(columns.regions.map((each, index) => [each, index]));
    places.set(columns, found);
  }
  return found.get(code) ?? -1;
}

/**
 * The cell of a region in a year: "missing" for a region or a year that the file does not have.
 *
 * @param {Columns | null} columns
 * @param {string} code
 * @param {number} year
 * @returns {Cell}
 */
export function cell(columns, code, year) {
  if (!columns) return { state: "missing" };
  return columns.values[row(columns, code)]?.[columns.years.indexOf(year)] ?? { state: "missing" };
}

/**
 * Whether the figures of a year may still change.
 *
 * @param {Columns | null} columns
 * @param {number} year
 * @returns {boolean}
 */
export function provisional(columns, year) {
  return columns?.provisional.includes(year) ?? false;
}

/**
 * An indicator with its theme; null for a key that is none.
 *
 * @param {Indicators | null} told
 * @param {string} key
 * @returns {{ theme: Theme, indicator: Indicator } | null}
 */
export function indicator(told, key) {
  for (const theme of told?.themes ?? []) {
    const found = theme.indicators.find((each) => each.key === key);
    if (found) return { theme, indicator: found };
  }
  return null;
}

/**
 * The newest year in which the level has a figure of every one of these; null without one.
 *
 * @param {Indicator[]} indicators
 * @param {Level} level
 * @returns {number | null}
 */
export function newest(indicators, level) {
  return years(indicators, level).at(-1) ?? null;
}

/**
 * The years in which the level has a figure of every one of these, the newest last.
 *
 * @param {Indicator[]} indicators
 * @param {Level} level
 * @returns {number[]}
 */
export function years(indicators, level) {
  const [first = [], ...others] = indicators.map((each) => each.years[level] ?? []);
  return first.filter((year) => others.every((some) => some.includes(year)));
}
