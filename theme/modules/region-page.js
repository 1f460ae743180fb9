import { ROOT } from "./page.js";
import { page } from "./region.js";

/**
 * The address of the page of a region.
 *
 * @param {import("./data.js").Region} region
 * @returns {string}
 */
export function pageOf(region) {
  return new URL(page(region) ?? "", ROOT).href;
}
