/** All that a reader chose for a shortlist: where, when, which signals, and how many must meet. */

import { all, one } from "../address.js";
import { MOST, quoted, readShortlist, writeShortlist } from "./query.js";

/**
 * @typedef {import("../address.js").Query} Query
 * @typedef {import("./query.js").Signal} Signal
 * @typedef {import("../data.js").Level} Level
 *
 * @typedef {object} Choice
 * @property {Level} level
 * @property {string | null} inside the code of the gemeente whose wijken are looked at
 * @property {number | null} year null: for each indicator its newest year
 * @property {Signal[]} signals
 * @property {number | null} fewest null: not chosen
 * @property {Combination | null} combination with which the reader began, as long as it is whole
 *
 * @typedef {object} Combination
 * @property {string} key
 * @property {string} title
 * @property {number} fewest
 * @property {{ key: string, atLeast: number }[]} signals
 *
 * @typedef {object} Known what there is to choose from
 * @property {(key: string) => string | null} titleOf
 * @property {(code: string) => boolean} gemeente
 * @property {(key: string) => Combination | null} combination
 */

const FEWEST = 2;

/**
 * What an address chooses, and a sentence for all that it cannot choose.
 *
 * @param {Query} query
 * @param {Known} known
 * @returns {{ choice: Choice, faults: string[] }}
 */
export function readChoice(query, known) {
  const { signals, fewest, faults } = readShortlist(query, known.titleOf);
  const begin = one(query, "begin");
  const combination = signals.length || !begin ? null : known.combination(begin);
  if (begin && !signals.length && !combination) {
    faults.push(`De combinatie ${quoted(begin)} kennen wij niet.`);
  }
  const place = readPlace(query, known);
  const time = readYear(one(query, "jaar"));
  return {
    choice: {
      level: combination || place.inside ? "wijk" : place.level,
      inside: place.inside,
      year: time.year,
      signals: combination ? combination.signals.map((each) => ({ ...each })) : signals,
      fewest: combination ? combination.fewest : fewest,
      combination,
    },
    faults: [...faults, ...place.faults, ...time.faults].slice(0, MOST),
  };
}

/**
 * @param {Query} query
 * @param {Known} known
 * @returns {{ level: Level, inside: string | null, faults: string[] }}
 */
function readPlace(query, known) {
  const [inside, level] = [one(query, "binnen").toUpperCase(), one(query, "niveau")];
  if (inside && known.gemeente(inside)) return { level: "wijk", inside, faults: [] };
  const faults = [];
  if (inside) faults.push(`De gemeente ${quoted(inside)} kennen wij niet.`);
  if (level && level !== "wijk" && level !== "gemeente") {
    faults.push(`Het niveau ${quoted(level)} kennen wij niet: kies gemeente of wijk.`);
  }
  if (all(query, "binnen").length > 1) {
    faults.push("Er kan maar een gemeente tegelijk gekozen zijn.");
  }
  return { level: level === "wijk" ? "wijk" : "gemeente", inside: null, faults };
}

/**
 * @param {string} text
 * @returns {{ year: number | null, faults: string[] }}
 */
function readYear(text) {
  if (!text) return { year: null, faults: [] };
  if (/^\d{4}$/.test(text)) return { year: Number(text), faults: [] };
  const words = `Het jaar ${quoted(text)} kennen wij niet. U ziet het nieuwste jaar.`;
  return { year: null, faults: [words] };
}

/**
 * The address of a choice.
 *
 * @param {Choice} choice
 * @returns {[string, string][]}
 */
export function writeChoice(choice) {
  /** @type {[string, string][]} */
  const told = choice.combination
    ? [["begin", choice.combination.key]]
    : writeShortlist(choice.signals, fewestOf(choice));
  if (!told.length) told.push(["minstens", String(choice.fewest ?? FEWEST)]);
  if (choice.year !== null) told.push(["jaar", String(choice.year)]);
  if (choice.inside) told.push(["binnen", choice.inside]);
  else if (choice.level === "wijk" && !choice.combination) told.push(["niveau", "wijk"]);
  return told;
}

/**
 * How many signals must meet: as chosen, never more than there are; two where nothing is chosen.
 *
 * @param {Choice} choice
 * @returns {number}
 */
export function fewestOf({ fewest, signals }) {
  return Math.max(1, Math.min(fewest ?? FEWEST, signals.length));
}
