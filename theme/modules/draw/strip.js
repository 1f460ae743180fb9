/**
 * Where a few regions stand among all gemeenten: these with a shape and a name, the others faint.
 *
 * @typedef {{ name: string, place: number, value: number, text: string }} Own
 * @typedef {{ key: string, title: string, description: string, decimals: number,
 *   others: readonly number[], own: readonly Own[], width: number }} Strip
 */

import { dutch } from "../cells.js";
import { fitting, mark } from "./mark.js";
import { linear } from "./scale.js";
import { short, svg } from "./svg.js";

const DOTS = 46;
const LANE = 19;
const AXIS = 24;
const SIDE = 10;

/**
 * The drawing, as wide as the page has room for: each named region has a line of its own under
 * the dots, so that no name covers another.
 *
 * @param {Strip} strip
 * @returns {SVGSVGElement}
 */
export function stripChart({ key, title, description, decimals, others, own, width }) {
  const x = linear([...others, ...own.map(({ value }) => value)], SIDE, width - SIDE, {
    count: Math.max(2, Math.round(width / 90)),
  });
  const bottom = DOTS + own.length * LANE;
  return svg(
    "svg",
    {
      class: "chart stippen",
      role: "img",
      "aria-labelledby": `${key}-t ${key}-d`,
      viewBox: `0 0 ${width} ${bottom + AXIS}`,
    },
    svg("title", { id: `${key}-t` }, title),
    svg("desc", { id: `${key}-d` }, description),
    svg("path", { class: "raster", d: `M${SIDE} ${bottom}H${width - SIDE}` }),
    ...x.ticks.map((tick) => tickText(tick, x.at(tick), { x, bottom, decimals })),
    svg("path", { class: "anderen", d: crowd(others.map(x.at)) }),
    ...lanes(own, x.at, width),
  );
}

/**
 * @param {number} tick
 * @param {number} at
 * @param {{ x: { low: number, high: number, decimals: number }, bottom: number, decimals: number }} frame
 */
function tickText(tick, at, { x, bottom }) {
  const anchor = tick === x.low ? "start" : tick === x.high ? "end" : "middle";
  const from = tick === x.low ? SIDE : at + (tick === x.high ? SIDE : 0);
  return svg(
    "text",
    { x: short(from), y: bottom + 16, "text-anchor": anchor },
    dutch(tick, x.decimals),
  );
}

/**
 * All dots as one path: those that share a few pixels stand above each other, spread evenly.
 *
 * @param {readonly number[]} places
 * @returns {string}
 */
export function crowd(places) {
  /** @type {Map<number, number[]>} */
  const columns = new Map();
  for (const place of places) {
    const column = Math.round(place / 5);
    columns.set(column, [...(columns.get(column) ?? []), place]);
  }
  let path = "";
  for (const column of columns.values()) {
    const pitch = Math.min(5, (DOTS - 8) / column.length);
    column.sort((a, b) => a - b).forEach((place, at) => {
      const y = DOTS / 2 + (at - (column.length - 1) / 2) * pitch;
      path += `M${short(place - 2)} ${short(y)}a2 2 0 1 0 4 0a2 2 0 1 0-4 0`;
    });
  }
  return path;
}

/**
 * The named regions: all lines down first, so that a name is never crossed; those in the left
 * half, named to their right, from high to low, the others from low to high.
 *
 * @param {readonly Own[]} own
 * @param {(value: number) => number} x
 * @param {number} width
 * @returns {SVGElement[]}
 */
function lanes(own, x, width) {
  const places = own.map((one) => ({ ...one, x: Number(short(x(one.value))) }));
  const left = places.filter((one) => one.x < width / 2).sort((a, b) => b.x - a.x);
  const right = places.filter((one) => one.x >= width / 2).sort((a, b) => a.x - b.x);
  const drawn = [...left, ...right].map((one, at) => lane(one, DOTS + (at + 0.5) * LANE, width));
  return [...drawn.map(({ leg }) => leg), ...drawn.flatMap(({ named }) => named)];
}

/**
 * A region: a line down from the dots to its shape, and its name on the side with more room.
 *
 * @param {Own & { x: number }} one
 * @param {number} y
 * @param {number} width
 */
function lane({ name, place, text, x }, y, width) {
  const after = x < width / 2;
  const room = (after ? width - x : x) - 14 - 7 * (text.length + 1);
  const anchor = after ? "start" : "end";
  const words = `${fitting(name, room)} ${text}`;
  return {
    leg: svg("path", { class: `been r${place + 1}`, d: `M${x} 4V${y}` }),
    named: [
      mark(place, x, y),
      svg(
        "text",
        { class: "naam", x: after ? x + 10 : x - 10, y: y + 4, "text-anchor": anchor },
        words,
      ),
    ],
  };
}
