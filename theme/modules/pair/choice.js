/**
 * Which two indicators, of which regions, in which year: as the address asks, as far as it exists.
 *
 * @typedef {import("../address.js").Query} Query
 * @typedef {import("../data.js").Indicator} Indicator
 * @typedef {import("../data.js").Indicators} Indicators
 * @typedef {import("../data.js").Gemeenten} Gemeenten
 * @typedef {import("../data.js").Gemeente} Gemeente
 * @typedef {import("../data.js").Level} Level
 * @typedef {"midden" | "nederland"} Line
 * @typedef {{ x: Indicator, y: Indicator, level: Level, within: Gemeente | null,
 *   years: number[], year: number | null, line: Line, said: string[] }} Choice `year` is null
 *   where nothing can be shown; `said` tells why, and what of the address was not understood
 * @typedef {{ told: Indicators, gemeenten: Gemeenten, first: { x: string, y: string } }} Known
 */
import { one } from "../address.js";
import { indicator, years } from "../column.js";
import { quoted } from "../shortlist/query.js";

/**
 * The choice of an address, with a sentence for whatever is unknown.
 *
 * @param {Query} query
 * @param {Known} known
 * @returns {Choice | null} null for a site without any indicator
 */
export function chosen(query, known) {
  /** @type {string[]} */
  const said = [];
  const x = subject(one(query, "x"), known, known.first.x, said);
  const other = known.first.y === x?.key ? known.first.x : known.first.y;
  const y = subject(one(query, "y"), known, other, said);
  if (!x || !y) return null;
  const { level, within } = where(query, known, said);
  const found = years([x, y], level);
  const year = x === y ? same(x, said) : yearOf(one(query, "jaar"), { x, y, level, found }, said);
  return { x, y, level, within, years: found, year, line: lineOf(query, x, y, said), said };
}

/**
 * @param {string} key
 * @param {Known} known
 * @param {string} otherwise
 * @param {string[]} said
 * @returns {Indicator | undefined}
 */
function subject(key, { told }, otherwise, said) {
  const found = indicator(told, key);
  if (found) return found.indicator;
  const first = indicator(told, otherwise)?.indicator;
  if (key && first) {
    said.push(`Het onderwerp ${quoted(key)} kennen wij niet. U ziet nu: ${first.title}.`);
  }
  return first;
}

/**
 * @param {Query} query
 * @param {Known} known
 * @param {string[]} said
 * @returns {{ level: Level, within: Gemeente | null }}
 */
function where(query, { gemeenten }, said) {
  const [code, level] = [one(query, "binnen"), one(query, "niveau")];
  const within = gemeenten.regions.find((each) => each.code === code.trim().toUpperCase()) ?? null;
  if (within) return { level: "wijk", within };
  if (code) said.push(`De gemeente ${quoted(code)} kennen wij niet.`);
  if (level === "wijk") return { level, within };
  if (level && level !== "gemeente") {
    said.push(`Het niveau ${quoted(level)} kennen wij niet. U ziet nu alle gemeenten.`);
  } else if (code) said.push("U ziet nu alle gemeenten.");
  return { level: "gemeente", within };
}

/**
 * @param {string} asked
 * @param {{ x: Indicator, y: Indicator, level: Level, found: number[] }} choice
 * @param {string[]} said
 * @returns {number | null}
 */
function yearOf(asked, { x, y, level, found }, said) {
  const newest = found.at(-1) ?? null;
  if (newest === null) {
    for (const each of [x, y]) {
      if (!each.years[level]) {
        const words = level === "wijk" ? "wijken" : "gemeenten";
        said.push(`Van het onderwerp “${each.title}” zijn er geen cijfers voor ${words}.`);
      }
    }
    said.push("Er is geen jaar waarin beide onderwerpen cijfers hebben. Kies een ander onderwerp.");
    return null;
  }
  if (asked === "" || found.includes(Number(asked))) return Number(asked) || newest;
  said.push(
    `Voor het jaar ${quoted(asked)} hebben deze onderwerpen niet allebei cijfers. ` +
      `U ziet nu ${newest}.`,
  );
  return newest;
}

/**
 * @param {Indicator} x
 * @param {string[]} said
 * @returns {null}
 */
function same(x, said) {
  said.push(
    `U koos twee keer “${x.title}”. Kies een ander onderwerp: pas dan is er iets te vergelijken.`,
  );
  return null;
}

/**
 * @param {Query} query
 * @param {Indicator} x
 * @param {Indicator} y
 * @param {string[]} said
 * @returns {Line}
 */
function lineOf(query, x, y, said) {
  const asked = one(query, "grens");
  if (asked === "nederland" && x.placed && y.placed) return "nederland";
  if (asked === "nederland") {
    said.push("Van deze onderwerpen is het cijfer van Nederland geen grens voor een gebied.");
  } else if (asked && asked !== "midden") {
    said.push(`De grens ${quoted(asked)} kennen wij niet. De grens is nu het midden.`);
  }
  return "midden";
}

/**
 * A choice as names and values of an address.
 *
 * @param {Choice} choice
 * @returns {[string, string][]}
 */
export function pairsOf({ x, y, level, within, year, years, line }) {
  const newest = years.at(-1);
  return [
    ["x", x.key],
    ["y", y.key],
    ["jaar", year === null || year === newest ? "" : String(year)],
    ["binnen", within?.code ?? ""],
    ["niveau", level === "wijk" && !within ? "wijk" : ""],
    ["grens", line === "midden" ? "" : line],
  ];
}
