/**
 * What a reader takes along of two indicators in one year.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./data.js").Loaded} Loaded
 * @typedef {import("../cells.js").Cell} Cell
 */
import { line } from "../take/csv.js";
import { named } from "./quadrant.js";

/**
 * Every region with both cells, in the Dutch dialect of the other files of the site.
 *
 * @param {View} view
 * @param {Loaded} loaded
 * @returns {string}
 */
export function csvFile({ choice: { x, y }, pairs, placed, year }, loaded) {
  const quadrants = new Map(placed.map((each) => [each.pair, each.quadrant]));
  const heads = ["regiocode", "regionaam", "gemeente", "jaar"];
  const columns = [x.key, `${x.key}_toestand`, y.key, `${y.key}_toestand`];
  const rows = pairs.map((pair, index) => {
    const { code, name, parent = "" } = pair.region;
    const which = quadrants.get(pair);
    return [
      ...[code, name, code.startsWith("WK") ? loaded.parents.get(parent) ?? "" : name],
      ...[String(year), ...cells(pair.x), ...cells(pair.y)],
      which === undefined ? "" : named(which, x.title, y.title),
      index === 0 ? loaded.x.notice ?? "" : "",
    ];
  });
  const all = [[...heads, ...columns, "ten_opzichte_van_de_lijnen", "let_op"], ...rows];
  return `\ufeff${all.map((fields) => line(fields)).join("\r\n")}\r\n`;
}

/** @param {Cell} cell @returns {[string, string]} a number with its state */
function cells(cell) {
  return typeof cell === "number" ? [String(cell).replace(".", ","), "shown"] : ["", cell.state];
}

/**
 * The scatter as a Vega-Lite specification that stands alone, with its own rows.
 *
 * @param {View} view
 * @param {Loaded} loaded
 * @returns {string}
 */
export function specification({ choice: { x, y }, placed, lines, year }, loaded) {
  const values = placed.map((each) => ({
    code: each.pair.region.code,
    name: each.pair.region.name,
    x: each.x,
    y: each.y,
    quadrant: named(each.quadrant, x.title, y.title),
  }));
  const rule = { type: "rule", strokeDash: [5, 4] };
  const told = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    title: `${x.title} en ${y.title}, ${year}`,
    description: sourceOf(loaded),
    width: 560,
    height: 480,
    data: { values },
    layer: [
      {
        mark: { type: "circle", size: 60 },
        encoding: {
          x: { field: "x", type: "quantitative", title: `${x.title}, ${x.unit}` },
          y: { field: "y", type: "quantitative", title: `${y.title}, ${y.unit}` },
          color: { field: "quadrant", type: "nominal", title: null },
          tooltip: [{ field: "name", title: "gebied" }, { field: "x" }, { field: "y" }],
        },
      },
      { mark: rule, data: { values: [{}] }, encoding: { x: { datum: lines?.x ?? null } } },
      { mark: rule, data: { values: [{}] }, encoding: { y: { datum: lines?.y ?? null } } },
    ],
  };
  return JSON.stringify(told, null, 1);
}

/**
 * Where the figures come from, with their date and licence.
 *
 * @param {Loaded} loaded
 * @returns {string}
 */
function sourceOf({ x: { source, release, licence, notice } }) {
  const told = [`Bron: ${source}`, `Uitgave ${release}`, `Licentie: ${licence}`];
  return `Zicht op Ondermijning. ${told.join(". ")}.${notice ? ` ${notice}` : ""}`;
}
