/**
 * What is said of two indicators beside each other.
 *
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("../cells.js").State} State
 */
import { dutch } from "../cells.js";

/** Fewer regions tell nothing about going together; with fewer than SOME chance has a large part. */
export const FEWEST = 10;
const SOME = 30;

/** @type {Record<State, string>} */
const REASONS = {
  withheld: "omdat een cijfer niet getoond is",
  impossible: "omdat een cijfer er niet kan voorkomen",
  pending: "omdat een cijfer nog niet is gepubliceerd",
  missing: "omdat een cijfer niet is geleverd",
};

/**
 * A number of regions: "1 gemeente", "12 wijken".
 *
 * @param {number} count
 * @param {"gemeente" | "wijk"} level
 * @returns {string}
 */
export function regions(count, level) {
  const noun = level === "wijk" ? ["wijk", "wijken"] : ["gemeente", "gemeenten"];
  return `${dutch(count, 0)} ${noun[count === 1 ? 0 : 1]}`;
}

/**
 * How the two go together, in words, with the caution that belongs to it.
 *
 * @param {number | null} rank the rank correlation
 * @param {number} count of regions with both figures
 * @param {{ x: string, y: string }} titles
 * @param {"gemeente" | "wijk"} level
 * @returns {string[]} sentences
 */
export function together(rank, count, titles, level) {
  if (count < FEWEST) {
    return [`Met ${regions(count, level)} is over samenhang niets te zeggen.`];
  }
  if (rank === null) {
    return ["Over samenhang is niets te zeggen: bij een van beide is elk cijfer even hoog."];
  }
  return [
    `${strength(rank, titles)} De rangcorrelatie is ${dutch(rank, 2)}.`,
    ...(count < SOME
      ? [`Het gaat om ${regions(count, level)}: dan kan de samenhang ook toeval zijn.`]
      : []),
    "Samenhang is geen oorzaak: het een hoeft niet door het ander te komen.",
  ];
}

/**
 * @param {number} rank
 * @param {{ x: string, y: string }} titles
 * @returns {string}
 */
function strength(rank, { x, y }) {
  const size = Math.abs(rank);
  if (size < 0.1) return "Er is geen samenhang te zien.";
  const degree = size < 0.3 ? "zwakke" : size < 0.6 ? "matige" : "sterke";
  const way = rank > 0 ? "hoger" : "lager";
  return `Er is een ${degree} samenhang: waar “${x}” hoger is, is “${y}” vaak ook ${way}.`
    .replace("vaak ook lager", "vaak juist lager");
}

/**
 * Which regions are left out, and why.
 *
 * @param {readonly [State, number][]} dropped
 * @param {"gemeente" | "wijk"} level
 * @returns {string} "" where none are
 */
export function left(dropped, level) {
  const all = dropped.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) return "";
  const fall = all === 1 ? "valt" : "vallen";
  const reasons = dropped.map(([state, count]) => `${dutch(count, 0)} ${REASONS[state]}`);
  const said = dropped.length === 1 ? REASONS[dropped[0]?.[0] ?? "missing"] : reasons.join(", ");
  return `${regions(all, level)} ${fall} weg${dropped.length === 1 ? ", " : ": "}${said}.`;
}
