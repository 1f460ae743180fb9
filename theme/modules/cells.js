/**
 * A figure as the files tell it: a number, or the reason that there is none.
 *
 * @typedef {"withheld" | "impossible" | "missing" | "pending"} State
 * @typedef {number | { state: State }} Cell
 */

/** @type {Record<State, [string, string]>} the symbol of each state, and what it says */
export const STATES = {
  withheld: ["x", "niet getoond: geheim of te onbetrouwbaar"],
  impossible: ["n.v.t.", "kan niet voorkomen"],
  missing: [".", "niet geleverd"],
  pending: ["volgt", "nog niet gepubliceerd"],
};

/** @type {Map<number, Intl.NumberFormat>} */
const formats = new Map();

/**
 * A number as the Dutch write it: dutch(1234.5, 1) is "1.234,5".
 *
 * @param {number} value
 * @param {number} decimals
 * @returns {string}
 */
export function dutch(value, decimals) {
  let format = formats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat("nl", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: "always",
    });
    formats.set(decimals, format);
  }
  return format.format(value);
}

/**
 * The number of a cell; null where there is none, whatever the reason.
 *
 * @param {Cell | undefined} cell
 * @returns {number | null}
 */
export function number(cell) {
  return typeof cell === "number" ? cell : null;
}

/**
 * What a reader sees in a cell: a number (with * when provisional) or a symbol.
 *
 * @param {Cell | undefined} cell
 * @param {number} decimals
 * @param {boolean} [provisional]
 * @returns {string}
 */
export function cellText(cell, decimals, provisional = false) {
  if (typeof cell === "number") return dutch(cell, decimals) + (provisional ? "*" : "");
  return STATES[cell?.state ?? "missing"][0];
}

/**
 * What a reader hears in a cell: a number or words.
 *
 * @param {Cell | undefined} cell
 * @param {number} decimals
 * @returns {string}
 */
export function cellWords(cell, decimals) {
  if (typeof cell === "number") return dutch(cell, decimals);
  return STATES[cell?.state ?? "missing"][1];
}
