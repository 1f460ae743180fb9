/**
 * A field with a list under it, as the combobox pattern of the ARIA Authoring Practices asks.
 *
 * combobox(input, { find, choose }) makes a list for a text field that stands in the page:
 * `find` returns what to list for a text, `choose` hears what a reader picked. With names of the
 * site, of some kinds only:
 *
 *     // from combobox.js and gazetteer.js
 *     const names = await gazetteer(); // the index, fetched once a page
 *     combobox(input, {
 *       find: (text) => names.find(text, { kinds: ["gemeente", "wijk"] }),
 *       choose: (hit) => add(hit.code, hit.name),
 *     });
 *
 * Keys: arrows and Enter choose, Enter alone takes the first, Escape closes and then empties,
 * Home and End move the cursor in the text. After a choice the list closes; the text is left to
 * `choose`.
 *
 * @typedef {{ label: string, note: string }} Choice what the list shows: a name, and which one
 */

/**
 * @template {Choice} T
 * @typedef {object} Options
 * @property {(text: string) => T[]} find what to list for a text that is not empty, the best first
 * @property {(choice: T) => void} choose hears what was picked
 * @property {number} [most] so many are listed; the status tells how many there are
 */

/**
 * @template {Choice} T
 * @param {HTMLInputElement} input a text field with an id; the list comes after it, as wide as the
 *   positioned element around both
 * @param {Options<T>} options
 */
export function combobox(input, { find, choose, most = 8 }) {
  const list = make("ul", { id: `${input.id}-lijst`, role: "listbox", "aria-label": "Resultaten" });
  const status = make("p", { role: "status" });
  list.className = "keuzes";
  list.hidden = true;
  /** @type {T[]} */
  let choices = [];
  let active = -1;
  for (
    const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-controls": list.id,
      "aria-expanded": "false",
    })
  ) input.setAttribute(name, value);
  input.after(list, status);
  told("");

  /** @param {string} text @param {boolean} [empty] nothing was found: everybody should read it */
  function told(text, empty = false) {
    status.textContent = text;
    status.className = empty ? "keuzes" : "sr";
  }

  /** @param {number} at the choice that Enter takes; -1 for none */
  function point(at) {
    active = at;
    input.removeAttribute("aria-activedescendant");
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(place === at));
      if (place !== at) continue;
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
    told("");
  }

  function open() {
    const found = input.value.trim() === "" ? [] : find(input.value);
    choices = found.slice(0, most);
    list.replaceChildren(...choices.map((choice, at) => option(`${input.id}-${at}`, choice)));
    point(-1);
    list.hidden = choices.length === 0;
    input.setAttribute("aria-expanded", String(choices.length > 0));
    if (input.value.trim() === "") told("");
    else told(counted(found.length, choices.length), found.length === 0);
  }

  /** @param {number} at */
  function pick(at) {
    const choice = choices[at];
    if (!choice) return;
    close();
    choose(choice);
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was ours */
  function pressed(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
    const shown = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (!shown) open();
      const size = choices.length + 1; // the text itself stands between the last and the first
      if (choices.length) point((active + step + 1 + size) % size - 1);
      return true;
    }
    if (event.key === "Enter" && shown) return pick(Math.max(active, 0)), true;
    if (event.key === "Escape" && (shown || status.textContent)) return close(), true;
    if (event.key === "Home" || event.key === "End") point(-1);
    return false;
  }

  input.addEventListener("input", open);
  input.addEventListener("keydown", (event) => {
    if (pressed(event)) event.preventDefault();
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps focus
  list.addEventListener("click", (event) => {
    const at = [...list.children].findIndex((each) =>
      each.contains(/** @type {Node} */ (event.target))
    );
    pick(at);
  });
  if (document.activeElement === input) open();
}

/** @param {string} tag @param {Record<string, string>} attributes */
function make(tag, attributes) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** @param {string} id @param {Choice} choice */
function option(id, choice) {
  const element = make("li", { id, role: "option", "aria-selected": "false" });
  const note = document.createElement("small");
  note.textContent = choice.note;
  element.append(choice.label, " ", note);
  return element;
}

/**
 * @param {number} found
 * @param {number} shown
 */
function counted(found, shown) {
  if (found === 0) return "Niets gevonden. Probeer een ander woord.";
  if (found > shown) return `${found} resultaten, de eerste ${shown} staan in de lijst`;
  return found === 1 ? "1 resultaat" : `${found} resultaten`;
}
