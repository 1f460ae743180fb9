/**
 * What a reader may begin with, as links: nothing is chosen yet.
 *
 * @import { Known } from "./presets.js"
 * @typedef {{ words: string, codes: string[] }} Example
 */

import { listed } from "./words.js";
import { presets } from "./presets.js";
import { html } from "../draw/svg.js";

const LARGEST = 4;

/**
 * The largest gemeenten, and the largest one beside others; nothing where no inhabitants are told.
 *
 * @param {readonly Known[]} gemeenten
 * @param {(code: string) => Known | undefined} known
 * @returns {Example[]}
 */
export function examples(gemeenten, known) {
  const people = (/** @type {Known} */ { inhabitants }) => inhabitants ?? 0;
  const told = gemeenten.filter(people).sort((a, b) => people(b) - people(a));
  const largest = told.slice(0, LARGEST);
  const [first] = largest;
  if (!first) return [];
  const groups = presets([first.code], known).filter(({ codes }) => codes.length > 2);
  const around = [first.code, first.parent ?? "", "NL01"].flatMap((code) => known(code) ?? []);
  return [
    ...(largest.length > 1 ? [together(largest)] : []),
    together(around),
    ...groups.map(({ label, codes }) => ({ words: `${first.name} en ${lower(label)}`, codes })),
  ];
}

/** @param {readonly Known[]} regions @returns {Example} */
function together(regions) {
  return { words: listed(regions.map(({ name }) => name)), codes: regions.map(({ code }) => code) };
}

/** @param {string} text */
function lower(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * @param {readonly Example[]} shown
 * @returns {HTMLElement}
 */
export function exampleLinks(shown) {
  const links = shown.map(({ words, codes }) => {
    const href = `?${codes.map((code) => `gebied=${encodeURIComponent(code)}`).join("&")}`;
    return html("li", {}, html("a", { href }, words));
  });
  return html(
    "section",
    { "aria-labelledby": "voorbeelden" },
    html("h2", { id: "voorbeelden" }, "Voorbeelden"),
    html("p", {}, "Voeg hierboven een gebied toe, of begin met een voorbeeld."),
    html("ul", { class: "links" }, ...links),
  );
}
