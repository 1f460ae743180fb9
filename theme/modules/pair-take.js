/**
 * The buttons that hand over what a reader sees of two indicators.
 *
 * @typedef {import("./pair-view.js").View} View
 * @typedef {import("./pair-data.js").Loaded} Loaded
 */
import { download } from "./download.js";
import { legendOf } from "./legend.js";
import { csvFile, sourceOf, specification } from "./pair-files.js";
import { part } from "./pair-form.js";
import { pngOf, svgOf } from "./picture.js";
import { ORDER } from "./quadrant.js";
import { html } from "./svg.js";

const FAILED = "Dit bestand kon nu niet worden gemaakt. Probeer het later nog eens.";

/** Hands over files of the view that is shown. */
export class Take {
  #place = part("paar-bestanden", HTMLElement);
  #said = html("span", { role: "status", class: "mild" });
  /** @type {{ view: View, loaded: Loaded } | null} */
  #now = null;

  constructor() {
    const points = () => this.#drawn("paar-punten");
    this.#place.append(
      this.#button("CSV van alle gebieden", "csv", "text/csv;charset=utf-8", csvFile),
      this.#button("Grafiek als PNG", "png", "image/png", () => pngOf(...points())),
      this.#button("Grafiek als SVG", "svg", "image/svg+xml", () => svgOf(...points())),
      this.#button(
        "Kaart als SVG",
        "kaart.svg",
        "image/svg+xml",
        () => svgOf(...this.#drawn("paar-kaart")),
      ),
      this.#button("Grafiek als Vega-Lite", "vl.json", "application/json", specification),
      this.#said,
    );
  }

  /** @param {View} view @param {Loaded} loaded */
  show(view, loaded) {
    this.#now = { view, loaded };
    this.#said.textContent = "";
    const drawn = view.lines !== null;
    for (const [at, button] of [...this.#place.querySelectorAll("button")].entries()) {
      button.hidden = at > 0 && !drawn;
    }
  }

  /**
   * @param {string} words
   * @param {string} ending
   * @param {string} type
   * @param {(view: View, loaded: Loaded) => string | Blob | Promise<string | Blob>} make
   */
  #button(words, ending, type, make) {
    const button = html("button", { type: "button", class: "kies" }, words);
    button.addEventListener("click", async () => {
      if (!this.#now) return;
      const { view, loaded } = this.#now;
      const { x, y } = view.choice;
      const name = `combineer-${x.key}-${y.key}-${view.year}.${ending}`;
      try {
        download(name, type, await make(view, loaded));
        this.#said.textContent = `Bestand gemaakt: ${name}`;
      } catch {
        this.#said.textContent = FAILED;
      }
    });
    return button;
  }

  /** @param {string} id @returns {[SVGSVGElement, import("./picture.js").Told]} */
  #drawn(id) {
    const drawing = part(id, HTMLElement).querySelector("svg");
    if (!drawing || !this.#now) throw new Error("nothing is drawn");
    const title = drawing.querySelector("title")?.textContent ?? "";
    const keys = legendOf(part("paar-legenda", HTMLElement));
    const legend = id === "paar-punten" ? keys.slice(0, ORDER.length) : keys;
    const notes = [part("paar-lijnen", HTMLElement).textContent ?? ""];
    return [drawing, { title, source: sourceOf(this.#now.loaded), notes, legend }];
  }
}
