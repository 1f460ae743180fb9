/**
 * Sentences about a few regions beside each other; every number in them stands in a file.
 *
 * @import { Cell } from "../cells.js"
 * @typedef {{ name: string, cell: Cell }} Told
 */

import { dutch, number } from "../cells.js";

/** So many times the middle one and a line is left out, where size has no meaning of its own. */
const LARGER = 5;

/**
 * Where the figure is highest and lowest, and of how many it is not shown.
 *
 * @param {readonly Told[]} told
 * @param {number} decimals
 * @returns {string}
 */
export function standing(told, decimals) {
  const known = told.flatMap(({ name, cell }) => {
    const value = number(cell);
    return value === null ? [] : [{ name, value }];
  });
  return [ranked(known, told.length, decimals), ...absent(told)].join(" ");
}

/**
 * What is said of figures that have no order: a count says most of all how large a region is.
 *
 * @param {readonly Told[]} told
 * @returns {string}
 */
export function context(told) {
  return ["Deze cijfers staan hier als context, zonder volgorde.", ...absent(told)].join(" ");
}

/**
 * The regions that fit one axis: without those that are so much larger that they flatten the
 * lines of all others.
 *
 * @template {{ values: readonly (number | null)[] }} L
 * @param {readonly L[]} lines
 * @returns {L[]}
 */
export function alikeInSize(lines) {
  const most = (/** @type {L} */ { values }) =>
    Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const sizes = lines.map(most).filter((size) => size > 0).sort((a, b) => a - b);
  const middle = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  return lines.filter((line) => most(line) <= LARGER * middle || middle === 0);
}

/** @param {readonly { name: string, value: number }[]} known @param {number} among @param {number} decimals */
function ranked(known, among, decimals) {
  const values = known.map(({ value }) => value);
  const [high, low] = [Math.max(...values), Math.min(...values)];
  const [first] = known;
  if (!first) return "Van deze gebieden is er geen cijfer om te tonen.";
  if (known.length === 1) {
    return `${among === 1 ? "" : "Alleen "}${first.name} heeft een cijfer: ${
      dutch(first.value, decimals)
    }.`.replace(/^./, (letter) => letter.toUpperCase());
  }
  if (high === low) {
    const all = known.length === among ? "Alle" : "De";
    return `${all} ${known.length} gebieden${
      known.length === among ? "" : " met een cijfer"
    } hebben hetzelfde cijfer: ${dutch(high, decimals)}.`;
  }
  const [most, least] = [high, low].map((value) =>
    `${listed(known.filter((one) => one.value === value).map(({ name }) => name))} (${
      dutch(value, decimals)
    })`
  );
  return `Het hoogst in ${most}, het laagst in ${least}.`;
}

/** @param {readonly Told[]} told @returns {string[]} */
function absent(told) {
  const hidden = told.filter(({ cell }) => typeof cell === "object" && cell.state === "withheld");
  if (hidden.length === 0) return [];
  const names = listed(hidden.map(({ name }) => name));
  return [`Van ${names} is het cijfer niet getoond (x).`];
}

/**
 * From where to where the figures of a region went, since they can be compared.
 *
 * @param {string} name
 * @param {readonly { year: number, cell: Cell }[]} all the oldest first
 * @param {number} decimals
 * @param {readonly number[]} [breaks]
 * @returns {string}
 */
export function course(name, all, decimals, breaks = []) {
  const since = Math.max(0, ...breaks.filter((year) => year <= (all.at(-1)?.year ?? 0)));
  const cells = all.filter(({ year }) => year >= since);
  const known = cells.flatMap(({ year, cell }) => {
    const value = number(cell);
    return value === null ? [] : [{ year, text: dutch(value, decimals) }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${name}: geen cijfers.`;
  if (first === last) return `${name}: ${first.text} in ${first.year}.`;
  return `${name}: van ${first.text} in ${first.year} naar ${last.text} in ${last.year}.`;
}

/**
 * Why lines break off where there are figures; nothing where no year of the chart is a break.
 *
 * @param {readonly number[]} years of the chart, the oldest first
 * @param {ReadonlyMap<number, string>} kinds years from which is counted otherwise, and why
 * @param {readonly { name: string, breaks?: readonly number[] }[]} regions
 * @returns {string[]}
 */
export function broken(years, kinds, regions) {
  const inside = years.slice(1);
  const counted = [...kinds].filter(([year]) => inside.includes(year))
    .map(([year, why]) => `Breuk in ${year}: ${why}`);
  const moved = inside.flatMap((year) => {
    const names = regions.filter(({ breaks }) => breaks?.includes(year)).map(({ name }) => name);
    const words = `Vanaf ${year} geldt een andere gemeentegrens voor ${listed(names)}.`;
    return names.length > 0 ? [words] : [];
  });
  return [...counted, ...moved];
}

/**
 * Names as a sentence has them: "Goes, Veere en Tholen".
 *
 * @param {readonly string[]} names
 * @returns {string}
 */
export function listed(names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} en ${names.at(-1)}`;
}
