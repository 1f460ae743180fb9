/**
 * Many dots in few paths: a dot is a line without length that has round ends.
 *
 * @typedef {import("./explorer.js").Spot} Spot
 * @typedef {import("../pair/quadrant.js").Quadrant} Quadrant
 */
import { ORDER } from "../pair/quadrant.js";
import { short, svg } from "./svg.js";

const NEAR = 18;

/**
 * The dots of each quadrant, those that tell most on top, each with an edge.
 *
 * @param {readonly Spot[]} spots
 * @param {readonly Quadrant[]} quadrants of each
 * @param {number} radius
 * @returns {SVGGElement}
 */
export function dots(spots, quadrants, radius) {
  const made = ORDER.toReversed().map((which) => {
    const own = spots.filter((_, index) => quadrants[index] === which);
    const d = own.map(({ x, y }) => `M${short(x)},${short(y)}h0`).join("");
    return svg(
      "g",
      { "stroke-linecap": "round", fill: "none" },
      svg("path", { d, class: "rand", "stroke-width": 2 * radius + 1.5 }),
      svg("path", { d, class: `l${which}`, "stroke-width": 2 * radius }),
    );
  });
  return svg("g", {}, ...made);
}

/**
 * The nearest spot to a point, when it is near enough to be meant; else -1.
 *
 * @param {readonly Spot[]} spots
 * @param {number} px
 * @param {number} py
 * @returns {number}
 */
export function nearest(spots, px, py) {
  let [found, least] = [-1, NEAR ** 2];
  for (const [index, { x, y }] of spots.entries()) {
    const far = (x - px) ** 2 + (y - py) ** 2;
    if (far < least) [found, least] = [index, far];
  }
  return found;
}

/**
 * What lies around a dot that is told of.
 *
 * @param {Spot | undefined} spot
 * @param {number} radius
 * @returns {SVGCircleElement}
 */
export function ringed(spot, radius) {
  const at = { cx: short(spot?.x ?? 0), cy: short(spot?.y ?? 0), r: radius + 3 };
  const look = { fill: "none", stroke: "currentColor", "stroke-width": 3 };
  return svg("circle", { class: "ring", ...at, ...look });
}
