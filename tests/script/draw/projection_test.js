import { deepEqual, equal, ok } from "node:assert/strict";
import { around, fitted, path } from "../../../theme/modules/draw/projection.js";

/** @type {import("../../../theme/modules/draw/projection.js").Geometry} */
const SQUARE = { type: "Polygon", coordinates: [[[4, 52], [6, 52], [6, 53], [4, 53], [4, 52]]] };
/** @type {import("../../../theme/modules/draw/projection.js").Geometry} */
const ISLANDS = {
  type: "MultiPolygon",
  coordinates: [[[[3, 51], [4, 51], [4, 52], [3, 51]]], [[[6, 53], [7, 53], [7, 54], [6, 53]]]],
};

Deno.test("a box lies around all outlines", () => {
  deepEqual(around([SQUARE, ISLANDS]), { west: 3, south: 51, east: 7, north: 54 });
});

Deno.test("a degree of longitude is narrower than one of latitude", () => {
  const { project, height } = fitted(around([SQUARE]), 200, 1000);
  deepEqual(project(4, 53), [0, 0]);
  equal(Math.round(project(6, 52)[0]), 200);
  const expected = 100 / Math.cos(52.5 * Math.PI / 180);
  ok(Math.abs(height - expected) < 1e-9);
});

Deno.test("what would be too high is made narrower, in the middle", () => {
  const { project, height } = fitted(around([SQUARE]), 400, 100);
  equal(Math.round(height), 100);
  const [left] = project(4, 53);
  const [right] = project(6, 53);
  ok(left > 100 && Math.abs(left + right - 400) < 1e-9);
});

Deno.test("every ring is a closed part of the path", () => {
  const drawn = path(ISLANDS, (lon, lat) => [lon, lat]);
  equal(drawn, "M3,51L4,51L4,52L3,51ZM6,53L7,53L7,54L6,53Z");
});
