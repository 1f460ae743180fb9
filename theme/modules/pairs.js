/**
 * Two columns of figures beside each other, region by region.
 *
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("./cells.js").State} State
 * @typedef {import("./quadrant.js").Quadrant} Quadrant
 * @typedef {import("./quadrant.js").Lines} Lines
 * @typedef {{ years: readonly number[], regions: readonly string[],
 *   values: readonly (readonly Cell[])[] }} Column
 * @typedef {{ code: string, name: string, parent?: string }} Region
 * @typedef {{ region: Region, x: Cell, y: Cell, state: State | null }} Pair `state` is the reason
 *   that a region cannot be placed; null where both figures are shown
 */
import { number } from "./cells.js";

/** @type {readonly State[]} the reason that is told when the two cells give different ones */
const FIRST = ["withheld", "impossible", "pending", "missing"];

/** @type {WeakMap<Column, Map<string, number>>} the row of each region, found once per column */
const found = new WeakMap();

/**
 * The cell of a region in a year; missing where the column has none.
 *
 * @param {Column} column
 * @param {string} code
 * @param {number} year
 * @returns {Cell}
 */
export function cell(column, code, year) {
  let rows = found.get(column);
  if (!rows) found.set(column, rows = new Map(column.regions.map((each, row) => [each, row])));
  const row = rows.get(code);
  const values = row === undefined ? undefined : column.values[row];
  return values?.[column.years.indexOf(year)] ?? { state: "missing" };
}

/**
 * The two cells of each region in one year, in the order of the regions.
 *
 * @param {readonly Region[]} regions
 * @param {Column} x
 * @param {Column} y
 * @param {number} year
 * @returns {Pair[]}
 */
export function pairs(regions, x, y, year) {
  return regions.map((region) => {
    const both = { x: cell(x, region.code, year), y: cell(y, region.code, year) };
    return { region, ...both, state: reason(both.x, both.y) };
  });
}

/**
 * @param {Cell} x
 * @param {Cell} y
 * @returns {State | null}
 */
function reason(x, y) {
  const told = [x, y].flatMap((each) => typeof each === "number" ? [] : [each.state]);
  return FIRST.find((state) => told.includes(state)) ?? null;
}

/**
 * How many regions cannot be placed, by reason.
 *
 * @param {readonly Pair[]} all
 * @returns {[State, number][]} only reasons that occur
 */
export function dropped(all) {
  return FIRST.map((state) =>
    /** @type {[State, number]} */ ([state, all.filter((pair) => pair.state === state).length])
  ).filter(([, count]) => count > 0);
}

/**
 * The figures of the regions that have both, and how to find the region of each.
 *
 * @param {readonly Pair[]} all
 * @returns {{ pairs: Pair[], xs: number[], ys: number[] }}
 */
export function shown(all) {
  const kept = all.filter((pair) => pair.state === null);
  return {
    pairs: kept,
    xs: kept.map((pair) => number(pair.x) ?? NaN),
    ys: kept.map((pair) => number(pair.y) ?? NaN),
  };
}

/**
 * The years that both columns have, earliest first.
 *
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @returns {number[]}
 */
export function common(a, b) {
  return a.filter((year) => b.includes(year)).sort((one, other) => one - other);
}
