/**
 * A cell as a file tells it: a number or words, and beside it why there is none or what to know.
 *
 * @typedef {{text: string, aside: string}} Told
 */

/** What a reader neither sees nor hears, or hears only: not part of what stands in a cell. */
const UNSEEN = "[aria-hidden], .sr, svg";

/** @param {Element} cell @returns {string} */
function seen(cell) {
  const copy = /** @type {Element} */ (cell.cloneNode(true));
  for (const part of copy.querySelectorAll(UNSEEN)) part.replaceWith(" ");
  for (const part of copy.querySelectorAll("small")) part.prepend(" ");
  return (copy.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

/** @param {Element} cell @returns {string} */
function heard(cell) {
  const parts = [...cell.querySelectorAll(".sr")].map((part) => part.textContent ?? "");
  return parts.join(" ").replaceAll(/[\s()]+/g, " ").trim();
}

/**
 * A number as a Dutch spreadsheet reads it: plainNumber("1.234,5%") is "1234,5"; null for words.
 *
 * @param {string} words
 * @returns {string | null}
 */
export function plainNumber(words) {
  const found = /^([-\u2212]?)(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?[*%]*$/.exec(words);
  if (!found) return null;
  const [, minus, whole = "", rest = ""] = found;
  return `${minus ? "-" : ""}${whole.replaceAll(".", "")}${rest}`;
}

/** @param {HTMLTableCellElement} cell @returns {Told} */
function told(cell) {
  const words = seen(cell);
  if (cell.dataset["v"] !== undefined) {
    return { text: String(Number(cell.dataset["v"])).replace(".", ","), aside: heard(cell) };
  }
  const number = cell.classList.contains("n") ? plainNumber(words) : null;
  if (number !== null) return { text: number, aside: heard(cell) };
  return words ? { text: words, aside: "" } : { text: "", aside: heard(cell) };
}

/**
 * One line of a file in the Dutch dialect, without its end.
 *
 * @param {readonly string[]} fields
 * @returns {string}
 */
export function line(fields) {
  const quoted = (/** @type {string} */ field) =>
    /[;"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  return fields.map(quoted).join(";");
}

/**
 * A table of the page as CSV in the Dutch dialect, as the other files of the site: `;` between
 * columns, a decimal comma, a byte order mark. Rows that a reader filtered away are left out, and
 * so are columns of small drawings. Where a column has cells without a number, or provisional
 * ones, the column after it tells of each why.
 *
 * @param {HTMLTableElement} table
 * @returns {string}
 */
export function csvOf(table) {
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden);
  const heads = [...table.tHead?.rows[0]?.cells ?? []];
  const columns = heads.map((head, at) => {
    const cells = rows.map((row) => row.cells[at]);
    const share = cells.some((cell) => cell !== undefined && /\d%\*?$/.test(seen(cell)));
    return {
      head: seen(head) + (share ? " (%)" : ""),
      told: cells.map((cell) => cell ? told(cell) : { text: "", aside: "" }),
      drawn: cells.some((cell) => cell?.querySelector("svg")),
    };
  });
  const kept = columns.filter(({ drawn, told }) => !drawn || told.some(({ text }) => text));
  /** @type {string[][]} */
  const made = kept.flatMap(({ head, told }) => {
    const texts = [head, ...told.map(({ text }) => text)];
    if (!told.some(({ aside }) => aside)) return [texts];
    return [texts, [`${head}: bijzonderheid`, ...told.map(({ aside }) => aside)]];
  });
  const lines = [-1, ...rows.keys()].map((at) => line(made.map((column) => column[at + 1] ?? "")));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
