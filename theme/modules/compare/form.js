/**
 * What a reader compares with: regions, groups of regions, subjects, a year.
 *
 * @import { Choice, Region, Subject } from "./choice.js"
 * @import { Preset } from "./presets.js"
 * @import { Theme } from "../data.js"
 * @typedef {{ regions: string[], subjects: string[], year: string }} Chosen
 * @typedef {{ themes: readonly Theme[], years: readonly number[],
 *   changed: (chosen: Chosen, said?: string) => void }} Setting
 */

import { MOST } from "./choice.js";
import { sign } from "../draw/mark.js";
import { html } from "../draw/svg.js";

/** The form: it shows a choice, and tells of another. */
export class Form {
  #chips = html("ul", { class: "gekozen" });
  #presets = html("p", { class: "knoppen" });
  #heading = html("h2", { id: "gebieden", tabindex: "-1" }, "Gebieden");
  #hint = html(
    "p",
    { class: "mild", hidden: true },
    "Van meer dan vijf gemeenten kiezen wij de vijf die in aantal inwoners het dichtst bij de eerste gemeente liggen.",
  );
  #year = html("select");
  /** @type {HTMLInputElement[]} */
  #boxes = [];
  /** @type {Chosen} */
  #chosen = { regions: [], subjects: [], year: "" };
  /** What stands there without being asked for is not written in an address. */
  #implied = false;
  /** @type {(() => void) | null} where the focus goes when the next choice is shown */
  #next = null;
  #setting;

  /** @param {Setting} setting @param {HTMLElement} adding what a region is added with */
  constructor(setting, adding) {
    this.#setting = setting;
    this.adding = adding;
    this.#year.append(
      html("option", { value: "" }, "Nieuwste jaar"),
      ...setting.years.map((year) => html("option", { value: year }, String(year))),
    );
    this.#year.addEventListener("change", () => this.#change({ year: this.#year.value }));
    this.element = html(
      "div",
      { class: "kiezer" },
      html(
        "div",
        { role: "group", "aria-labelledby": "gebieden" },
        this.#heading,
        this.#chips,
        adding,
        this.#presets,
        this.#hint,
      ),
      html(
        "div",
        { role: "group", "aria-labelledby": "onderwerpen" },
        html("h2", { id: "onderwerpen" }, "Onderwerpen en jaar"),
        html(
          "details",
          {},
          html("summary", {}, "Kies onderwerpen"),
          ...setting.themes.flatMap((theme) => this.#theme(theme)),
        ),
        html("label", { class: "jaar" }, "Jaar ", this.#year),
      ),
    );
  }

  /** @param {Region} region a region that the reader picked */
  add(region) {
    const { regions } = this.#chosen;
    if (regions.includes(region.code)) this.#change({}, `${region.name} staat er al.`);
    else if (regions.length >= MOST.regions) {
      this.#change(
        {},
        `Er staan al zes gebieden. Haal er eerst een weg om ${region.name} te zien.`,
      );
    } else {
      this.#change({ regions: [...regions, region.code] }, `${region.name} is toegevoegd.`);
    }
  }

  /**
   * Show a choice.
   *
   * @param {Choice} choice
   * @param {readonly Preset[]} presets
   */
  show({ regions, subjects, year, implied }, presets) {
    this.#implied = implied;
    this.#chosen = {
      regions: regions.map(({ code }) => code),
      subjects: subjects.map(({ key }) => key),
      year: year === null ? "" : String(year),
    };
    this.#chips.replaceChildren(...regions.map((region, place) => this.#chip(region, place)));
    const focused = this.#presets.contains(document.activeElement);
    const label = focused ? document.activeElement?.textContent : null;
    this.#presets.replaceChildren(...presets.flatMap((preset) => [this.#preset(preset), " "]));
    this.#hint.hidden = !presets.some(({ codes }) => codes.length === MOST.regions);
    if (focused) {
      const same = [...this.#presets.children].find((button) => button.textContent === label);
      (same instanceof HTMLElement ? same : this.#heading).focus();
    }
    for (const box of this.#boxes) box.checked = this.#chosen.subjects.includes(box.value);
    this.#year.value = this.#chosen.year;
    this.#next?.();
    this.#next = null;
  }

  /** @param {Partial<Chosen>} part @param {string} [said] */
  #change(part, said) {
    const subjects = this.#implied ? [] : this.#chosen.subjects;
    this.#setting.changed({ ...this.#chosen, subjects, ...part }, said);
  }

  /** @param {Region} region @param {number} place */
  #chip(region, place) {
    const words = html("span", { class: "sr" }, " weghalen");
    const cross = html("span", { "aria-hidden": "true" }, " ×");
    const button = html("button", { type: "button" }, sign(place), region.name, words, cross);
    button.addEventListener("click", () => this.#remove(region, place));
    return html("li", {}, button);
  }

  /** @param {Region} region @param {number} place */
  #remove(region, place) {
    const regions = this.#chosen.regions.filter((code) => code !== region.code);
    this.#next = () => {
      const left = this.#chips.querySelectorAll("button");
      const beside = left[Math.min(place, left.length - 1)];
      (beside ?? this.adding.querySelector("input") ?? this.#heading).focus();
    };
    this.#change({ regions }, `${region.name} is weggehaald.`);
  }

  /** @param {Preset} preset */
  #preset({ label, codes, said }) {
    const button = html("button", { type: "button" }, label);
    button.addEventListener("click", () => this.#change({ regions: codes }, said));
    return button;
  }

  /** @param {Theme} theme */
  #theme({ title, indicators }) {
    const boxes = indicators.filter(({ years }) => years.gemeente ?? years.wijk).map((each) => {
      const box = html("input", { type: "checkbox", value: each.key });
      box.addEventListener("change", () => this.#toggled(box));
      this.#boxes.push(box);
      return html("label", {}, box, ` ${each.title}`);
    });
    return boxes.length > 0 ? [html("fieldset", {}, html("legend", {}, title), ...boxes)] : [];
  }

  /** @param {HTMLInputElement} box */
  #toggled(box) {
    const others = this.#chosen.subjects.filter((key) => key !== box.value);
    const subjects = box.checked ? [...others, box.value] : others;
    const said = subjects.length > 0
      ? `${box.labels?.[0]?.textContent?.trim()} is ${box.checked ? "toegevoegd" : "weggehaald"}.`
      : "Er is geen onderwerp meer gekozen: van elk thema staat hier weer het eerste.";
    this.#change({ subjects }, said);
  }
}
