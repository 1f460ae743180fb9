/**
 * Adding a region: all gemeenten in a list, with Nederland and the provincies in front.
 *
 * @import { Gemeenten } from "./data.js"
 * @import { Region } from "./choice.js"
 */

import { html } from "./svg.js";

/**
 * @param {Gemeenten} gemeenten
 * @param {(region: Region) => void} add
 * @returns {HTMLElement}
 */
export function adding(gemeenten, add) {
  const regions = [...gemeenten.around, ...gemeenten.regions];
  const select = html(
    "select",
    {},
    ...regions.map(({ code, name }) => html("option", { value: code }, name)),
  );
  const button = html("button", { type: "button" }, "Toevoegen");
  button.addEventListener("click", () => {
    const region = regions[select.selectedIndex];
    if (region) add(region);
  });
  return html(
    "div",
    { class: "toevoegen" },
    html("label", {}, "Gebied toevoegen ", select),
    " ",
    button,
  );
}
