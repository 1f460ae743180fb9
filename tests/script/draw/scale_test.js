import { deepEqual, equal } from "node:assert/strict";
import { extent, linear, step } from "../../../theme/modules/draw/scale.js";

Deno.test("a step is 1, 2 or 5 times a power of ten", () => {
  deepEqual([step(10, 5), step(0.9, 5), step(230, 5), step(38, 5)], [2, 0.2, 50, 10]);
});

Deno.test("a scale has round ends around its figures and begins at zero", () => {
  const scale = linear([3, 47], 0, 100);
  deepEqual(scale.ticks, [0, 10, 20, 30, 40, 50]);
  deepEqual([scale.at(0), scale.at(25), scale.at(50)], [0, 50, 100]);
});

Deno.test("ticks of small figures are exact, and count their decimals", () => {
  const scale = linear([0.12, 0.31], 0, 1);
  deepEqual(scale.ticks, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
  equal(scale.decimals, 2);
});

Deno.test("figures below zero and a single figure have a scale too", () => {
  deepEqual(linear([-4, 6], 0, 1).ticks, [-4, -2, 0, 2, 4, 6]);
  deepEqual(linear([0], 0, 1).ticks.length > 1, true);
  deepEqual(linear([], 0, 1).ticks.length > 1, true);
});

Deno.test("the extent of many figures needs no spreading", () => {
  deepEqual(extent(Array.from({ length: 300_000 }, (_, i) => i)), [0, 299_999]);
});
