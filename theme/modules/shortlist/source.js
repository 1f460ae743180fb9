/** What a shortlist is made of: indicators, regions, figures and combinations, fetched once. */

import { columns, combinations, gemeenten, indicators, wijken } from "../data.js";
import { measured } from "./answer.js";

/**
 * @typedef {import("./answer.js").Measured} Measured
 * @typedef {import("./answer.js").Region} Region
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./choice.js").Combination} Combination
 * @typedef {import("../data.js").Indicator} Indicator
 * @typedef {import("../data.js").Theme} Theme
 * @typedef {{ themes: Theme[], indicators: Map<string, Indicator>, gemeenten: Map<string, string> }} Offer
 */

/** @returns {Promise<Offer>} what there is to choose from; gemeenten are names by code */
export async function offered() {
  const [told, around] = await Promise.all([indicators(), gemeenten()]);
  const themes = told?.themes ?? [];
  const all = themes.flatMap((theme) => theme.indicators);
  return {
    themes,
    indicators: new Map(all.map((each) => [each.key, each])),
    gemeenten: new Map((around?.regions ?? []).map(({ code, name }) => [code, name])),
  };
}

/**
 * All regions of the level that a choice is about, in the order of the division.
 *
 * @param {Choice} choice
 * @returns {Promise<Region[]>}
 */
export async function regionsOf({ level }) {
  return (await (level === "wijk" ? wijken() : gemeenten()))?.regions ?? [];
}

/**
 * The figures of an indicator for a choice.
 *
 * @param {Indicator} indicator
 * @param {Choice} choice
 * @returns {Promise<Measured>}
 */
export async function measure(indicator, choice) {
  const [told, regions] = await Promise.all([
    indicator.years[choice.level]?.length ? columns(indicator.key, choice.level) : null,
    regionsOf(choice),
  ]);
  return measured(indicator, told, choice, regions);
}

/**
 * The combinations with a name, where enough of their signals count for wijken.
 *
 * @returns {Promise<Map<string, Combination>>}
 */
export async function named() {
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
