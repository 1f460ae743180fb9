import { deepEqual, equal, ok } from "node:assert/strict";
import { middle, ranks, spearman } from "../../../theme/modules/pair/rank.js";

const LEFT = [
  ...[3.0, 3.5, 2.5, 3.4, 3.9, 3.4, 4.6, 2.1, 3.1, 2.3, 2.2, 2.8, 3.2],
  ...[3.4, 3.5, 5.2, 3.9, 1.4, 3.2, 2.4, 2.5, 4.3, 2.8, 1.0, 3.3],
];
const RIGHT = [1, 1, 0, 1, 2, 1, 2, 3, 1, 0, 1, 2, 1, 3, 0, 2, 2, -0, 1, 2, 2, 2, 1, 2, 2];

/** @param {number | null} found @param {number} expected */
const near = (found, expected) => ok(found !== null && Math.abs(found - expected) < 1e-12);

Deno.test("equal figures share the mean of their places", () => {
  deepEqual([...ranks([10, 30, 20, 20, 5])], [2, 5, 3.5, 3.5, 1]);
  deepEqual([...ranks([])], []);
});

Deno.test("the rank correlation is that of scipy, ties included", () => {
  near(spearman(LEFT, RIGHT), 0.20627927321120243);
  near(spearman([1, 2, 2, 3], [4, 4, 5, 6]), 0.8333333333333335);
  near(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]), 0.8207826816681233);
  near(spearman([1, 1, 1, 2], [3, 1, 2, 2]), 0);
});

Deno.test("a rank correlation is exact at its ends, and absent where one side is all equal", () => {
  equal(spearman([1, 2, 3], [10, 200, 3000]), 1);
  equal(spearman([1, 2, 3], [3, 2, 1]), -1);
  equal(spearman([4, 4, 4], [1, 2, 3]), null);
  equal(spearman([], []), null);
});

Deno.test("the middle is always one of the figures", () => {
  equal(middle([9, 1, 5]), 5);
  equal(middle([9, 1, 5, 2]), 2);
  equal(middle([10, 9]), 9);
  equal(middle([]), null);
});
