/**
 * The list of two indicators: every region, whether it can be placed or not.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./data.js").Loaded} Loaded
 * @typedef {import("../cells.js").Cell} Cell
 * @typedef {import("../draw/table.js").Field} Field
 */
import { cellText, cellWords, number } from "../cells.js";
import { provisional } from "../column.js";
import { part } from "./form.js";
import { named } from "./quadrant.js";
import { RegionTable } from "../draw/table.js";
import { pageOf } from "../region-page.js";

const FIRST = 50;

/** Lists the regions of a view. */
export class PairList {
  #place = part("paar-lijst", HTMLElement);

  /** @param {View} view @param {Loaded} loaded */
  show({ choice: { x, y, level, within }, pairs, placed, year }, loaded) {
    const wide = level === "wijk" && !within;
    const quadrants = new Map(placed.map((each) => [each.pair, each.quadrant]));
    const fields = (/** @type {"x" | "y"} */ side) => {
      const { decimals } = side === "x" ? x : y;
      const star = provisional(loaded[side], year);
      return (/** @type {Cell} */ cell) => figure(cell, decimals, star);
    };
    const [first, second] = [fields("x"), fields("y")];
    const table = new RegionTable(`${x.title} en ${y.title}, ${year}`, [
      { title: level === "wijk" ? "Wijk" : "Gemeente" },
      ...(wide ? [{ title: "Gemeente" }] : []),
      { title: x.title, small: x.unit, number: true },
      { title: y.title, small: y.unit, number: true },
      { title: "Ten opzichte van de lijnen" },
    ], { first: FIRST });
    const rows = pairs.map((pair) => {
      const { region } = pair;
      const which = quadrants.get(pair);
      const fields = [
        text(region.name, pageOf(region)),
        ...(wide ? [text(loaded.parents.get(region.parent ?? "") ?? "")] : []),
        first(pair.x),
        second(pair.y),
        which === undefined
          ? { ...text("–"), spoken: "niet te zeggen" }
          : text(named(which, x.title, y.title)),
      ];
      return { code: region.code, fields };
    });
    this.#place.replaceChildren(table.fill(rows).element);
  }
}

/** @param {string} words @param {string} [href] @returns {Field} */
function text(words, href) {
  return href ? { text: words, value: null, href } : { text: words, value: null };
}

/** @param {Cell} cell @param {number} decimals @param {boolean} star @returns {Field} */
function figure(cell, decimals, star) {
  const value = number(cell);
  const told = { text: cellText(cell, decimals, star), value };
  if (value === null) return { ...told, spoken: cellWords(cell, decimals) };
  return star ? { ...told, note: " (voorlopig)" } : told;
}
