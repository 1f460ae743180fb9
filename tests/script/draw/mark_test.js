import { deepEqual, equal, ok } from "node:assert/strict";
import { apart, fitting } from "../../../theme/modules/draw/mark.js";
import { crowd } from "../../../theme/modules/draw/strip.js";

const room = { pitch: 10, low: 0, high: 100 };

Deno.test("names are moved no more than they must", () => {
  deepEqual(apart([50, 20, 90], room), [50, 20, 90]);
  deepEqual(apart([50, 52, 20], room), [50, 60, 20]);
});

Deno.test("names stay within their room, a pitch apart", () => {
  const placed = apart([99, 100, 98, 100], room).sort((a, b) => a - b);
  deepEqual(placed, [70, 80, 90, 100]);
});

Deno.test("a long name ends in dots", () => {
  equal(fitting("Goes", 100), "Goes");
  equal(fitting("Nissewaard aan de Maas", 70), "Nissewaar…");
});

Deno.test("every region is one dot, at its own place", () => {
  const path = crowd([10, 10, 12, 300]);
  const places = [...path.matchAll(/M(\S+) (\S+)a/g)].map(([, x, y]) => [Number(x), Number(y)]);
  equal(places.length, 4);
  deepEqual(places.map(([x]) => x).sort((a = 0, b = 0) => a - b), [8, 8, 10, 298]);
  equal(new Set(places.map(String)).size, 4, "equal figures do not hide each other");
  ok(places.every(([, y = 0]) => y > 0 && y < 46));
});
