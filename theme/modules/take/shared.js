import { legendOf } from "../draw/legend.js";

/** @typedef {import("./picture.js").Told} Told */

/**
 * A chart or table that can be taken along from a page.
 *
 * @typedef {{
 *   element: HTMLElement, drawing: (() => SVGSVGElement) | null, table: HTMLTableElement | null,
 *   name: string, id: string, told: Told,
 * }} Shared `drawing` finds what is drawn now: a chart that comes alive is drawn anew
 */

const BLOCK = ":scope > details.deel";

/** @param {Element | null | undefined} element @returns {string} */
function words(element) {
  const copy = /** @type {Element | null} */ (element?.cloneNode(true) ?? null);
  for (const part of copy?.querySelectorAll("svg, small, button") ?? []) part.prepend(" ");
  return (copy?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

/**
 * The block that is about a part of the page: that of the nearest element around it that has one.
 *
 * @param {Element} element
 * @returns {HTMLDetailsElement | null}
 */
export function blockOf(element) {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const block = around.querySelector(BLOCK);
    if (block instanceof HTMLDetailsElement) return block;
  }
  return null;
}

/**
 * What stands beside a drawing under the same heading: its unit and years, and its legend.
 *
 * @param {Element} figure
 * @returns {Pick<Told, "notes" | "legend">}
 */
function beside(figure) {
  /** @type {string[]} */
  const notes = [];
  const next = figure.nextElementSibling;
  let list = next?.matches("ul.legenda") ? next : null;
  for (let at = figure.previousElementSibling; at; at = at.previousElementSibling) {
    if (at.matches("ul.legenda")) list ??= at;
    if (at.matches("p")) notes.unshift(words(at));
    if (!at.matches("p, ul.legenda")) {
      const small = at.querySelector("small");
      if (small) notes.unshift(words(small));
      break;
    }
  }
  return { notes, legend: list ? legendOf(list) : [] };
}

/**
 * What a block says of all that it is about: a title, and where it comes from.
 *
 * @param {Element} block
 * @returns {{title: string, source: string, citation: string}}
 */
export function citationOf(block) {
  const line = block.querySelector(".bron");
  const title = words(line?.querySelector("cite"));
  const citation = words(line);
  const source = citation.slice(citation.indexOf(title) + title.length).replace(/^[.\s]+/, "");
  return { title, source: `Zicht op Ondermijning. ${source}`, citation };
}

/**
 * @param {HTMLElement} element a figure or a table
 * @param {Pick<Told, "title" | "source">} told
 * @returns {Shared | null} null for a figure without a drawing
 */
function shared(element, { title, source }) {
  const base = { element, id: element.id };
  if (element instanceof HTMLTableElement) {
    const name = words(element.caption) || title;
    return { ...base, drawing: null, table: element, name, told: { title, source } };
  }
  const drawing = element.querySelector("svg");
  if (!drawing) return null;
  const name = words(drawing.querySelector(":scope > title"));
  const { notes = [], legend = [] } = beside(element);
  const told = { title, source, notes: [name, ...notes], legend };
  const now = () => element.querySelector("svg") ?? drawing;
  return { ...base, drawing: now, table: null, name, told };
}

/**
 * Every chart and table that a block is about, in the order of the page; small drawings in the
 * rows of a table go with that table.
 *
 * @param {HTMLElement} block
 * @returns {Shared[]}
 */
export function sharedOf(block) {
  const told = citationOf(block);
  /** @type {HTMLElement[]} */
  const found = [...block.parentElement?.querySelectorAll("figure, table") ?? []]
    .filter((element) => element instanceof HTMLElement);
  return found.filter((element) => blockOf(element) === block)
    .map((element) => shared(element, told))
    .filter((each) => each !== null);
}
