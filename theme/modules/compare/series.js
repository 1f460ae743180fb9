/**
 * One indicator for a few regions, whatever files their figures come from.
 *
 * @import { Cell } from "../cells.js"
 * @typedef {{ breaks: Readonly<Record<string, string>>, years: readonly number[],
 *   provisional: readonly number[], regions: readonly string[], values: readonly (readonly Cell[])[] }} Column
 */

import { number } from "../cells.js";

/** The cells of some regions in the years of one or more columns. */
export class Series {
  /** @type {Map<string, Map<number, Cell>>} */
  #cells = new Map();
  /** @type {Set<number>} */
  #provisional = new Set();
  /** @type {number[]} all years, the oldest first */
  years;
  /** @type {Map<number, string>} years from which figures are of another kind, and why */
  breaks = new Map();

  /**
   * @param {readonly Column[]} columns
   * @param {readonly string[]} codes
   */
  constructor(columns, codes) {
    this.codes = codes;
    this.years = [...new Set(columns.flatMap(({ years }) => years))].sort((a, b) => a - b);
    for (const column of columns) {
      column.provisional.forEach((year) => this.#provisional.add(year));
      for (const [year, why] of Object.entries(column.breaks)) this.breaks.set(Number(year), why);
      for (const code of codes) {
        const row = column.values[column.regions.indexOf(code)];
        if (row) this.#cells.set(code, new Map(column.years.map((y, i) => [y, cellOf(row[i])])));
      }
    }
  }

  /** @param {string} code @param {number | null} year @returns {Cell} missing where nothing came */
  cell(code, year) {
    return this.#cells.get(code)?.get(year ?? NaN) ?? { state: "missing" };
  }

  /** @param {number | null} year */
  provisional(year) {
    return this.#provisional.has(year ?? NaN);
  }

  /** @param {number} year @returns {number} how many of the regions have a figure */
  #known(year) {
    return this.codes.filter((code) => number(this.cell(code, year)) !== null).length;
  }

  /**
   * The newest year in which half of the regions or more have a figure, or else any of them; the
   * newest of all where none has.
   *
   * @returns {number | null} null without any year
   */
  newest() {
    const years = this.years.toReversed();
    const half = years.find((year) => 2 * this.#known(year) >= this.codes.length);
    return half ?? years.find((year) => this.#known(year) > 0) ?? years[0] ?? null;
  }

  /** Whether any of the regions has a figure in any year. */
  get empty() {
    return this.years.every((year) => this.#known(year) === 0);
  }
}

/** @param {Cell | undefined} cell @returns {Cell} */
function cellOf(cell) {
  return cell ?? { state: "missing" };
}
