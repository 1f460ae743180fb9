/** A shortlist: the view of three and more signals, from the address to the list and the map. */

import { push, replace } from "./address.js";
import { columns, combinations, gemeenten, indicators, wijken } from "./data.js";
import { answer, measured } from "./shortlist-answer.js";
import { readChoice, writeChoice } from "./shortlist-choice.js";
import { shortlistForm } from "./shortlist-form.js";
import { shortlistResult } from "./shortlist-result.js";
import { NOUNS, reachWords } from "./shortlist-words.js";
import { html } from "./svg.js";

/**
 * @typedef {import("./address.js").Query} Query
 * @typedef {import("./shortlist-answer.js").Measured} Measured
 * @typedef {import("./shortlist-choice.js").Choice} Choice
 * @typedef {import("./shortlist-choice.js").Combination} Combination
 * @typedef {import("./shortlist-form.js").Offer} Offer
 */

/** @type {Promise<View> | null} */
let made = null;

/**
 * Show what an address asks for.
 *
 * @param {Query} query
 */
export function shown(query) {
  made ??= view();
  made.then((view) => view.shown(query)).catch(() => {
    made = null;
    const root = document.getElementById("lijst");
    const words = "De cijfers konden niet worden opgehaald. Laad de pagina opnieuw.";
    root?.replaceChildren(html("p", { role: "alert" }, words));
  });
}

/** @typedef {{ shown: (query: Query) => Promise<void> }} View */

/** @returns {Promise<View>} */
async function view() {
  const [told, around] = await Promise.all([indicators(), gemeenten()]);
  const themes = told?.themes ?? [];
  const all = themes.flatMap((theme) => theme.indicators);
  const own = around?.regions ?? [];
  /** @type {Offer} */
  const offer = {
    themes,
    indicators: new Map(all.map((each) => [each.key, each])),
    gemeenten: new Map(own.map(({ code, name }) => [code, name])),
  };
  const form = shortlistForm(offer, { changed, added });
  const result = shortlistResult(offer.gemeenten);
  const faulty = html("div", { role: "status", class: "let-op", hidden: true });
  document.getElementById("lijst")?.replaceChildren(faulty, form.element, result.element);

  /** @type {Choice | null} */
  let now = null;
  let turn = 0;

  /** @param {Choice} choice */
  async function regionsOf(choice) {
    return choice.level === "wijk" ? (await wijken())?.regions ?? [] : own;
  }

  /**
   * @param {string} key
   * @param {Choice} choice
   */
  async function measure(key, choice) {
    const indicator = offer.indicators.get(key);
    if (!indicator) return null;
    const [told, regions] = await Promise.all([columns(key, choice.level), regionsOf(choice)]);
    return measured(indicator, told, choice, regions);
  }

  /** @param {Choice} choice */
  async function show(choice) {
    now = choice;
    const mine = ++turn;
    const told = await Promise.all(choice.signals.map(({ key }) => measure(key, choice)));
    const regions = await regionsOf(choice);
    if (mine !== turn) return;
    const found = answer(choice, told.filter((each) => each !== null), regions);
    const noun = NOUNS[choice.level];
    const words = found.signals.map((each) => /** @type {const} */ ([each.indicator.key, {
      atLeast: each.atLeast,
      fifth: each.fifth,
      words: each.reach && each.year
        ? reachWords(each.reach, noun, each.year)
        : silent(each, choice),
    }]));
    form.show(choice, new Map(words));
    await result.show(choice, found, () => mine === turn);
  }

  /**
   * @param {Partial<Choice>} part
   * @param {boolean} [again]
   */
  function changed(part, again = false) {
    if (!now) return;
    const choice = { ...now, ...part, combination: null };
    tell([]);
    (again ? replace : push)(writeChoice(choice));
    show(choice);
  }

  /** @param {string} key */
  async function added(key) {
    if (!now) return;
    const told = await measure(key, now);
    changed({ signals: [...now.signals, { key, atLeast: told?.fifth ?? null }] });
  }

  /** @param {string[]} faults */
  function tell(faults) {
    faulty.hidden = faults.length === 0;
    faulty.replaceChildren(...faults.map((each) => html("p", {}, each)));
  }

  return {
    async shown(query) {
      const known = query.has("begin") ? await named() : new Map();
      const { choice, faults } = readChoice(query, {
        titleOf: (key) => offer.indicators.get(key)?.title ?? null,
        gemeente: (code) => offer.gemeenten.has(code),
        combination: (key) => known.get(key) ?? null,
      });
      tell(faults);
      await show(choice);
    },
  };
}

/**
 * @param {Measured} signal
 * @param {Choice} choice
 */
function silent({ year }, { level, year: asked }) {
  if (year !== null) return "";
  const when = asked === null ? "" : ` over ${asked}`;
  return `Er zijn geen cijfers${when} voor ${NOUNS[level].many}. Dit signaal telt niet mee.`;
}

/** The combinations with a name, where enough of their signals count for wijken. */
async function named() {
  /** @type {Map<string, Combination>} */
  const found = new Map();
  for (const [key, told] of Object.entries((await combinations())?.combinations ?? {})) {
    const signals = told.signals.flatMap(({ indicator, levels }) =>
      levels.wijk ? [{ key: indicator, atLeast: levels.wijk.from }] : []
    );
    if (signals.length >= told.fewest) {
      found.set(key, { key, title: told.title, fewest: told.fewest, signals });
    }
  }
  return found;
}
