/** The answer of a shortlist on the page: sentences, a list and a map. */

import { outlines, points } from "../data.js";
import { pageOf } from "../region-page.js";
import { regionTable } from "./list.js";
import { regionMap } from "./map.js";
import { answerWords, NOUNS } from "./words.js";
import { html } from "../draw/svg.js";

/**
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./list.js").Line} Line
 * @typedef {import("./map.js").Verdict} Verdict
 * @typedef {import("./rules.js").Found} Found
 */

const NOTHING = "Kies hierboven een onderwerp en een drempel, of begin met een combinatie.";

/** @param {Map<string, string>} gemeenten names by code */
export function shortlistResult(gemeenten) {
  const said = html("div", { role: "status", class: "uitkomst" });
  const place = html("div");
  const list = html("div");
  const words = html("div", {}, html("h3", {}, "Uitkomst"), said);
  const element = html("div", {}, html("div", { class: "kaart" }, words, place), list);
  /** @type {{ where: string, told: ReturnType<typeof regionMap> } | null} */
  let map = null;

  /**
   * @param {Choice} choice
   * @param {Answer} answer
   * @param {() => boolean} still whether this is still what the reader wants
   */
  async function show(choice, answer, still) {
    const sentences = answerTold(choice, answer, gemeenten);
    if (said.textContent !== sentences.join("")) {
      said.replaceChildren(...sentences.map((each) => html("p", {}, each)));
    }
    list.replaceChildren(...tables(choice, answer, gemeenten));
    place.hidden = !answer.counting.length;
    if (place.hidden) return;
    const where = choice.inside ?? choice.level;
    if (map?.where !== where) {
      const outlined = await outlinesOf(choice);
      if (!still()) return;
      const places = answer.regions.map((each) => ({ code: each.code, href: pageOf(each) }));
      map = outlined && { where, told: regionMap(places, outlined) };
      place.replaceChildren(...(map ? [map.told.element] : []));
    }
    map?.told.tell(sentences.join(" "), verdicts(answer));
  }

  return { element, show };
}

/** @param {Answer} answer */
function verdicts({ regions, founds, counting }) {
  return new Map(regions.map(({ code, name }) => {
    const found = founds.get(code);
    const words = `${name}: ${found?.met ?? 0} van de ${counting.length} signalen`;
    return [code, { verdict: verdictOf(found), words }];
  }));
}

/**
 * @param {Choice} choice
 * @param {Answer} answer
 * @param {Map<string, string>} gemeenten
 */
function answerTold(choice, { counting, fewest, tally }, gemeenten) {
  if (!counting.length) return [NOTHING];
  const where = choice.inside ? ` in ${gemeenten.get(choice.inside)}` : "";
  const asked = { fewest, signals: counting.length, where };
  const told = answerWords(tally, NOUNS[choice.level], asked);
  if (counting.length < fewest) {
    told.push(`Er zijn maar ${counting.length} signalen die meetellen; kies een lager aantal.`);
  }
  return told;
}

/**
 * @param {Choice} choice
 * @param {Answer} answer
 * @param {Map<string, string>} gemeenten
 */
function tables(choice, { counting, regions, founds }, gemeenten) {
  const heads = counting.map(({ indicator, year, provisional }) => ({
    ...indicator,
    year: year ?? 0,
    provisional,
  }));
  /** @param {Verdict} verdict @returns {Line[]} */
  const lines = (verdict) =>
    regions.flatMap((region) => {
      const found = founds.get(region.code);
      if (!found || verdictOf(found) !== verdict) return [];
      const around = choice.level === "wijk" && !choice.inside
        ? gemeenten.get(region.parent) ?? ""
        : "";
      const cells = counting.map(({ cells }) => cells.get(region.code));
      return [{ code: region.code, name: region.name, around, href: pageOf(region), found, cells }];
    });
  const first = choice.level === "wijk" ? "Wijk" : "Gemeente";
  const many = first === "Wijk" ? "Wijken" : "Gemeenten";
  const [enough, unsure] = [lines("enough"), lines("unsure")];
  const told = [];
  if (enough.length) {
    told.push(regionTable(`${many} met genoeg signalen`, { first, heads, lines: enough }));
  }
  if (unsure.length) {
    told.push(
      html(
        "details",
        {},
        html("summary", {}, `${many} waarvan het niet te zeggen is`),
        regionTable(`${many} waarvan het niet te zeggen is`, { first, heads, lines: unsure }),
      ),
    );
  }
  return told;
}

/**
 * @param {Found | undefined} found
 * @returns {Verdict}
 */
function verdictOf(found) {
  if (found?.enough) return "enough";
  return found?.unsure ? "unsure" : "not";
}

/** @param {Choice} choice */
async function outlinesOf({ level, inside }) {
  const [told, dots] = await Promise.all([
    outlines(inside ?? "gemeenten"),
    level === "wijk" && !inside ? points() : null,
  ]);
  return told && { features: told.features, points: dots?.points ?? null };
}
