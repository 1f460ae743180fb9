/** The regions of a shortlist in a table: which signals they have, and what is not shown. */

import { cellText, cellWords, number } from "../cells.js";
import { whole } from "./words.js";
import { html } from "../draw/svg.js";

/**
 * @typedef {import("../cells.js").Cell} Cell
 * @typedef {import("./rules.js").Found} Found
 * @typedef {{ code: string, name: string, around: string, href: string, found: Found, cells: (Cell | undefined)[] }} Line
 * @typedef {{ title: string, unit: string, decimals: number, year: number, provisional: boolean }} Head
 */

const FIRST = 100;
const names = new Intl.Collator("nl", { numeric: true });

/**
 * A table of regions that sorts, a hundred at first.
 *
 * @param {string} caption
 * @param {{ first: string, heads: Head[], lines: Line[] }} told
 * @returns {HTMLElement}
 */
export function regionTable(caption, { first, heads, lines }) {
  const body = html("tbody");
  const more = html("button", { type: "button", class: "kies" });
  const said = html("p", { class: "mild", role: "status" });
  let shown = FIRST;
  let ordered = [...lines].sort(byColumn(1, -1));

  const columns = [
    html("th", { scope: "col" }, sorter(first, 0)),
    html(
      "th",
      { scope: "col", class: "n", "aria-sort": "descending" },
      sorter("Signalen", 1, html("small", {}, `van de ${heads.length}`)),
    ),
    ...heads.map((head, at) =>
      html(
        "th",
        { scope: "col", class: "n" },
        sorter(head.title, at + 2, html("small", {}, `${head.unit}, ${head.year}`)),
      )
    ),
  ];

  /**
   * @param {string} words
   * @param {number} column
   * @param {...Node} beside
   */
  function sorter(words, column, ...beside) {
    const button = html("button", { type: "button" }, words, ...beside);
    button.addEventListener("click", () => {
      const now = columns[column]?.getAttribute("aria-sort");
      const up = now ? now === "descending" : column === 0;
      for (const each of columns) each.removeAttribute("aria-sort");
      columns[column]?.setAttribute("aria-sort", up ? "ascending" : "descending");
      ordered = [...lines].sort(byColumn(column, up ? 1 : -1));
      fill();
    });
    return button;
  }

  function fill() {
    body.replaceChildren(...ordered.slice(0, shown).map((line) => row(line, heads)));
    const left = ordered.length - shown;
    more.hidden = left <= 0;
    more.textContent = `Toon er ${whole(Math.min(FIRST, left))} meer`;
    said.hidden = ordered.length <= FIRST;
    said.textContent = `${whole(body.rows.length)} van de ${whole(ordered.length)} staan hier.`;
  }
  more.addEventListener("click", () => {
    const at = shown;
    shown += FIRST;
    fill();
    if (more.hidden) body.rows[at]?.querySelector("a")?.focus();
  });
  fill();

  const table = html(
    "table",
    { class: "regios" },
    html("caption", {}, caption, html("small", {}, " (✓ is een signaal)")),
    html("thead", {}, html("tr", {}, ...columns)),
    body,
  );
  const region = { class: "scroll", role: "region", tabindex: 0, "aria-label": caption };
  return html("div", {}, html("div", region, table), said, more);
}

/**
 * @param {Line} line
 * @param {Head[]} heads
 */
function row({ code, name, around, href, found, cells }, heads) {
  const small = around ? [html("small", {}, around)] : [];
  return html(
    "tr",
    { "data-code": code },
    html("th", { scope: "row" }, html("a", { href }, name), ...small),
    html("td", { class: "n" }, String(found.met)),
    ...heads.map((head, at) => figure(cells[at], head, found.meets[at] === "yes")),
  );
}

/**
 * @param {Cell | undefined} cell
 * @param {Head} head
 * @param {boolean} met
 */
function figure(cell, head, met) {
  const text = cellText(cell, head.decimals, head.provisional);
  if (met) {
    return html("td", { class: "n heeft" }, "✓ ", text, html("span", { class: "sr" }, " signaal"));
  }
  if (typeof cell === "number") return html("td", { class: "n" }, text);
  const words = cellWords(cell, head.decimals);
  return html(
    "td",
    { class: "n leeg" },
    html("span", { "aria-hidden": "true" }, text),
    html("span", { class: "sr" }, words),
  );
}

/**
 * Order lines by a column; what has no number stays at the end, and names decide between equals.
 *
 * @param {number} column
 * @param {1 | -1} direction
 * @returns {(a: Line, b: Line) => number}
 */
function byColumn(column, direction) {
  /** @param {Line} line */
  const key = (line) => (column === 1 ? line.found.met : number(line.cells[column - 2]));
  return (a, b) => {
    const named = names.compare(a.name, b.name) || (a.code < b.code ? -1 : 1);
    if (column === 0) return direction * named;
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || named;
    return direction * (x - y) || named;
  };
}
