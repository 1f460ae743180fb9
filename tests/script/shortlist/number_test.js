import { deepEqual, equal } from "node:assert/strict";
import { field, pointed, typed } from "../../../theme/modules/shortlist/number.js";

Deno.test("a reader may write a number as the Dutch do, or with a point", () => {
  const read = ["4,1", " 4.1 ", "1.234,5", "1234,5", "1.234", "0", "12.5", "1.2345"].map(typed);
  deepEqual(read, [4.1, 4.1, 1234.5, 1234.5, 1234, 0, 12.5, 1.2345]);
});

Deno.test("what is no threshold is null", () => {
  const bad = ["", "-1", "NaN", "Infinity", "1e308", "4,1,2", "0x10", "٣", "<b>", "9".repeat(400)];
  deepEqual(bad.map(typed), bad.map(() => null));
  deepEqual(bad.map(pointed), bad.map(() => null));
  equal(pointed("4,1"), null);
  equal(pointed("9999999999999"), null);
});

Deno.test("an address and a field hold the same number", () => {
  equal(pointed("1234.5"), 1234.5);
  equal(typed(field(1234.5)), 1234.5);
  equal(field(0.25), "0,25");
  equal(field(1234), "1234");
});
