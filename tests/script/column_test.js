import { deepEqual, equal } from "node:assert/strict";
import { cell, indicator, newest, provisional, row, years } from "../../theme/modules/column.js";

/** @type {import("../../theme/modules/data.js").Columns} */
const COLUMNS = {
  release: "2026-11-01",
  source: "Niemand",
  licence: "CC0 1.0",
  fictional: true,
  key: "kwekerijen",
  title: "Kwekerijen",
  theme: "drugs",
  unit: "kwekerijen",
  decimals: 0,
  breaks: {},
  level: "gemeente",
  years: [2022, 2024],
  provisional: [2024],
  regions: ["NL01", "GM0014"],
  values: [[9, 0], [{ state: "withheld" }, { state: "pending" }]],
};

/** @param {Record<string, number[]>} told */
function choice(told) {
  const named = { key: "kwekerijen", title: "Kwekerijen", unit: "kwekerijen", decimals: 0 };
  return { ...named, meaning: "Wat het is.", placed: true, years: told };
}

Deno.test("a cell is found by region and year, and a zero is a number", () => {
  equal(cell(COLUMNS, "NL01", 2022), 9);
  equal(cell(COLUMNS, "NL01", 2024), 0);
  deepEqual(cell(COLUMNS, "GM0014", 2022), { state: "withheld" });
  deepEqual(cell(COLUMNS, "GM0014", 2024), { state: "pending" });
});

Deno.test("what the file does not have is missing", () => {
  const missing = { state: "missing" };
  deepEqual(cell(COLUMNS, "GM0037", 2022), missing);
  deepEqual(cell(COLUMNS, "NL01", 2023), missing);
  deepEqual(cell(null, "NL01", 2022), missing);
  equal(row(COLUMNS, "GM0037"), -1);
  equal(row(COLUMNS, "GM0014"), 1);
});

Deno.test("some years are provisional", () => {
  deepEqual([2022, 2024].map((year) => provisional(COLUMNS, year)), [false, true]);
  equal(provisional(null, 2024), false);
});

Deno.test("an indicator is found with its theme", () => {
  const drugs = { key: "drugs", title: "Drugs", ranked: true, indicators: [choice({})] };
  const told = { release: "", source: "", licence: "", fictional: true, themes: [drugs] };
  equal(indicator(told, "kwekerijen")?.theme.title, "Drugs");
  equal(indicator(told, "constructor"), null);
  equal(indicator(null, "kwekerijen"), null);
});

Deno.test("years are those in which all have a figure at that level", () => {
  const one = choice({ gemeente: [2021, 2022, 2023], wijk: [2021] });
  const other = choice({ gemeente: [2020, 2021, 2022] });
  deepEqual(years([one, other], "gemeente"), [2021, 2022]);
  equal(newest([one, other], "gemeente"), 2022);
  equal(newest([one], "gemeente"), 2023);
  equal(newest([one, other], "wijk"), null);
  equal(newest([], "wijk"), null);
});
