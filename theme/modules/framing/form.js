import { html } from "../draw/svg.js";
import { HEIGHT } from "../take/frame.js";

/** @typedef {import("./parts.js").Part} Part */

const LOWEST = 150, HIGHEST = 5000;

/** @param {string} id @param {string} words @param {HTMLElement} field */
function labelled(id, words, field) {
  field.id = id;
  return html("p", {}, html("label", { for: id }, words), html("br"), field);
}

/** @param {readonly Part[]} parts @returns {HTMLOptionElement[]} */
function optionsOf(parts) {
  return parts.map(({ id, name }) => html("option", { value: id }, name));
}

/** The fields in which a reader chooses what to frame, and how. */
export class Form {
  /** @param {() => void} changed hears of every choice but that of the page */
  constructor(changed) {
    this.sought = html("input", { id: "insluiten-zoek", type: "search" });
    this.theme = html("select");
    this.part = html("select");
    this.kind = html(
      "select",
      {},
      ...optionsOf([
        { id: "", name: "Alles" },
        { id: "grafiek", name: "Alleen grafieken en kaarten" },
        { id: "tabel", name: "Alleen tabellen" },
      ]),
    );
    this.colour = html(
      "select",
      {},
      ...optionsOf([
        { id: "", name: "Zoals de lezer het wil" },
        { id: "licht", name: "Licht" },
        { id: "donker", name: "Donker" },
      ]),
    );
    this.height = html("input", {
      type: "number",
      min: LOWEST,
      max: HIGHEST,
      step: 50,
      value: HEIGHT,
    });
    this.growing = html("input", { type: "checkbox", id: "insluiten-groei" });
    this.themes = labelled("insluiten-thema", "Thema", this.theme);
    this.element = html(
      "div",
      { class: "kiezer insluiten" },
      html(
        "div",
        {},
        html("label", { for: this.sought.id }, "Gemeente, wijk, thema of onderwerp"),
        html("span", { class: "veld" }, this.sought),
        this.themes,
        labelled("insluiten-deel", "Onderdeel", this.part),
      ),
      html(
        "div",
        {},
        labelled("insluiten-toon", "Wat laat u zien?", this.kind),
        labelled("insluiten-kleur", "Kleuren", this.colour),
        labelled("insluiten-hoogte", "Hoogte in pixels", this.height),
        html(
          "p",
          {},
          this.growing,
          html("label", { for: this.growing.id }, " Het kader groeit mee met een script"),
        ),
      ),
    );
    for (const field of [this.part, this.kind, this.colour, this.height, this.growing]) {
      field.addEventListener("change", changed);
    }
  }

  /** @param {readonly Part[]} themes @param {string} chosen */
  offerThemes(themes, chosen) {
    const whole = { id: "", name: "Alle thema's samen" };
    this.theme.replaceChildren(...optionsOf([whole, ...themes]));
    this.theme.value = chosen;
    this.themes.hidden = themes.length === 0;
  }

  /** @param {readonly Part[]} parts @param {string} chosen */
  offerParts(parts, chosen) {
    this.part.replaceChildren(...optionsOf([{ id: "", name: "De hele pagina" }, ...parts]));
    this.part.value = parts.some(({ id }) => id === chosen) ? chosen : "";
  }

  /** @returns {number} a height that makes sense, whatever was typed */
  get pixels() {
    const typed = Math.round(this.height.valueAsNumber);
    return Number.isNaN(typed) ? HEIGHT : Math.min(Math.max(typed, LOWEST), HIGHEST);
  }

  /** @returns {{deel: string, toon: string, kleur: string}} */
  get options() {
    return { deel: this.part.value, toon: this.kind.value, kleur: this.colour.value };
  }
}
