import { deepEqual, equal } from "node:assert/strict";
import { answer, measured } from "../../../theme/modules/shortlist/answer.js";

const withheld = /** @type {const} */ ({ state: "withheld" });
const ALL = ["A", "B", "C", "D", "E", "F"].map((name, at) => ({
  code: `WK${at}`,
  name,
  parent: at < 3 ? "GM1" : "GM2",
}));
const INDICATOR = {
  key: "zorg",
  title: "Zorg",
  unit: "per 1.000",
  decimals: 1,
  meaning: "",
  placed: true,
  years: { wijk: [2023, 2024] },
};
/** @type {import("../../../theme/modules/data.js").Columns} */
const COLUMNS = {
  release: "",
  source: "",
  licence: "",
  fictional: true,
  ...INDICATOR,
  theme: "zorg",
  breaks: {},
  level: "wijk",
  years: [2022, 2023, 2024],
  provisional: [2024],
  regions: ALL.map(({ code }) => code),
  values: [[withheld, 9, 1], [withheld, 8, 2], [withheld, 7, 3], [withheld, 6, 4], [
    withheld,
    5,
    5,
  ], [withheld, 4, withheld]],
};
/** @type {import("../../../theme/modules/shortlist/choice.js").Choice} */
const CHOICE = {
  level: "wijk",
  inside: null,
  year: null,
  signals: [{ key: "zorg", atLeast: 3 }],
  fewest: 1,
  combination: null,
};

Deno.test("a signal has the figures of its newest year, or of the year that was chosen", () => {
  const newest = measured(INDICATOR, COLUMNS, CHOICE, ALL);
  deepEqual([newest.year, newest.provisional, newest.fifth], [2024, true, 5]);
  equal(newest.cells.get("WK5"), withheld);
  const before = measured(INDICATOR, COLUMNS, { ...CHOICE, year: 2023 }, ALL);
  deepEqual([before.year, before.provisional, before.fifth], [2023, false, 9]);
  equal(measured(INDICATOR, COLUMNS, { ...CHOICE, year: 2022 }, ALL).year, null);
});

Deno.test("what has no place of its own has no highest fifth", () => {
  equal(measured({ ...INDICATOR, placed: false }, COLUMNS, CHOICE, ALL).fifth, null);
});

Deno.test("regions are counted, and those of one gemeente alone", () => {
  const told = measured(INDICATOR, COLUMNS, CHOICE, ALL);
  const all = answer(CHOICE, [told], ALL);
  deepEqual(all.tally, { enough: 3, unsure: 1, regions: 6 });
  deepEqual(all.signals[0]?.reach, { reached: 3, among: 5, withheld: 1, lacking: 0 });
  const inside = { ...CHOICE, inside: "GM1" };
  const own = answer(inside, [measured(INDICATOR, COLUMNS, inside, ALL)], ALL);
  deepEqual(own.tally, { enough: 1, unsure: 0, regions: 3 });
  equal(own.signals[0]?.fifth, 5);
});

Deno.test("a signal without a threshold or a year counts for nothing", () => {
  const choice = { ...CHOICE, signals: [{ key: "zorg", atLeast: null }] };
  const told = answer(choice, [measured(INDICATOR, COLUMNS, choice, ALL)], ALL);
  deepEqual([told.counting.length, told.tally.enough, told.tally.unsure], [0, 0, 0]);
});
