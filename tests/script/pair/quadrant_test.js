import { deepEqual, equal } from "node:assert/strict";
import { counted, named, quadrant } from "../../../theme/modules/pair/quadrant.js";

const LINES = { x: 2, y: 10 };

Deno.test("a quadrant tells on which of both a region is higher", () => {
  deepEqual(
    [quadrant(1, 5, LINES), quadrant(3, 5, LINES), quadrant(1, 15, LINES), quadrant(3, 15, LINES)],
    [0, 1, 2, 3],
  );
});

Deno.test("equal to a line is not higher", () => {
  equal(quadrant(2, 10, LINES), 0);
  equal(quadrant(2.1, 10, LINES), 1);
});

Deno.test("a quadrant has a name in words", () => {
  equal(named(1, "Geuren", "Kleuren"), "hoger op Geuren, niet op Kleuren");
  equal(named(2, "Geuren", "Kleuren"), "hoger op Kleuren, niet op Geuren");
});

Deno.test("regions without a quadrant are not counted", () => {
  deepEqual(counted([0, 3, 3, null, 1]), [1, 1, 0, 2]);
});
