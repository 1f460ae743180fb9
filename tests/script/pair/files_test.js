import { deepEqual, equal } from "node:assert/strict";
import { csvFile, specification } from "../../../theme/modules/pair/files.js";
import { reach, viewed } from "../../../theme/modules/pair/view.js";

/** @typedef {import("../../../theme/modules/data.js").Columns} Columns */

const ABOUT = {
  release: "2026",
  source: "S",
  licence: "CC0",
  fictional: true,
  notice: "Verzonnen.",
};

/** @param {string} key */
const subject = (key) => ({
  ...{ key, title: key.toUpperCase(), unit: "per 100", decimals: 1, meaning: "", placed: true },
  years: { gemeente: [2022, 2023] },
});

/** @param {string} key @param {Record<string, Columns["values"][number]>} cells @returns {Columns} */
const columns = (key, cells) => ({
  ...{ ...ABOUT, ...subject(key), theme: "t", breaks: {}, level: "gemeente", years: [2022, 2023] },
  ...{ provisional: [2023], regions: Object.keys(cells), values: Object.values(cells) },
});

const X = columns("a", { NL01: [1, 2.5], GM0001: [0, 1.5], GM0002: [9, 3], GM0003: [4, 2] });
const Y = columns("b", {
  ...{ NL01: [1, 1], GM0001: [5, 6], GM0002: [5, { state: "withheld" }] },
  GM0003: [5, 7.25],
});

/** @type {import("../../../theme/modules/pair/choice.js").Choice} */
const CHOICE = {
  ...{ x: subject("a"), y: subject("b"), level: "gemeente", within: null },
  ...{ years: [2022, 2023], year: 2023, line: "midden", said: [] },
};

const LOADED = {
  regions: [
    { code: "GM0001", name: "Een; of meer" },
    { code: "GM0002", name: "Twee" },
    { code: "GM0003", name: "Drie" },
  ],
  ...{ parents: new Map(), x: X, y: Y, country: null, geometries: new Map(), points: null },
};

Deno.test("the lines lie on the middle of what is shown", () => {
  const { lines, placed } = viewed(CHOICE, LOADED, 2023);
  deepEqual(lines, { x: 1.5, y: 6 });
  deepEqual(placed.map((each) => [each.pair.region.code, each.quadrant]), [
    ["GM0001", 0],
    ["GM0003", 3],
  ]);
});

Deno.test("the lines lie on Nederland when that is asked", () => {
  const { lines, ofCountry } = viewed(CHOICE, { ...LOADED, country: { x: X, y: Y } }, 2023);
  deepEqual([lines, ofCountry], [{ x: 2.5, y: 1 }, true]);
});

Deno.test("the axes reach over all years of the regions that are shown", () => {
  deepEqual(reach(CHOICE, LOADED), { x: [0, 9, 4, 1.5, 2], y: [5, 5, 5, 6, 7.25] });
});

Deno.test("the file has every region, a figure or its state, in the Dutch dialect", () => {
  const lines = csvFile(viewed(CHOICE, LOADED, 2023), LOADED).trimEnd().split("\r\n");
  equal(lines.length, 4);
  equal(
    lines[1],
    'GM0001;"Een; of meer";"Een; of meer";2023;1,5;shown;6;shown;hoger op geen van beide;Verzonnen.',
  );
  equal(lines[2], "GM0002;Twee;Twee;2023;3;shown;;withheld;;");
});

Deno.test("the specification has only regions that the chart has", () => {
  const told = JSON.parse(specification(viewed(CHOICE, LOADED, 2023), LOADED));
  deepEqual(told.data.values.map((/** @type {{ name: string }} */ row) => row.name), [
    "Een; of meer",
    "Drie",
  ]);
  deepEqual([told.layer[1].encoding.x.datum, told.layer[2].encoding.y.datum], [1.5, 6]);
});
