/**
 * The controls of the page that combines two indicators.
 *
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {{ changed: (pairs: [string, string][]) => void, stepped: (year: number) => void }} Told
 */

/**
 * @template {Element} E
 * @param {string} id
 * @param {new () => E} kind
 * @returns {E}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is not on this page`);
  return found;
}

/** Shows a choice, and tells of another. */
export class PairForm {
  #x = part("paar-x", HTMLSelectElement);
  #y = part("paar-y", HTMLSelectElement);
  #where = part("paar-waar", HTMLSelectElement);
  #line = part("paar-grens", HTMLSelectElement);
  #years = part("paar-jaren", HTMLElement);
  #year = part("paar-jaar", HTMLInputElement);
  #told = part("paar-jaar-nu", HTMLOutputElement);
  #before = part("paar-eerder", HTMLButtonElement);
  #after = part("paar-later", HTMLButtonElement);
  /** @type {number[]} */
  #all = [];

  /** @param {Told} told */
  constructor(told) {
    const changed = () => told.changed(this.pairs());
    for (const each of [this.#x, this.#y, this.#where, this.#line]) {
      each.addEventListener("change", changed);
    }
    part("paar-wissel", HTMLButtonElement).addEventListener("click", () => {
      [this.#x.value, this.#y.value] = [this.#y.value, this.#x.value];
      changed();
    });
    this.#year.addEventListener("input", () => told.stepped(this.#step(0)));
    this.#year.addEventListener("change", changed);
    for (const [button, by] of /** @type {const} */ ([[this.#before, -1], [this.#after, 1]])) {
      button.addEventListener("click", () => {
        this.#step(by);
        changed();
      });
    }
  }

  /** @param {Choice} choice */
  show({ x, y, level, within, years, year, line }) {
    this.#x.value = x.key;
    this.#y.value = y.key;
    this.#where.value = within?.code ?? level;
    this.#line.value = line;
    this.#all = years;
    this.#years.hidden = year === null;
    this.#year.max = String(Math.max(0, years.length - 1));
    this.#year.value = String(year === null ? years.length - 1 : years.indexOf(year));
    this.#step(0);
  }

  /** @returns {[string, string][]} what is chosen, as an address tells it */
  pairs() {
    const where = this.#where.value;
    const year = this.#all[Number(this.#year.value)];
    return [
      ["x", this.#x.value],
      ["y", this.#y.value],
      ["jaar", year === undefined || year === this.#all.at(-1) ? "" : String(year)],
      ["binnen", where.startsWith("GM") ? where : ""],
      ["niveau", where === "wijk" ? where : ""],
      ["grens", this.#line.value === "nederland" ? "nederland" : ""],
    ];
  }

  /** @param {number} by @returns {number} the year that is chosen now */
  #step(by) {
    const at = Math.max(0, Math.min(this.#all.length - 1, Number(this.#year.value) + by));
    const year = this.#all[at] ?? 0;
    this.#year.value = String(at);
    this.#year.setAttribute("aria-valuetext", String(year));
    this.#told.value = String(year);
    this.#before.setAttribute("aria-disabled", String(at === 0));
    this.#after.setAttribute("aria-disabled", String(at === this.#all.length - 1));
    return year;
  }
}
