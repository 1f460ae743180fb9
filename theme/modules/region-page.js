import { slug } from "./fold.js";
import { ROOT } from "./page.js";

/**
 * The address of the page of a gemeente or wijk.
 *
 * @param {{ code: string, name: string }} region
 * @returns {string}
 */
export function pageOf({ code, name }) {
  const folder = code.startsWith("WK") ? "wijk" : "gemeente";
  const words = slug(name);
  return new URL(`${folder}/${code.toLowerCase()}${words && "-"}${words}/`, ROOT).href;
}
