/**
 * Lines over the years, one a region, each with its own shape and its name at the end.
 *
 * @typedef {{ name: string, place: number, values: readonly (number | null)[],
 *   breaks: readonly number[] }} Line `breaks` are years that begin a new line
 * @typedef {{ key: string, title: string, description: string, years: readonly number[],
 *   lines: readonly Line[], width: number }} Trend
 */

import { dutch } from "../cells.js";
import { apart, fitting, mark } from "./mark.js";
import { linear } from "./scale.js";
import { short, svg } from "./svg.js";

const HEIGHT = 220;
const TOP = 14;
const BOTTOM = 28;
const PITCH = 15;

/**
 * The drawing, as wide as the page has room for: text keeps its size on a phone.
 *
 * @param {Trend} trend
 * @returns {SVGSVGElement}
 */
export function trendChart({ key, title, description, years, lines, width }) {
  const names = Math.min(
    width * 0.36,
    12 + 6.6 * Math.max(...lines.map(({ name }) => name.length)),
  );
  const figures = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const y = linear(figures, HEIGHT - BOTTOM, TOP, { count: 4 });
  const left = 10 + 7 * Math.max(...y.ticks.map((tick) => dutch(tick, y.decimals).length));
  const right = width - names - 14;
  const x = (/** @type {number} */ at) =>
    years.length > 1
      ? left + 8 + (at * (right - left - 8)) / (years.length - 1)
      : (left + right) / 2;
  return svg(
    "svg",
    {
      class: "chart lijnen",
      role: "img",
      "aria-labelledby": `${key}-t ${key}-d`,
      viewBox: `0 0 ${width} ${HEIGHT}`,
    },
    svg("title", { id: `${key}-t` }, title),
    svg("desc", { id: `${key}-d` }, description),
    ...y.ticks.flatMap((tick) => grid(left, right, y.at(tick), dutch(tick, y.decimals))),
    ...yearLabels(years, x, right - left),
    ...lines.flatMap((line) => drawn(line, years, { x, y: y.at })),
    ...ends(lines, { x: right, y: y.at, room: names }),
  );
}

/** @param {number} left @param {number} right @param {number} y @param {string} text */
function grid(left, right, y, text) {
  return [
    svg("path", { class: "raster", d: `M${short(left)} ${short(y)}H${short(right)}` }),
    svg("text", { x: left - 4, y: short(y + 4), "text-anchor": "end" }, text),
  ];
}

/** @param {readonly number[]} years @param {(at: number) => number} x @param {number} room */
function yearLabels(years, x, room) {
  const every = Math.max(1, Math.ceil((years.length * 38) / room));
  const last = years.length - 1;
  return years.flatMap((year, at) =>
    (last - at) % every === 0
      ? [svg("text", { x: short(x(at)), y: HEIGHT - 8, "text-anchor": "middle" }, String(year))]
      : []
  );
}

/**
 * A line, broken where there is no figure or where it starts anew, with a shape at each figure.
 *
 * @param {Line} line
 * @param {readonly number[]} years
 * @param {{ x: (at: number) => number, y: (value: number) => number }} scales
 * @returns {SVGElement[]}
 */
function drawn({ values, place, breaks }, years, { x, y }) {
  let path = "";
  let broken = true;
  values.forEach((value, at) => {
    broken ||= breaks.includes(years[at] ?? NaN);
    if (value !== null) path += `${broken ? "M" : "L"}${short(x(at))} ${short(y(value))}`;
    broken = value === null;
  });
  const marks = values.flatMap((value, at) =>
    value === null ? [] : [mark(place, Number(short(x(at))), Number(short(y(value))))]
  );
  return [svg("path", { class: `lijn r${place + 1}`, d: path || "M0 0" }), ...marks];
}

/**
 * The names at the right, as near the last figure as their height allows; a region without any
 * figure has no name here.
 *
 * @param {readonly Line[]} lines
 * @param {{ x: number, y: (value: number) => number, room: number }} place
 * @returns {SVGElement[]}
 */
function ends(lines, { x, y, room }) {
  const told = lines.flatMap(({ name, place, values }) => {
    const last = values.findLast((value) => value !== null);
    return typeof last === "number" ? [{ name, place, at: y(last) }] : [];
  });
  const tops = apart(told.map(({ at }) => at), { pitch: PITCH, low: TOP, high: HEIGHT - BOTTOM });
  return told.flatMap(({ name, place }, at) => {
    const top = Number(short(tops[at] ?? 0));
    return [
      mark(place, Number(short(x + 14)), top),
      svg("text", { class: "naam", x: short(x + 23), y: top + 4 }, fitting(name, room - 9)),
    ];
  });
}
