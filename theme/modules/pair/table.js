/**
 * A table of regions that a reader sorts, made for as far as it is looked at.
 *
 * @typedef {{ title: string, small?: string, number?: boolean }} Head
 * @typedef {{ text: string, value: number | null, spoken?: string, note?: string,
 *   href?: string }} Field `value` is null in a column of texts, and where there is no number;
 *   `spoken` is heard instead of a symbol, `note` after a number
 */
import { html } from "../draw/svg.js";

const FIRST = 50, MORE = 100;
const dutch = new Intl.Collator("nl", { numeric: true });

/** Rows of one table; sorting and showing more ask for no second fetch. */
export class PairTable {
  #body = html("tbody");
  #more = html("button", { type: "button", class: "kies" });
  /** @type {Field[][]} */
  #rows = [];
  #shown = 0;

  /** @param {HTMLElement} place @param {string} caption @param {readonly Head[]} heads */
  constructor(place, caption, heads) {
    this.heads = heads;
    const cells = heads.map((head, column) => this.#head(head, column));
    this.head = html("tr", {}, ...cells);
    const table = html("table", { class: "regios" });
    table.append(html("caption", {}, caption), html("thead", {}, this.head), this.#body);
    const look = { class: "scroll", role: "region", tabindex: 0, "aria-label": caption };
    this.#more.addEventListener("click", () => this.#extend(MORE));
    place.replaceChildren(html("div", look, table), html("p", {}, this.#more));
  }

  /** @param {Field[][]} rows one for each region, in the order in which they stand at first */
  fill(rows) {
    this.#rows = rows;
    this.#again();
  }

  /** @param {Head} head @param {number} column */
  #head({ title, small, number }, column) {
    const button = html("button", { type: "button" }, title);
    if (small) button.append(" ", html("small", {}, small));
    button.addEventListener("click", () => this.#sort(column));
    return html("th", { scope: "col", class: number ? "n" : null }, button);
  }

  /** @param {number} column */
  #sort(column) {
    const head = this.head.cells[column];
    const before = head?.getAttribute("aria-sort");
    const up = before ? before === "descending" : !this.heads[column]?.number;
    for (const other of this.head.cells) other.removeAttribute("aria-sort");
    head?.setAttribute("aria-sort", up ? "ascending" : "descending");
    this.#rows = this.#rows.toSorted((a, b) => compared(a[column], b[column], up ? 1 : -1));
    this.#again();
  }

  #again() {
    this.#body.replaceChildren();
    this.#shown = 0;
    this.#extend(FIRST);
  }

  /** @param {number} count */
  #extend(count) {
    const next = this.#rows.slice(this.#shown, this.#shown + count);
    this.#shown += next.length;
    this.#body.append(...next.map((row) => this.#row(row)));
    const rest = this.#rows.length - this.#shown;
    this.#more.hidden = rest === 0;
    this.#more.textContent = `Toon er nog ${Math.min(rest, MORE)}`;
  }

  /** @param {Field[]} row */
  #row(row) {
    const cells = row.map((field, column) => {
      const words = field.href ? html("a", { href: field.href }, field.text) : field.text;
      if (column === 0) return html("th", { scope: "row" }, words);
      const look = { class: this.heads[column]?.number ? "n" : null, "data-v": field.value };
      if (field.note) return html("td", look, words, html("span", { class: "sr" }, field.note));
      if (field.spoken === undefined) return html("td", look, words);
      const seen = html("span", { "aria-hidden": "true" }, words);
      return html("td", look, seen, html("span", { class: "sr" }, field.spoken));
    });
    return html("tr", {}, ...cells);
  }
}

/**
 * Cells without a number stay at the end, whatever the direction.
 *
 * @param {Field | undefined} a
 * @param {Field | undefined} b
 * @param {number} direction
 */
function compared(a, b, direction) {
  const [one, other] = [a?.value ?? null, b?.value ?? null];
  if (one !== null && other !== null) return (one - other) * direction;
  if (one !== null || other !== null) return one === null ? 1 : -1;
  if (a?.spoken !== undefined) return 0;
  return dutch.compare(a?.text ?? "", b?.text ?? "") * direction;
}
