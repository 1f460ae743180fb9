/**
 * A table of regions that a reader sorts, made for as far as it is looked at.
 *
 * @typedef {{ title: string, small?: string, number?: boolean }} Head
 * @typedef {{ text: string, value: number | null, spoken?: string, note?: string, small?: string,
 *   href?: string, marked?: boolean }} Field `value` is null in a column of texts, and where there
 *   is no number; `spoken` is heard instead of a symbol, `note` after a number
 * @typedef {{ code: string, fields: Field[] }} Row the first field is the name
 */
import { dutch } from "../cells.js";
import { byName } from "../names.js";
import { html } from "./svg.js";

const MORE = 100;

/** Rows of one table; sorting and showing more ask for no second fetch. */
export class RegionTable {
  #body = html("tbody");
  #more = html("button", { type: "button", class: "kies" });
  #said = html("p", { class: "mild", role: "status" });
  /** @type {readonly Row[]} */
  #rows = [];
  #shown = 0;

  /**
   * @param {string} caption
   * @param {readonly Head[]} heads
   * @param {{ first?: number, order?: [number, 1 | -1], key?: string }} [look] how many rows stand
   *   there at first, by which column, and what the caption says of its signs
   */
  constructor(caption, heads, { first = MORE, order = [0, 1], key } = {}) {
    this.heads = heads;
    this.first = first;
    /** @type {[number, 1 | -1]} */
    this.order = order;
    this.head = html("tr", {}, ...heads.map((head, column) => this.#head(head, column)));
    const words = key ? [caption, html("small", {}, key)] : [caption];
    const table = html("table", { class: "regios" }, html("caption", {}, ...words));
    table.append(html("thead", {}, this.head), this.#body);
    const scroll = { class: "scroll", role: "region", tabindex: 0, "aria-label": caption };
    this.#more.addEventListener("click", () => this.#further());
    this.element = html("div", {}, html("div", scroll, table), this.#said, this.#more);
  }

  /**
   * @param {readonly Row[]} rows one for each region
   * @returns {this}
   */
  fill(rows) {
    this.#rows = rows;
    this.#again();
    return this;
  }

  /** @param {Head} head @param {number} column */
  #head({ title, small, number }, column) {
    const button = html("button", { type: "button" }, title);
    if (small) button.append(" ", html("small", {}, small));
    button.addEventListener("click", () => {
      const [now, direction] = this.order;
      const down = now === column ? direction > 0 : number === true;
      this.order = [column, down ? -1 : 1];
      this.#again();
    });
    return html("th", { scope: "col", class: number ? "n" : null }, button);
  }

  #again() {
    const [column, direction] = this.order;
    for (const head of this.head.cells) head.removeAttribute("aria-sort");
    this.head.cells[column]?.setAttribute(
      "aria-sort",
      direction > 0 ? "ascending" : "descending",
    );
    this.#rows = this.#rows.toSorted(byColumn(column, direction));
    this.#body.replaceChildren();
    this.#shown = 0;
    this.#extend(this.first);
  }

  /** Show more; who used the button goes on in the first of them once it is gone. */
  #further() {
    const at = this.#shown;
    this.#extend(MORE);
    if (this.#more.hidden) this.#body.rows[at]?.querySelector("a")?.focus();
  }

  /** @param {number} count */
  #extend(count) {
    const next = this.#rows.slice(this.#shown, this.#shown + count);
    this.#shown += next.length;
    this.#body.append(...next.map((row) => made(row, this.heads)));
    const rest = this.#rows.length - this.#shown;
    this.#more.hidden = rest === 0;
    this.#more.textContent = `Toon er ${dutch(Math.min(rest, MORE), 0)} meer`;
    this.#said.hidden = this.#rows.length <= this.first;
    this.#said.textContent = `${dutch(this.#shown, 0)} van de ${
      dutch(this.#rows.length, 0)
    } staan hier.`;
  }
}

/** @param {Row} row @param {readonly Head[]} heads */
function made({ code, fields }, heads) {
  const cells = fields.map((field, column) => {
    const words = field.href ? html("a", { href: field.href }, field.text) : field.text;
    const small = field.small ? [html("small", {}, field.small)] : [];
    if (column === 0) return html("th", { scope: "row" }, words, ...small);
    const number = heads[column]?.number ? "n" : "";
    const look = field.marked ? "heeft" : field.spoken === undefined ? "" : "leeg";
    const cell = html("td", { class: `${number} ${look}`.trim() || null, "data-v": field.value });
    if (field.spoken === undefined) cell.append(words);
    else cell.append(html("span", { "aria-hidden": "true" }, words));
    const heard = field.spoken ?? field.note;
    if (heard !== undefined) cell.append(html("span", { class: "sr" }, heard));
    return cell;
  });
  return html("tr", { "data-code": code }, ...cells);
}

/**
 * Order rows by a column: without a number they stay at the end, names decide between equals.
 *
 * @param {number} column
 * @param {1 | -1} direction
 * @returns {(a: Row, b: Row) => number}
 */
export function byColumn(column, direction) {
  const name = (/** @type {Row} */ { fields }) => fields[0]?.text ?? "";
  return (a, b) => {
    const named = byName(name(a), name(b)) || (a.code < b.code ? -1 : 1);
    if (column === 0) return direction * named;
    const [one, other] = [a.fields[column], b.fields[column]];
    const [x, y] = [one?.value ?? null, other?.value ?? null];
    if (x !== null && y !== null) return direction * (x - y) || named;
    if (x !== null || y !== null) return x === null ? 1 : -1;
    if (one?.spoken !== undefined || other?.spoken !== undefined) {
      return Number(one?.spoken !== undefined) - Number(other?.spoken !== undefined) || named;
    }
    return direction * byName(one?.text ?? "", other?.text ?? "") || named;
  };
}
