/**
 * The map of two indicators: outlines in the colours of the quadrants, or dots for all wijken.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./data.js").Loaded} Loaded
 */
import { byName } from "../names.js";
import { choropleth, pointMap } from "../draw/choropleth.js";
import { Explorer } from "../draw/explorer.js";
import { part } from "./form.js";
import { keysOf } from "./keys.js";
import { told } from "./told.js";
import { regions } from "./words.js";
import { pageOf } from "../region-page.js";

const WIDTH = 460;

/** Draws the map of a view. */
export class PairMap {
  #explorer = new Explorer(part("paar-kaart", HTMLElement));
  #note = part("paar-kaart-let-op", HTMLElement);

  /** @param {View} view @param {Loaded} loaded */
  show(view, loaded) {
    const { geometries, points } = loaded;
    const { choice: { x, y, level }, placed, pairs, year } = view;
    this.#note.hidden = points === null;
    const quadrants = new Map(placed.map((each) => [each.pair, each.quadrant]));
    const title = `Kaart: ${x.title} en ${y.title}, ${regions(placed.length, level)}, ${year}`;
    const description = keysOf(view).map(({ words }) => words).join("; ");
    const ground = { geometries, width: WIDTH, title, description };
    const shown = points ? placed.map((each) => each.pair) : pairs;
    const kept = shown
      .filter(({ region: { code } }) => points ? points[code] : geometries.has(code))
      .toSorted((a, b) => byName(a.region.name, b.region.name));
    const drawing = points
      ? pointMap(
        kept.map((pair) => ({
          point: points[pair.region.code] ?? [0, 0],
          quadrant: quadrants.get(pair) ?? 0,
        })),
        ground,
      )
      : choropleth(
        kept.map((pair) => ({
          code: pair.region.code,
          look: quadrants.get(pair) ?? pair.state ?? "missing",
        })),
        ground,
      );
    this.#explorer.show(drawing, {
      text: (i) => told(kept[i], { x, y }, loaded, kept[i] && quadrants.get(kept[i])),
      href: (i) => kept[i] ? pageOf(kept[i].region) : "",
    });
  }
}
