/** A shortlist: the view of three and more signals, from the address to the list and the map. */

import { push, replace } from "../address.js";
import { answer } from "./answer.js";
import { readChoice, writeChoice } from "./choice.js";
import { shortlistForm } from "./form.js";
import { shortlistResult } from "./result.js";
import { measure, named, offered, regionsOf } from "./source.js";
import { NOUNS, reachWords } from "./words.js";
import { html } from "../draw/svg.js";

/**
 * @typedef {import("../address.js").Query} Query
 * @typedef {import("./answer.js").Measured} Measured
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./source.js").Offer} Offer
 * @typedef {{ shown: (query: Query) => Promise<void> }} View
 */

const FAILED = "De cijfers konden niet worden opgehaald. Laad de pagina opnieuw.";

/** @type {Promise<View> | null} */
let made = null;

/**
 * Show what an address asks for.
 *
 * @param {Query} query
 */
export function shown(query) {
  made ??= offered().then(view);
  busy(true);
  made.then((view) => view.shown(query)).catch(failed);
}

/** What cannot be fetched now may be there when the page is loaded again. */
function failed() {
  made = null;
  document.getElementById("lijst")?.replaceChildren(html("p", { role: "alert" }, FAILED));
  busy(false);
}

/** Tell whether the answer is still being made. @param {boolean} still */
function busy(still) {
  document.getElementById("lijst")?.setAttribute("aria-busy", String(still));
}

/**
 * The form and the result, and what happens between them: the newest choice wins.
 *
 * @param {Offer} offer
 * @returns {View}
 */
function view(offer) {
  const form = shortlistForm(offer, { changed, added });
  const result = shortlistResult(offer.gemeenten);
  const faulty = html("div", { role: "status" });
  document.getElementById("lijst")?.replaceChildren(faulty, form.element, result.element);

  /** @type {Choice | null} */
  let now = null;
  let turn = 0;

  /** @param {Choice} choice */
  async function show(choice) {
    now = choice;
    const mine = ++turn;
    busy(true);
    const asked = choice.signals.flatMap(({ key }) => offer.indicators.get(key) ?? []);
    const told = await Promise.all(asked.map((indicator) => measure(indicator, choice)));
    const regions = await regionsOf(choice);
    if (mine !== turn) return;
    const found = answer(choice, told, regions);
    const said = new Map(found.signals.map((each) => [each.indicator.key, telling(each, choice)]));
    form.show(choice, said);
    await result.show(choice, found, () => mine === turn);
    if (mine === turn) busy(false);
  }

  /**
   * @param {Partial<Choice>} part
   * @param {boolean} [again]
   */
  async function changed(part, again = false) {
    if (!now) return;
    const choice = { ...now, ...part, combination: null };
    tell([]);
    (again ? replace : push)(writeChoice(choice));
    await show(choice).catch(failed);
  }

  /** @param {string} key */
  async function added(key) {
    const indicator = offer.indicators.get(key);
    if (!now || !indicator) return;
    const { fifth } = await measure(indicator, now);
    if (now.signals.every((signal) => signal.key !== key)) {
      await changed({ signals: [...now.signals, { key, atLeast: fifth }] });
    }
  }

  /** @param {string[]} faults */
  function tell(faults) {
    const told = faults.map((each) => html("p", {}, each));
    faulty.replaceChildren(...(told.length ? [html("div", { class: "let-op" }, ...told)] : []));
  }

  /** @param {Query} query */
  async function shown(query) {
    const mine = ++turn;
    const known = query.has("begin") ? await named() : new Map();
    if (mine !== turn) return;
    const { choice, faults } = readChoice(query, {
      titleOf: (key) => offer.indicators.get(key)?.title ?? null,
      gemeente: (code) => offer.gemeenten.has(code),
      combination: (key) => known.get(key) ?? null,
    });
    tell(faults);
    await show(choice);
  }

  return { shown };
}

/**
 * What the form tells of a signal.
 *
 * @param {Measured} signal
 * @param {Choice} choice
 */
function telling({ atLeast, fifth, reach, year }, { level, year: asked }) {
  const noun = NOUNS[level];
  if (year === null) {
    const when = asked === null ? "" : ` over ${asked}`;
    const words = `Er zijn geen cijfers${when} voor ${noun.many}. Dit signaal telt niet mee.`;
    return { atLeast, fifth, words };
  }
  return { atLeast, fifth, words: reach ? reachWords(reach, noun, year) : "" };
}
