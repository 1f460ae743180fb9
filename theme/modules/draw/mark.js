/** How regions are told apart in a chart without colour: by a shape, and a name beside it. */

import { svg } from "./svg.js";

/** A shape for each place, about 10 wide, around the origin. */
const SHAPES = [
  "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z",
  "M-4-4H4V4H-4Z",
  "M0-5.4L5 3.6H-5Z",
  "M0-5.6L5.6 0L0 5.6L-5.6 0Z",
  "M0 5.4L5-3.6H-5Z",
  "M-1.6-5H1.6V-1.6H5V1.6H1.6V5H-1.6V1.6H-5V-1.6H-1.6Z",
];

/**
 * The shape of a region at a place in a drawing.
 *
 * @param {number} place of the region among those chosen, from 0
 * @param {number} x
 * @param {number} y
 * @returns {SVGPathElement}
 */
export function mark(place, x, y) {
  const d = SHAPES[place % SHAPES.length] ?? "";
  return svg("path", { d, class: `merk r${place + 1}`, transform: `translate(${x} ${y})` });
}

/**
 * A small drawing of the shape alone, for beside a name; a screen reader passes over it.
 *
 * @param {number} place
 * @returns {SVGSVGElement}
 */
export function sign(place) {
  const drawn = {
    class: "teken",
    viewBox: "-7 -7 14 14",
    "aria-hidden": "true",
    focusable: "false",
  };
  return svg("svg", drawn, mark(place, 0, 0));
}

/**
 * Places in their order, moved as little as keeps them a pitch apart within the bounds.
 *
 * @param {readonly number[]} wanted
 * @param {{ pitch: number, low: number, high: number }} room
 * @returns {number[]} as many, in the same order
 */
export function apart(wanted, { pitch, low, high }) {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = wanted.slice();
  let next = low;
  for (const at of order) {
    placed[at] = Math.max(next, wanted[at] ?? 0);
    next = (placed[at] ?? 0) + pitch;
  }
  let last = high;
  for (const at of order.toReversed()) {
    placed[at] = Math.min(last, placed[at] ?? 0);
    last = (placed[at] ?? 0) - pitch;
  }
  return placed;
}

/**
 * A name in about so many pixels of small text; a longer one ends in three dots.
 *
 * @param {string} name
 * @param {number} width
 * @returns {string}
 */
export function fitting(name, width) {
  const most = Math.max(4, Math.floor(width / 6.6));
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}
