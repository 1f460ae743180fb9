import { deepEqual, equal } from "node:assert/strict";
import { cellText, cellWords, dutch, number } from "../../theme/modules/cells.js";

Deno.test("a number stands as the Dutch write it", () => {
  deepEqual([dutch(1234.5, 1), dutch(12, 0), dutch(-0.25, 2)], ["1.234,5", "12", "-0,25"]);
});

Deno.test("a state is never a number", () => {
  equal(number({ state: "withheld" }), null);
  equal(cellText({ state: "withheld" }, 1), "x");
  equal(cellText(undefined, 1), ".");
  equal(cellWords({ state: "impossible" }, 0), "kan niet voorkomen");
});

Deno.test("zero is a number, and a provisional one has a star", () => {
  equal(number(0), 0);
  equal(cellText(0, 1, true), "0,0*");
});
