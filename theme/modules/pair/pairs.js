/**
 * Two indicators beside each other, region by region.
 *
 * @typedef {import("../data.js").Columns} Columns
 * @typedef {import("../cells.js").Cell} Cell
 * @typedef {import("../cells.js").State} State
 * @typedef {{ code: string, name: string, parent?: string }} Region
 * @typedef {{ region: Region, x: Cell, y: Cell, state: State | null }} Pair `state` is the reason
 *   that a region cannot be placed; null where both figures are shown
 */
import { number } from "../cells.js";
import { cell } from "../column.js";

/** @type {readonly State[]} the reason that is told when the two cells give different ones */
const FIRST = ["withheld", "impossible", "pending", "missing"];

/**
 * The two cells of each region in one year, in the order of the regions.
 *
 * @param {readonly Region[]} regions
 * @param {Columns} x
 * @param {Columns} y
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
  return FIRST.map((
    state,
  ) => /** @type {[State, number]} */ ([state, all.filter((pair) => pair.state === state).length]))
    .filter(([, count]) => count > 0);
}

/**
 * The figures of the regions that have both, in the order of the pairs.
 *
 * @param {readonly Pair[]} all
 * @returns {{ xs: number[], ys: number[] }}
 */
export function figures(all) {
  const kept = all.filter((pair) => pair.state === null);
  return {
    xs: kept.map((pair) => number(pair.x) ?? NaN),
    ys: kept.map((pair) => number(pair.y) ?? NaN),
  };
}
