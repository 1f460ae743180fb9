import { deepEqual, equal } from "node:assert/strict";
import { Series } from "../../../theme/modules/compare/series.js";

/** @type {{ state: "withheld" }} */
const X = { state: "withheld" };
const wide = {
  breaks: {},
  years: [2019, 2020, 2021],
  provisional: [2021],
  regions: ["NL01", "GM0001", "GM0002"],
  values: [[1, 2, 3], [4, 5, X], [6, X, X]],
};
const narrow = {
  breaks: {},
  years: [2018, 2019],
  provisional: [],
  regions: ["WK000100"],
  values: [[7, X]],
};

Deno.test("regions of different files have the years of all", () => {
  const series = new Series([wide, narrow], ["GM0001", "WK000100"]);
  deepEqual(series.years, [2018, 2019, 2020, 2021]);
  equal(series.cell("WK000100", 2018), 7);
  deepEqual(series.cell("GM0001", 2018), { state: "missing" });
  deepEqual(series.cell("GM0001", 2021), X);
  deepEqual(series.cell("GM0002", 2019), { state: "missing" }, "it was not asked for");
});

Deno.test("the newest year is that in which half of the regions have a figure", () => {
  equal(new Series([wide], ["NL01", "GM0001", "GM0002"]).newest(), 2020);
  equal(new Series([wide], ["NL01", "GM0001"]).newest(), 2021);
  equal(new Series([wide], ["GM0002"]).newest(), 2019);
});

Deno.test("without half, any figure will do; without any, the newest year", () => {
  equal(new Series([wide], ["NL01", "GM0002", "GM0003", "GM0004"]).newest(), 2019);
  equal(new Series([wide], ["NL01", "GM0003", "GM0004"]).newest(), 2021);
  const none = new Series([wide], ["GM0003"]);
  deepEqual([none.newest(), none.empty], [2021, true]);
  deepEqual([new Series([], ["GM0003"]).newest(), none.provisional(2021)], [null, true]);
});

Deno.test("years that cannot be compared are those of all files", () => {
  const series = new Series([{ ...wide, breaks: { "2020": "Anders geteld." } }, narrow], ["NL01"]);
  deepEqual([...series.breaks], [[2020, "Anders geteld."]]);
});
