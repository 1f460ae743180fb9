/** The regions of a shortlist in a table: which signals they have, and what is not shown. */

import { cellText, cellWords } from "../cells.js";
import { RegionTable } from "../draw/table.js";

/**
 * @typedef {import("../cells.js").Cell} Cell
 * @typedef {import("../draw/table.js").Field} Field
 * @typedef {import("./rules.js").Found} Found
 * @typedef {{ code: string, name: string, around: string, href: string, found: Found,
 *   cells: (Cell | undefined)[] }} Line
 * @typedef {{ title: string, unit: string, decimals: number, year: number,
 *   provisional: boolean }} Head
 */

/**
 * A table of regions, those with most signals first.
 *
 * @param {string} caption
 * @param {{ first: string, heads: Head[], lines: Line[] }} told
 * @returns {HTMLElement}
 */
export function regionTable(caption, { first, heads, lines }) {
  const columns = [
    { title: first },
    { title: "Signalen", small: `van de ${heads.length}`, number: true },
    ...heads.map(({ title, unit, year }) => ({ title, small: `${unit}, ${year}`, number: true })),
  ];
  const key = " (✓ is een signaal)";
  const table = new RegionTable(caption, columns, { order: [1, -1], key });
  return table.fill(lines.map((line) => ({ code: line.code, fields: fields(line, heads) })))
    .element;
}

/** @param {Line} line @param {Head[]} heads @returns {Field[]} */
function fields({ name, around, href, found, cells }, heads) {
  return [
    { text: name, value: null, href, small: around },
    { text: String(found.met), value: found.met },
    ...heads.map((head, at) => figure(cells[at], head, found.meets[at] === "yes")),
  ];
}

/** @param {Cell | undefined} cell @param {Head} head @param {boolean} met @returns {Field} */
function figure(cell, { decimals, provisional }, met) {
  const text = cellText(cell, decimals, provisional);
  if (typeof cell !== "number") return { text, value: null, spoken: cellWords(cell, decimals) };
  return met
    ? { text: `✓ ${text}`, value: cell, note: " signaal", marked: true }
    : { text, value: cell };
}
