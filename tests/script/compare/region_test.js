import { deepEqual, equal } from "node:assert/strict";
import { register } from "../../../theme/modules/compare/region.js";

const about = { release: "", source: "", licence: "", fictional: true };
const gemeente = { parent: "PV01", inhabitants: 5, neighbours: [], similar: [], breaks: [2022] };
const gemeenten = {
  ...about,
  around: [{ code: "NL01", name: "Nederland" }, { code: "PV01", name: "Utrecht" }],
  regions: [{ code: "GM0001", name: "Utrecht", ...gemeente }],
};
const wijken = { ...about, regions: [{ code: "WK000100", name: "Oost", parent: "GM0001" }] };

Deno.test("a region has a name that no other has, and its own page", () => {
  const known = register(gemeenten, wijken);
  deepEqual(["NL01", "PV01", "GM0001", "WK000100"].map((code) => known(code)?.name), [
    "Nederland",
    "Utrecht (provincie)",
    "Utrecht",
    "Oost (Utrecht)",
  ]);
  equal(known("WK000100")?.address, "wijk/wk000100-oost/");
  equal(known("GM0001")?.address, "gemeente/gm0001-utrecht/");
  equal(known("PV01")?.address, null);
  deepEqual(["PV01", "GM0001", "WK000100"].map((code) => known(code)?.breaks), [[], [2022], [
    2022,
  ]]);
});

Deno.test("what is no region is none, nor a wijk before its register is there", () => {
  equal(register(gemeenten, wijken)("__proto__"), undefined);
  equal(register(gemeenten, null)("WK000100"), undefined);
});
