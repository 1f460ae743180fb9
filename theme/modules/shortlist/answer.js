/** The answer to a choice: the figures of each signal, and which regions have enough of them. */

import { cell, provisional } from "../column.js";
import { fewestOf } from "./choice.js";
import { found, highestFifth, reach } from "./rules.js";

/**
 * @typedef {import("../data.js").Columns} Columns
 * @typedef {import("../data.js").Indicator} Indicator
 * @typedef {import("../cells.js").Cell} Cell
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./rules.js").Found} Found
 * @typedef {import("./rules.js").Reach} Reach
 * @typedef {{ code: string, name: string, parent: string }} Region
 *
 * @typedef {object} Measured one signal; without a threshold or a figure it does not count
 * @property {Indicator} indicator
 * @property {number | null} year null: no figures here
 * @property {boolean} provisional
 * @property {number | null} atLeast
 * @property {number | null} fifth where the highest fifth of all regions of the level begins
 * @property {Map<string, Cell>} cells
 * @property {Reach | null} reach
 *
 * @typedef {object} Answer
 * @property {Measured[]} signals
 * @property {Measured[]} counting those that count
 * @property {number} fewest
 * @property {Region[]} regions
 * @property {Map<string, Found>} founds
 * @property {{ enough: number, unsure: number, regions: number }} tally
 */

/**
 * The figures of one signal in the year that was chosen, or in its newest.
 *
 * @param {Indicator} indicator
 * @param {Columns | null} columns
 * @param {Choice} choice
 * @param {Region[]} all all regions of the level, wherever the reader looks
 * @returns {Measured}
 */
export function measured(indicator, columns, choice, all) {
  const atLeast = choice.signals.find(({ key }) => key === indicator.key)?.atLeast ?? null;
  const years = indicator.years[choice.level] ?? [];
  const year = choice.year === null ? years.at(-1) : years.find((each) => each === choice.year);
  const found = { indicator, atLeast, reach: null };
  if (!columns || year === undefined) {
    return { ...found, year: null, provisional: false, fifth: null, cells: new Map() };
  }
  const cells = new Map(all.map(({ code }) => [code, cell(columns, code, year)]));
  const fifth = indicator.placed ? highestFifth(cells.values()) : null;
  return { ...found, year, provisional: provisional(columns, year), fifth, cells };
}

/**
 * Which of the regions that the reader looks at have enough signals.
 *
 * @param {Choice} choice
 * @param {Measured[]} told
 * @param {Region[]} all
 * @returns {Answer}
 */
export function answer(choice, told, all) {
  const regions = choice.inside ? all.filter(({ parent }) => parent === choice.inside) : all;
  const codes = regions.map(({ code }) => code);
  const signals = told.map((each) => {
    const { atLeast, cells, year } = each;
    const known = atLeast === null || year === null ? null : reach(codes, { atLeast, cells });
    return { ...each, reach: known };
  });
  const counting = signals.filter((each) => each.reach !== null);
  const measures = counting.map(({ atLeast, cells }) => ({ atLeast: atLeast ?? NaN, cells }));
  const fewest = fewestOf(choice);
  const founds = new Map(codes.map((code) => [code, found(code, measures, fewest)]));
  const every = [...founds.values()];
  const tally = {
    enough: every.filter(({ enough }) => enough).length,
    unsure: every.filter(({ unsure }) => unsure).length,
    regions: codes.length,
  };
  return { signals, counting, fewest, regions, founds, tally };
}
