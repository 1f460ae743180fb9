import { deepEqual, equal } from "node:assert/strict";
import { found, highestFifth, meets, reach } from "../../../theme/modules/shortlist/rules.js";

const withheld = /** @type {const} */ ({ state: "withheld" });
const missing = /** @type {const} */ ({ state: "missing" });

/** @param {Record<string, import("../../../theme/modules/cells.js").Cell>} cells */
const measure = (cells, atLeast = 5) => ({ atLeast, cells: new Map(Object.entries(cells)) });

Deno.test("a figure counts from the threshold on, and a state counts for neither side", () => {
  equal(meets(5, 5), "yes");
  equal(meets(4.9, 5), "no");
  equal(meets(0, 0), "yes");
  equal(meets(withheld, 0), "withheld");
  equal(meets(missing, 0), "lacking");
  equal(meets({ state: "impossible" }, 0), "lacking");
  equal(meets(undefined, 0), "lacking");
});

Deno.test("a region has enough signals, perhaps enough, or not enough", () => {
  const measures = [measure({ A: 9, B: 9, C: 1 }), measure({ A: 9, B: withheld, C: withheld })];
  deepEqual(found("A", measures, 2), {
    meets: ["yes", "yes"],
    met: 2,
    unknown: 0,
    enough: true,
    unsure: false,
  });
  deepEqual(found("B", measures, 2), {
    meets: ["yes", "withheld"],
    met: 1,
    unknown: 1,
    enough: false,
    unsure: true,
  });
  equal(found("C", measures, 2).unsure, false);
  equal(found("D", measures, 2).unsure, true);
  equal(found("B", measures, 1).enough, true);
});

Deno.test("the regions that reach a threshold are counted among those with a figure", () => {
  const told = reach(["A", "B", "C", "D"], measure({ A: 5, B: 4, C: withheld }));
  deepEqual(told, { reached: 1, among: 2, withheld: 1, lacking: 1 });
});

Deno.test("the highest fifth begins where the classes of the site do", () => {
  const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  equal(highestFifth(ten), 9);
  equal(highestFifth([...ten, withheld, missing]), 9);
  equal(highestFifth([1, 2, 3, 4]), null);
  equal(highestFifth([0, 0, 0, 0, 0, 0]), null);
});

Deno.test("with ties the highest fifth is the highest class that there is", () => {
  equal(highestFifth([0, 0, 0, 0, 0, 0, 0, 0, 3, 4]), 3);
  equal(highestFifth([0, 0, 0, 0, 0, 0, 0, 0, 0, 4]), null);
  equal(highestFifth([1, 2, 2, 2, 2, 2, 2, 2, 2, 2]), 2);
});
