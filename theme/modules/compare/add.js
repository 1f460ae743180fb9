/**
 * Adding a region: a field that finds gemeenten, wijken and provincies by name, old name or
 * postcode. The names are fetched when a reader first turns to it.
 *
 * @import { Region } from "./choice.js"
 */

import { combobox } from "../find/combobox.js";
import { gazetteer } from "../find/gazetteer.js";
import { html } from "../draw/svg.js";

/** @type {import("../find/places.js").Kind[]} */
const KINDS = ["gemeente", "wijk", "provincie"];

/**
 * @param {(region: Region) => void} add
 * @param {(sentence: string) => void} tell
 * @returns {HTMLElement}
 */
export function adding(add, tell) {
  const input = html("input", { id: "gebied", type: "text", placeholder: "Gemeente of wijk" });
  const field = html("span", { class: "veld" }, input);
  let asked = false;
  input.addEventListener("focus", async () => {
    if (asked) return;
    asked = true;
    try {
      const names = await gazetteer();
      combobox(input, {
        find: (text) => names.find(text, { kinds: KINDS }),
        choose: ({ code, name }) => {
          input.value = "";
          add({ code, name });
        },
      });
    } catch {
      asked = false;
      tell("De lijst met namen kon nu niet worden opgehaald. Probeer het later nog eens.");
    }
  });
  return html(
    "div",
    { class: "toevoegen" },
    html("label", { for: "gebied" }, "Gebied toevoegen"),
    field,
  );
}
