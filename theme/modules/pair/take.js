/**
 * What a reader takes along of two indicators; "Gebruik en deel" does the rest.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./data.js").Loaded} Loaded
 */
import { download } from "../take/download.js";
import { csvFile, specification } from "./files.js";
import { part } from "./form.js";
import { html } from "../draw/svg.js";

/** Hands over files of the view that is shown. */
export class Take {
  #block = /** @type {HTMLDetailsElement | null} */ (
    part("paar-bestanden", HTMLElement).closest("details")
  );
  /** @type {{ view: View, loaded: Loaded } | null} */
  #now = null;
  #drawn = this.#button("Grafiek als Vega-Lite", "vl.json", "application/json", specification);

  constructor() {
    const table = this.#button("CSV van alle gebieden", "csv", "text/csv;charset=utf-8", csvFile);
    part("paar-bestanden", HTMLElement).append(table, this.#drawn);
  }

  /** @param {View} view @param {Loaded} loaded */
  show(view, loaded) {
    this.#now = { view, loaded };
    this.#drawn.hidden = view.lines === null;
    const { x, y } = view.choice;
    const cite = this.#block?.querySelector("cite");
    if (cite) cite.textContent = `${x.title} en ${y.title}, ${view.year}`;
    // What it offers is of the drawings that stood there when it was opened.
    if (this.#block?.open) this.#look(this.#block);
  }

  /** @param {HTMLElement} block */
  async #look(block) {
    const { share } = await import("../share.js");
    share(block);
  }

  /**
   * @param {string} words
   * @param {string} ending
   * @param {string} type
   * @param {(view: View, loaded: Loaded) => string} make
   */
  #button(words, ending, type, make) {
    const button = html("button", { type: "button", class: "kies" }, words);
    button.addEventListener("click", () => {
      if (!this.#now) return;
      const { view, loaded } = this.#now;
      const { x, y } = view.choice;
      const name = `combineer-${x.key}-${y.key}-${view.year}.${ending}`;
      download(name, type, make(view, loaded));
    });
    return button;
  }
}
