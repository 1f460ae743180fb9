/**
 * The view of two indicators: it reads the address, and shows what that asks for.
 *
 * @typedef {import("../address.js").Query} Query
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./data.js").Loaded} Loaded
 */
import { parse, push, replace, written } from "../address.js";
import { gemeenten, indicators } from "../data.js";
import { chosen, pairsOf } from "./choice.js";
import { loaded } from "./data.js";
import { PairForm, part } from "./form.js";
import { Picture } from "./picture.js";
import { reach, viewed } from "./view.js";
import { html } from "../draw/svg.js";

const LOST = "De cijfers kunnen nu niet worden geladen. Probeer het later nog eens.";

/** The one view of this page; made when it is first asked for. */
class PairPage {
  #turn = 0;
  /** @type {((year: number) => void) | null} draws another year of what is shown */
  #draw = null;
  #said = part("paar-gezegd", HTMLElement);
  #picture = new Picture();
  #form = new PairForm({
    changed: (pairs) => {
      push(pairs);
      this.show(parse(written(pairs)));
    },
    stepped: (year) => this.#draw?.(year),
  });

  constructor() {
    part("paar-stil", HTMLElement).hidden = true;
    part("paar", HTMLElement).hidden = false;
  }

  /** @param {Query} query */
  async show(query) {
    const turn = ++this.#turn;
    this.#busy(true);
    try {
      const [told, register] = await Promise.all([indicators(), gemeenten()]);
      const { x = "", y = "" } = part("paar", HTMLElement).dataset;
      const choice = told && register
        ? chosen(query, { told, gemeenten: register, first: { x, y } })
        : null;
      const found = choice?.year ? await loaded(choice) : null;
      if (turn === this.#turn) this.#shown(choice, found);
    } catch {
      if (turn === this.#turn) this.#say([LOST]);
    }
    if (turn === this.#turn) this.#busy(false);
  }

  /** @param {boolean} still whether the answer is still being made */
  #busy(still) {
    part("paar", HTMLElement).setAttribute("aria-busy", String(still));
  }

  /** @param {Choice | null} choice @param {Loaded | null} found */
  #shown(choice, found) {
    this.#say(choice ? choice.said : ["Er zijn geen onderwerpen om te combineren."]);
    if (choice) this.#form.show(choice);
    const away = part("paar", HTMLElement).closest("[hidden]") !== null;
    if (choice && choice.said.length === 0 && !away) replace(pairsOf(choice));
    this.#draw = null;
    if (!choice?.year || !found) return this.#picture.clear();
    const limits = reach(choice, found);
    this.#draw = (year) => this.#picture.show(viewed(choice, found, year), found, limits);
    this.#draw(choice.year);
  }

  /** @param {string[]} sentences */
  #say(sentences) {
    this.#said.replaceChildren(...sentences.map((each) => html("p", {}, each)));
    this.#said.hidden = sentences.length === 0;
  }
}

/** @type {PairPage | undefined} */
let page;

/**
 * Show what an address asks for.
 *
 * @param {Query} query
 */
export function shown(query) {
  if (document.getElementById("paar")) (page ??= new PairPage()).show(query);
}
