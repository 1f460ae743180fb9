/**
 * A scatter of regions: a dot each, and two lines that divide them into quadrants.
 *
 * @typedef {import("./explorer.js").Drawing} Drawing
 * @typedef {import("./explorer.js").Spot} Spot
 * @typedef {import("../pair/quadrant.js").Quadrant} Quadrant
 * @typedef {import("./scale.js").Scale} Scale
 * @typedef {{ x: number, y: number, quadrant: Quadrant }} Dot
 * @typedef {{ title: string, unit: string, reach: readonly number[], line: number }} Axis
 *   `reach` are figures that must fit
 */
import { dutch } from "../cells.js";
import { dots, nearest, ringed } from "./dots.js";
import { linear } from "./scale.js";
import { short, svg } from "./svg.js";

const TOP = 56, RIGHT = 16, BOTTOM = 64;
const DIGIT = 8;

/**
 * Draw the dots; the arrow keys follow their order.
 *
 * @param {readonly Dot[]} regions
 * @param {{ x: Axis, y: Axis, width: number, title: string, description: string,
 *   line: string }} told `line` names what divides
 * @returns {Drawing}
 */
export function scatter(regions, { x, y, width, title, description, line }) {
  const height = Math.round(Math.min(width * 0.9, 520));
  const rows = linear(y.reach, height - BOTTOM, TOP);
  const left = 14 +
    DIGIT * Math.max(...rows.ticks.map((tick) => dutch(tick, rows.decimals).length));
  const columns = linear(x.reach, left, width - RIGHT, { count: width < 420 ? 4 : 6 });
  const spots = regions.map((each) => ({ x: columns.at(each.x), y: rows.at(each.y) }));
  const radius = regions.length > 1000 ? 2 : 4;
  const cross = { x: columns.at(x.line), y: rows.at(y.line) };
  const box = { left, right: width - RIGHT, bottom: height - BOTTOM };
  return {
    svg: svg(
      "svg",
      {
        class: "chart punten",
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "aria-labelledby": "punten-t punten-d",
      },
      svg("title", { id: "punten-t" }, title),
      svg("desc", { id: "punten-d" }, description),
      grid(columns, rows, box),
      ...named(0, 14, `↑ ${cut(y.title, width)}`, y.unit, "start"),
      ...named(width - RIGHT, height - 20, `${cut(x.title, width)} →`, x.unit, "end"),
      dots(spots, regions.map((each) => each.quadrant), radius),
      divided(cross, box, line),
    ),
    count: spots.length,
    spot: (index) => spots[index] ?? { x: 0, y: 0 },
    at: (px, py) => nearest(spots, px, py),
    ring: (index) => ringed(spots[index], radius),
  };
}

/** @typedef {{ left: number, right: number, bottom: number }} Box */

/** @param {Scale} columns @param {Scale} rows @param {Box} box */
function grid(columns, rows, { left, right, bottom }) {
  const lines = [
    ...columns.ticks.map((tick) => `M${short(columns.at(tick))},${TOP}V${bottom}`),
    ...rows.ticks.map((tick) => `M${left},${short(rows.at(tick))}H${right}`),
  ];
  return svg(
    "g",
    { class: "raster" },
    svg("path", { d: lines.join(""), fill: "none" }),
    ...columns.ticks.map((tick) =>
      text(columns.at(tick), bottom + 18, dutch(tick, columns.decimals), {
        "text-anchor": "middle",
      })
    ),
    ...rows.ticks.map((tick) =>
      text(left - 6, rows.at(tick) + 4, dutch(tick, rows.decimals), { "text-anchor": "end" })
    ),
  );
}

/** @param {string} title @param {number} width @returns {string} as much of it as fits */
function cut(title, width) {
  const most = Math.floor(width / DIGIT) - 2;
  return title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title;
}

/**
 * The name of an axis, and its unit under it.
 *
 * @param {number} x
 * @param {number} y
 * @param {string} title
 * @param {string} unit
 * @param {"start" | "end"} side
 */
function named(x, y, title, unit, side) {
  return [
    text(x, y, title, { "font-weight": 650, "text-anchor": side }),
    text(x, y + 16, unit, { class: "eenheid", "text-anchor": side }),
  ];
}

/** @param {Spot} cross @param {Box} box @param {string} line */
function divided(cross, { left, right, bottom }, line) {
  const near = right - cross.x < DIGIT * line.length;
  const side = { "text-anchor": near ? "end" : "start" };
  const d = `M${short(cross.x)},${TOP - 4}V${bottom}M${left},${short(cross.y)}H${right}`;
  return svg(
    "g",
    { class: "verdeler" },
    svg("path", { d, fill: "none" }),
    text(cross.x + (near ? -5 : 5), TOP - 4, line, side),
    text(right, cross.y - 5, line, { "text-anchor": "end" }),
  );
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {import("./svg.js").Attributes} look
 */
function text(x, y, words, look) {
  return svg("text", { x: short(x), y: short(y), "font-size": 13, ...look }, words);
}
