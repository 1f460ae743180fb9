/**
 * What is drawn and listed of two indicators in one year.
 *
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./data.js").Loaded} Loaded
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./pairs.js").Region} Region
 * @typedef {import("./quadrant.js").Quadrant} Quadrant
 * @typedef {import("./quadrant.js").Lines} Lines
 * @typedef {{ pair: Pair, x: number, y: number, quadrant: Quadrant }} Placed
 * @typedef {{ choice: Choice, year: number, pairs: Pair[], placed: Placed[], lines: Lines | null,
 *   ofCountry: boolean }} View `lines` is null where no region has both figures
 */
import { number } from "../cells.js";
import { cell } from "../column.js";
import { figures, pairs } from "./pairs.js";
import { quadrant } from "./quadrant.js";
import { middle } from "./rank.js";

const COUNTRY = "NL01";

/**
 * Everything that can be told of a choice in one year.
 *
 * @param {Choice} choice
 * @param {Loaded} loaded
 * @param {number} year
 * @returns {View}
 */
export function viewed(choice, loaded, year) {
  const all = pairs(loaded.regions, loaded.x, loaded.y, year);
  const { xs, ys } = figures(all);
  const country = ofCountry(loaded, year);
  const [x, y] = [middle(xs), middle(ys)];
  const lines = x === null || y === null ? null : country ?? { x, y };
  const kept = all.filter((pair) => pair.state === null);
  const placed = lines ? kept.map((pair, i) => place(pair, xs[i] ?? 0, ys[i] ?? 0, lines)) : [];
  placed.sort((a, b) => a.x - b.x || a.y - b.y);
  return { choice, year, pairs: all, placed, lines, ofCountry: country !== null };
}

/** @param {Pair} pair @param {number} x @param {number} y @param {Lines} lines @returns {Placed} */
function place(pair, x, y, lines) {
  return { pair, x, y, quadrant: quadrant(x, y, lines) };
}

/** @param {Loaded} loaded @param {number} year @returns {Lines | null} */
function ofCountry({ country }, year) {
  if (!country) return null;
  const x = number(cell(country.x, COUNTRY, year));
  const y = number(cell(country.y, COUNTRY, year));
  return x === null || y === null ? null : { x, y };
}

/**
 * All figures of these regions over the years that both have: the axes do not move with the year.
 *
 * @param {Choice} choice
 * @param {Loaded} loaded
 * @returns {{ x: number[], y: number[] }}
 */
export function reach({ years }, loaded) {
  /** @type {{ x: number[], y: number[] }} */
  const found = { x: [], y: [] };
  for (const year of years) {
    const { xs, ys } = figures(pairs(loaded.regions, loaded.x, loaded.y, year));
    for (const x of xs) found.x.push(x);
    for (const y of ys) found.y.push(y);
  }
  return found;
}
