/**
 * A figure in a table, as the pages that were built have it.
 *
 * @import { Cell } from "./cells.js"
 */

import { cellText, cellWords } from "./cells.js";
import { html } from "./svg.js";

/**
 * A cell of a table: a number, or its symbol with words for who listens.
 *
 * @param {Cell} cell
 * @param {number} decimals
 * @param {boolean} [provisional]
 * @returns {HTMLTableCellElement}
 */
export function figure(cell, decimals, provisional = false) {
  if (typeof cell === "number") {
    const star = provisional ? ["*", html("span", { class: "sr" }, " (voorlopig)")] : [];
    return html("td", { class: "n" }, cellText(cell, decimals), ...star);
  }
  const words = cellWords(cell, decimals);
  return html(
    "td",
    { class: "n" },
    html("span", { class: "leeg", title: words, "aria-hidden": "true" }, cellText(cell, decimals)),
    html("span", { class: "sr" }, words),
  );
}
