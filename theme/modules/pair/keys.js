/** @typedef {import("./view.js").View} View */
import { counted, named, ORDER } from "./quadrant.js";
import { regions } from "./words.js";

/**
 * Each quadrant with its look and how many regions are in it: a legend, and what a drawing says.
 *
 * @param {View} view
 * @returns {{ look: string, words: string }[]}
 */
export function keysOf({ choice: { x, y, level }, placed }) {
  const counts = counted(placed.map((each) => each.quadrant));
  return ORDER.map((which) => ({
    look: `v${which}`,
    words: `${named(which, x.title, y.title)}: ${regions(counts[which], level)}`,
  }));
}
