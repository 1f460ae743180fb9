import { deepEqual } from "node:assert/strict";
import { dropped, figures, pairs } from "../../../theme/modules/pair/pairs.js";

const ABOUT = { release: "", source: "", licence: "", fictional: true };
const NAMED = { key: "a", title: "A", unit: "", decimals: 1, theme: "t", provisional: [] };

/** @typedef {import("../../../theme/modules/data.js").Columns} Columns */

/** @param {number[]} years @param {Record<string, Columns["values"][number]>} cells @returns {Columns} */
const columns = (years, cells) => ({
  ...{ ...ABOUT, ...NAMED, breaks: {}, level: "gemeente", years },
  ...{ regions: Object.keys(cells), values: Object.values(cells) },
});

const REGIONS = ["GM0001", "GM0002", "GM0003", "GM0004"].map((code) => ({ code, name: code }));
/** @type {{ state: "withheld" }} */
const WITHHELD = { state: "withheld" };
/** @type {{ state: "pending" }} */
const PENDING = { state: "pending" };
const X = columns([2022, 2023], { GM0001: [1, 2], GM0002: [3, WITHHELD], GM0003: [5, PENDING] });
const Y = columns([2023], { NL01: [9], GM0001: [0], GM0002: [7], GM0003: [WITHHELD] });

Deno.test("regions have both cells of one year, or the first reason for having none", () => {
  const found = pairs(REGIONS, X, Y, 2023);
  deepEqual(found.map((pair) => pair.state), [null, "withheld", "withheld", "missing"]);
  deepEqual(figures(found), { xs: [2], ys: [0] });
});

Deno.test("what cannot be placed is counted by its reason", () => {
  deepEqual(dropped(pairs(REGIONS, X, Y, 2023)), [["withheld", 2], ["missing", 1]]);
});

Deno.test("a year that a column lacks places nothing", () => {
  deepEqual(dropped(pairs(REGIONS, X, Y, 2022)), [["missing", 4]]);
});
