/**
 * What is told of one region: its name, both figures, where it stands.
 *
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./pairs.js").Region} Region
 * @typedef {import("./quadrant.js").Quadrant} Quadrant
 * @typedef {import("../data.js").Indicator} Indicator
 */
import { cellWords } from "../cells.js";
import { named } from "./quadrant.js";

/**
 * @param {Pair | undefined} pair
 * @param {{ x: Indicator, y: Indicator }} indicators
 * @param {{ parents: ReadonlyMap<string, string> }} around
 * @param {Quadrant} [quadrant]
 * @returns {string}
 */
export function told(pair, { x, y }, { parents }, quadrant) {
  if (!pair) return "";
  const figure = (/** @type {Indicator} */ each, /** @type {import("../cells.js").Cell} */ cell) =>
    `${each.title} ${cellWords(cell, each.decimals)}${
      typeof cell === "number" ? ` ${each.unit}` : ""
    }`;
  const where = quadrant === undefined ? "" : `; ${named(quadrant, x.title, y.title)}`;
  return `${full(pair.region, parents)}: ${figure(x, pair.x)}; ${figure(y, pair.y)}${where}`;
}

/**
 * The name of a region; of a wijk with that of its gemeente.
 *
 * @param {Region} region
 * @param {ReadonlyMap<string, string>} parents
 * @returns {string}
 */
export function full({ code, name, parent }, parents) {
  const around = code.startsWith("WK") ? parents.get(parent ?? "") : undefined;
  return around ? `${name} (${around})` : name;
}
