import { slug } from "./find/fold.js";

/**
 * Regions by their code: their names and their pages.
 *
 * @typedef {import("./data.js").Region} Region
 */

/**
 * Regions by code: lookup([...gemeenten.around, ...gemeenten.regions]).
 *
 * @template {Region} R
 * @param {readonly R[]} regions
 * @returns {Map<string, R>}
 */
export function lookup(regions) {
  return new Map(regions.map((region) => [region.code, region]));
}

/**
 * Where the page of a region stands in the site, "gemeente/gm0363-amsterdam/"; null without one.
 * Its address is new URL(page(region), ROOT).
 *
 * @param {Region} region
 * @returns {string | null}
 */
export function page({ code, name }) {
  const folder = { GM: "gemeente", WK: "wijk" }[code.slice(0, 2)];
  if (!folder) return null;
  const end = slug(name);
  return `${folder}/${code.toLowerCase()}${end ? "-" : ""}${end}/`;
}
