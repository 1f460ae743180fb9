/** The shortlist in the address: signaal=KEY:NUMBER, minstens=N and begin=KEY. */

import { pointed } from "./number.js";

/**
 * @typedef {import("../address.js").Query} Query
 * @typedef {{ key: string, atLeast: number | null }} Signal null: no threshold that can be used
 * @typedef {{ signals: Signal[], fewest: number | null, faults: string[] }} Shortlist
 */

export const MOST = 12;
const TOLD = 3;
const LONG = 40;

/**
 * What a reader may read back of a wrong value: short, never more than text, and without signs
 * that nobody sees but that turn the words around them.
 *
 * @param {string} text
 */
export function quoted(text) {
  const told = Array.from(text.replace(/\p{C}/gu, ""));
  return `“${told.slice(0, LONG).join("")}${told.length > LONG ? "…" : ""}”`;
}

/**
 * A few values by name, the others by number.
 *
 * @param {string[]} values
 */
export function some(values) {
  const told = values.slice(0, TOLD).map(quoted);
  const others = values.length - told.length;
  if (others > 0) told.push(others === 1 ? "1 andere" : `${others} andere`);
  const last = told.pop() ?? "";
  return told.length ? `${told.join(", ")} en ${last}` : last;
}

/**
 * The signals of an address, each indicator once, with a sentence for all that cannot be used.
 *
 * @param {Query} query
 * @param {(key: string) => string | null} titleOf null for an unknown indicator
 * @returns {Shortlist}
 */
export function readShortlist(query, titleOf) {
  /** @type {Map<string, Signal>} */
  const signals = new Map();
  /** @type {string[]} */
  const faults = [];
  /** @type {Set<string>} */
  const unknown = new Set();
  let beyond = 0;
  for (const text of query.get("signaal") ?? []) {
    const { key, number } = split(text);
    const title = titleOf(key);
    if (title === null) unknown.add(key);
    else if (signals.has(key)) faults.push(`${title} staat er meer dan een keer; de eerste telt.`);
    else if (signals.size === MOST) beyond += 1;
    else {
      const atLeast = number === null ? null : pointed(number);
      if (number && atLeast === null) {
        faults.push(`De drempel ${quoted(number)} bij ${title} kennen wij niet: vul een getal in.`);
      }
      signals.set(key, { key, atLeast });
    }
  }
  if (unknown.size) faults.push(unknownWords([...unknown]));
  if (beyond) faults.push(`Er kunnen hoogstens ${MOST} signalen zijn; de eerste ${MOST} tellen.`);
  const { fewest, fault } = readFewest(query.get("minstens")?.[0], signals.size);
  if (fault) faults.push(fault);
  return { signals: [...signals.values()], fewest, faults: [...new Set(faults)].slice(0, MOST) };
}

/** @param {string[]} keys */
function unknownWords(keys) {
  return keys.length === 1
    ? `Het onderwerp ${some(keys)} kennen wij niet. Het telt niet mee.`
    : `De onderwerpen ${some(keys)} kennen wij niet. Zij tellen niet mee.`;
}

/** @param {string} text */
function split(text) {
  const at = text.lastIndexOf(":");
  return at < 0
    ? { key: text, number: null }
    : { key: text.slice(0, at), number: text.slice(at + 1) };
}

/**
 * How many signals must meet; null where the address does not say.
 *
 * @param {string | undefined} text
 * @param {number} signals
 */
function readFewest(text, signals) {
  if (text === undefined) return { fewest: null, fault: null };
  const fewest = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (fewest >= 1 && fewest <= Math.max(signals, 1)) return { fewest, fault: null };
  const most = signals === 1 ? "1" : `1 tot en met ${signals}`;
  const fault = signals ? `Minstens ${quoted(text)} kan niet: kies ${most}.` : null;
  return { fewest: null, fault };
}

/**
 * The part of the address that tells these signals.
 *
 * @param {Signal[]} signals
 * @param {number} fewest
 * @returns {[string, string][]}
 */
export function writeShortlist(signals, fewest) {
  /** @type {[string, string][]} */
  const told = signals.map((each) => ["signaal", `${each.key}:${each.atLeast ?? ""}`]);
  return signals.length ? [...told, ["minstens", String(fewest)]] : told;
}
