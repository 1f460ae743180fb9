/** One signal in the form: its threshold, the highest fifth, how many reach it. */

import { dutch } from "../cells.js";
import { field, typed } from "./number.js";
import { html } from "../draw/svg.js";

/**
 * @typedef {import("../data.js").Indicator} Indicator
 * @typedef {{ atLeast: number | null, fifth: number | null, words: string }} Told
 * @typedef {object} Asked
 * @property {(atLeast: number | null, again: boolean) => void} threshold `again`: still typing
 * @property {() => void} gone
 */

const WAIT_MS = 250;
const ASK = "Vul een getal in, bijvoorbeeld 4,1.";

/**
 * A row of the form, and how to tell it something new.
 *
 * @param {Indicator} indicator
 * @param {Asked} asked
 */
export function signalRow(indicator, asked) {
  const id = `signaal-${indicator.key}`;
  const input = html("input", {
    id,
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    maxlength: 24,
    "aria-describedby": `${id}-telling`,
  });
  const fifth = html("button", { type: "button", class: "kies", hidden: true });
  const gone = html(
    "button",
    { type: "button", class: "kies" },
    "Weglaten",
    html("span", { class: "sr" }, `: ${indicator.title}`),
  );
  const words = html("p", { id: `${id}-telling`, class: "mild", "aria-live": "polite" });
  /** @type {number | null} */
  let high = null;

  listen(input, (again) => asked.threshold(typed(input.value), again));
  fifth.addEventListener("click", () => {
    if (high === null) return;
    input.value = field(high);
    asked.threshold(high, false);
  });
  gone.addEventListener("click", () => asked.gone());

  const label = html(
    "label",
    { for: id },
    "Minstens",
    html("span", { class: "sr" }, `, ${indicator.title}`),
  );
  const element = html(
    "li",
    { class: "signaal", "data-signaal": indicator.key },
    html("h4", {}, indicator.title),
    html("p", { class: "velden" }, label, input, html("span", {}, indicator.unit), fifth, gone),
    words,
  );

  /** @param {Told} told */
  function tell(told) {
    high = told.fifth;
    fifth.hidden = high === null;
    if (high !== null) fifth.textContent = `Hoogste vijfde: ${dutch(high, indicator.decimals)}`;
    const wrong = told.atLeast === null && input.value.trim() !== "";
    if (typed(input.value) !== told.atLeast && !(wrong && document.activeElement === input)) {
      input.value = told.atLeast === null ? "" : field(told.atLeast);
    }
    input.setAttribute("aria-invalid", String(told.atLeast === null));
    const said = told.atLeast === null ? ASK : told.words;
    if (words.textContent !== said) words.textContent = said;
  }

  return { element, input, tell };
}

/**
 * Tell what a reader types once she pauses: the first time as a step to go back from.
 *
 * @param {HTMLInputElement} input
 * @param {(again: boolean) => void} told
 */
function listen(input, told) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let again = false;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    told(again);
    again = true;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, WAIT_MS);
  });
  input.addEventListener("change", () => timer && now());
  input.addEventListener("blur", () => {
    again = false;
  });
}
