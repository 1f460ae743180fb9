/**
 * The figures of a comparison, from the files of its subjects.
 *
 * @import { Choice } from "./choice.js"
 * @import { Row } from "./table.js"
 * @import { Columns } from "../data.js"
 */

import { number } from "../cells.js";
import { columns } from "../data.js";
import { Series } from "./series.js";

/** @typedef {{ rows: Row[], others: Map<Row, number[]> }} Fetched `others` are those of all other gemeenten */

/**
 * The figures of every subject of a choice.
 *
 * @param {Choice} choice
 * @returns {Promise<Fetched>}
 */
export async function fetched({ regions, subjects, year }) {
  const codes = regions.map(({ code }) => code);
  const deep = codes.some((code) => code.startsWith("WK"));
  /** @type {Map<Row, number[]>} */
  const others = new Map();
  const rows = await Promise.all(subjects.map(async (subject) => {
    const [wide, narrow] = await Promise.all([
      subject.years.gemeente ? columns(subject.key, "gemeente") : null,
      deep && subject.years.wijk ? columns(subject.key, "wijk") : null,
    ]);
    const series = new Series([wide, narrow].filter((each) => each !== null), codes);
    const row = { subject, series, year: year ?? series.newest() };
    others.set(row, gemeentenIn(wide, row.year, codes));
    return row;
  }));
  return { rows, others };
}

/** @param {Columns | null} told @param {number | null} year @param {readonly string[]} own */
function gemeentenIn(told, year, own) {
  const at = told?.years.indexOf(year ?? NaN) ?? -1;
  return (told?.regions ?? []).flatMap((code, place) => {
    const value = code.startsWith("GM") && !own.includes(code)
      ? number(told?.values[place]?.[at])
      : null;
    return value ?? [];
  });
}
