/** What the page says of a shortlist, in sentences. */

import { dutch } from "../cells.js";

/**
 * @typedef {import("./rules.js").Reach} Reach
 * @typedef {{ one: string, many: string }} Noun
 * @typedef {{ enough: number, unsure: number, regions: number }} Tally
 */

/** @type {Record<"gemeente" | "wijk", Noun>} */
export const NOUNS = {
  gemeente: { one: "gemeente", many: "gemeenten" },
  wijk: { one: "wijk", many: "wijken" },
};

/** @param {number} number */
export const whole = (number) => dutch(number, 0);

/**
 * @param {number} number
 * @param {Noun} noun
 */
export function counted(number, noun) {
  return `${whole(number)} ${number === 1 ? noun.one : noun.many}`;
}

/**
 * How many regions reach one threshold: "87 van de 330 gemeenten met een cijfer over 2024 halen dit".
 *
 * @param {Reach} reach
 * @param {Noun} noun
 * @param {number} year
 * @returns {string}
 */
export function reachWords({ reached, among, withheld, lacking }, noun, year) {
  const verb = reached === 1 ? "haalt" : "halen";
  const told = among
    ? [`${whole(reached)} van de ${counted(among, noun)} met een cijfer over ${year} ${verb} dit`]
    : [`Geen ${noun.one} heeft een cijfer over ${year} dat te zien is`];
  if (withheld) told.push(`${whole(withheld)} niet getoond`);
  if (lacking) told.push(`${whole(lacking)} zonder cijfer`);
  return `${told.join("; ")}.`;
}

/**
 * The answer in sentences: who meets, of whom nobody can say, who does not.
 *
 * @param {Tally} tally
 * @param {Noun} noun
 * @param {{ fewest: number, signals: number, where?: string }} asked `where`: " in Goes"
 * @returns {string[]}
 */
export function answerWords({ enough, unsure, regions }, noun, { fewest, signals, where = "" }) {
  const which = signals === 1 ? "het signaal" : `minstens ${fewest} van de ${signals} signalen`;
  const has = enough === 1 ? "heeft" : "hebben";
  const told = [
    enough
      ? `${whole(enough)} van de ${counted(regions, noun)}${where} ${has} ${which}.`
      : `Geen enkele ${noun.one}${where} heeft ${which}.`,
  ];
  if (unsure) {
    told.push(
      `Bij ${counted(unsure, noun)} is het niet te zeggen, omdat niet alle cijfers te zien zijn.`,
    );
  }
  const not = regions - enough - unsure;
  if (not) told.push(`${counted(not, noun)} ${not === 1 ? "heeft" : "hebben"} dat niet.`);
  return told;
}
