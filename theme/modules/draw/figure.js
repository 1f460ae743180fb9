/**
 * A figure in a table, as the pages that were built have it.
 *
 * @import { Cell } from "../cells.js"
 */

import { cellText, cellWords } from "../cells.js";
import { html } from "./svg.js";

/**
 * A cell of a table: a number, or its symbol with words for who listens.
 *
 * @param {Cell} cell
 * @param {number} decimals
 * @param {{ provisional?: boolean, label?: string }} [about] `label` is said on a narrow screen, where
 *   the head of the table is not in sight
 * @returns {HTMLTableCellElement}
 */
export function figure(cell, decimals, { provisional = false, label } = {}) {
  const about = { class: "n", "data-l": label };
  if (typeof cell === "number") {
    const star = provisional ? ["*", html("span", { class: "sr" }, " (voorlopig)")] : [];
    return html("td", about, cellText(cell, decimals), ...star);
  }
  const words = cellWords(cell, decimals);
  return html(
    "td",
    about,
    html("span", { class: "leeg", title: words, "aria-hidden": "true" }, cellText(cell, decimals)),
    html("span", { class: "sr" }, words),
  );
}
