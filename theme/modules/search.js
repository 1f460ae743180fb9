/** The fields to search: a choice leads to its page, without one the list of gemeenten does. */
import { combobox } from "./find/combobox.js";
import { gazetteer } from "./find/gazetteer.js";
import { ROOT } from "./page.js";

const names = await gazetteer();

for (const form of document.querySelectorAll("form[role=search]")) {
  const input = form.querySelector("input");
  if (!input) continue;
  combobox(input, {
    find: (text) => names.find(text),
    choose: (place) => location.assign(new URL(place.address, ROOT)),
  });
}
