/**
 * Two indicators in one year on the page: what is said, the scatter, the map, the list.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./data.js").Loaded} Loaded
 * @typedef {import("./pairs.js").Pair} Pair
 */
import { dutch, STATES } from "../cells.js";
import { Explorer } from "../draw/explorer.js";
import { part } from "./form.js";
import { PairList } from "./list.js";
import { PairMap } from "./map.js";
import { dropped, figures } from "./pairs.js";
import { keysOf } from "./keys.js";
import { left, regions, together } from "./words.js";
import { Take } from "./take.js";
import { spearman } from "./rank.js";
import { pageOf } from "../region-page.js";
import { scatter } from "../draw/scatter.js";
import { html } from "../draw/svg.js";
import { told } from "./told.js";

const WIDEST = 640, NARROWEST = 300;

/** Draws a view, and again when the page gets another width. */
export class Picture {
  #place = part("paar-beeld", HTMLElement);
  #said = part("paar-uitkomst", HTMLElement);
  #legend = part("paar-legenda", HTMLElement);
  #figure = part("paar-punten", HTMLElement);
  #scatter = new Explorer(this.#figure);
  #map = new PairMap();
  #list = new PairList();
  #take = new Take();
  #width = 0;
  /** @type {(() => void) | null} */
  #again = null;

  constructor() {
    addEventListener("resize", () => {
      if (this.#again && this.#wide() !== this.#width) this.#again();
    });
  }

  /** Nothing to show. */
  clear() {
    this.#again = null;
    this.#place.hidden = true;
    this.#said.replaceChildren();
  }

  /**
   * @param {View} view
   * @param {Loaded} loaded
   * @param {{ x: number[], y: number[] }} limits
   */
  show(view, loaded, limits) {
    this.#say(view);
    this.#place.hidden = false;
    const drawn = view.lines !== null;
    part("paar-grafieken", HTMLElement).hidden = !drawn;
    this.#again = drawn ? () => this.#scattered(view, loaded, limits) : null;
    this.#again?.();
    this.#explain(view, loaded.points !== null);
    if (drawn) this.#map.show(view, loaded);
    this.#list.show(view, loaded);
    this.#take.show(view, loaded);
  }

  /** @returns {number} */
  #wide() {
    return Math.max(NARROWEST, Math.min(WIDEST, this.#figure.clientWidth));
  }

  /** @param {View} view @param {Loaded} loaded @param {{ x: number[], y: number[] }} limits */
  #scattered(view, loaded, limits) {
    const { choice: { x, y, level }, placed, lines, year, ofCountry } = view;
    if (!lines) return;
    this.#width = this.#wide();
    const drawing = scatter(placed, {
      x: { title: x.title, unit: x.unit, reach: [...limits.x, lines.x], line: lines.x },
      y: { title: y.title, unit: y.unit, reach: [...limits.y, lines.y], line: lines.y },
      width: this.#width,
      title: `${x.title} en ${y.title}, ${regions(placed.length, level)}, ${year}`,
      description: keysOf(view).map(({ words }) => words).join("; "),
      line: ofCountry ? "Nederland" : "midden",
    });
    this.#scatter.show(drawing, {
      text: (index) => told(placed[index]?.pair, { x, y }, loaded, placed[index]?.quadrant),
      href: (index) => placed[index] ? pageOf(placed[index].pair.region) : "",
    });
  }

  /** @param {View} view */
  #say({ choice: { x, y, level, within }, pairs, placed, lines, year, ofCountry }) {
    const { xs, ys } = figures(pairs);
    const titles = { x: x.title, y: y.title };
    const where = within ? ` in ${within.name}` : "";
    const sentences = [
      `${regions(placed.length, level)}${where} met beide cijfers in ${year}.`,
      lines ? together(spearman(xs, ys), xs.length, titles, level).join(" ") : "",
      left(dropped(pairs), level),
    ];
    const edge = lines
      ? ofCountry
        ? `De lijnen liggen op de cijfers van Nederland: ${dutch(lines.x, x.decimals)} en ${
          dutch(lines.y, y.decimals)
        }.`
        : `De lijnen liggen op het midden: het middelste van de getoonde cijfers. Dat is ${
          dutch(lines.x, x.decimals)
        } voor “${x.title}” en ${dutch(lines.y, y.decimals)} voor “${y.title}”.`
      : "";
    this.#said.replaceChildren(
      ...sentences.filter((each) => each).map((each) => html("p", {}, each)),
    );
    part("paar-lijnen", HTMLElement).textContent = edge;
  }

  /**
   * Each drawing has its own legend.
   *
   * @param {View} view
   * @param {boolean} dotted whether the map has only dots: none for what cannot be placed
   */
  #explain(view, dotted) {
    const { choice: { level }, pairs } = view;
    const keys = keysOf(view);
    const absent = dotted ? [] : dropped(pairs).map(([state, count]) => ({
      look: `s-${state}`,
      words: `${STATES[state][1]}: ${regions(count, level)}`,
    }));
    const items = (/** @type {{ look: string, words: string }[]} */ all) =>
      all.map(({ look, words }) => html("li", {}, html("i", { class: look }), words));
    this.#legend.replaceChildren(...items(keys));
    part("paar-kaart-legenda", HTMLElement).replaceChildren(...items([...keys, ...absent]));
  }
}
