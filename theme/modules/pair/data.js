/**
 * The files that a choice of two indicators needs.
 *
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./pairs.js").Region} Region
 * @typedef {import("../data.js").Columns} Columns
 * @typedef {import("../data.js").Geometry} Geometry
 * @typedef {{ regions: Region[], parents: ReadonlyMap<string, string>, x: Columns, y: Columns,
 *   country: { x: Columns, y: Columns } | null, geometries: Map<string, Geometry>,
 *   points: Record<string, [number, number]> | null }} Loaded `parents` are names of gemeenten by
 *   code; with `points` the outlines are only what lies under them
 */
import * as data from "../data.js";

/**
 * Everything to draw a choice from; what was fetched before is not fetched again.
 *
 * @param {Choice} choice
 * @returns {Promise<Loaded | null>} null where a level has no figures
 */
export async function loaded({ x, y, level, within, line }) {
  const [first, second, gemeenten, wijken, outlines, points, country] = await Promise.all([
    data.columns(x.key, level),
    data.columns(y.key, level),
    data.gemeenten(),
    level === "wijk" ? data.wijken() : null,
    data.outlines(within ? within.code : "gemeenten"),
    level === "wijk" && !within ? data.points() : null,
    line === "nederland" ? both(x.key, y.key) : null,
  ]);
  if (!first || !second || !gemeenten) return null;
  const all = wijken ? wijken.regions : gemeenten.regions;
  return {
    regions: all.filter((each) => !within || each.parent === within.code),
    parents: new Map(gemeenten.regions.map((each) => [each.code, each.name])),
    x: first,
    y: second,
    country,
    geometries: new Map(outlines?.features.map((each) => [each.properties.code, each.geometry])),
    points: points?.points ?? null,
  };
}

/** @param {string} x @param {string} y the figures of Nederland stand with those of gemeenten */
async function both(x, y) {
  const [one, other] = await Promise.all([
    data.columns(x, "gemeente"),
    data.columns(y, "gemeente"),
  ]);
  return one && other ? { x: one, y: other } : null;
}
