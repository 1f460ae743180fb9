/**
 * What can be taken along of a comparison: the block "Gebruik en deel" of the page tells what
 * stands there now, and where all figures of its subjects are.
 *
 * @import { Subject } from "./choice.js"
 */

import { ROOT } from "../page.js";
import { html } from "../draw/svg.js";

const FORMS = [["csv", "CSV"], ["xlsx", "Excel"], ["json", "JSON"]];

/**
 * @param {HTMLDetailsElement} block
 * @param {string} title what stands beside each other; "" when nothing does
 * @param {readonly Subject[]} subjects
 */
export function offer(block, title, subjects) {
  block.hidden = title === "";
  block.open = false; // its buttons are made anew when a reader opens it
  const cite = block.querySelector("cite");
  if (cite) cite.textContent = title;
  block.querySelector("ul")?.replaceChildren(
    ...subjects.map((subject) => html("li", {}, `${subject.title}: `, ...files(subject))),
  );
}

/** @param {Subject} subject */
function files({ key }) {
  return FORMS.flatMap(([ending = "", name = ""], at) => {
    const href = new URL(`data/indicator/${key}.${ending}`, ROOT).href;
    return [at ? " · " : "", html("a", { href, download: true }, name)];
  });
}
