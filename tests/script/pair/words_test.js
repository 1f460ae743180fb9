import { deepEqual, equal, ok } from "node:assert/strict";
import { left, regions, together } from "../../../theme/modules/pair/words.js";

const TITLES = { x: "Geuren", y: "Kleuren" };

Deno.test("one region is not many", () => {
  deepEqual([regions(1, "wijk"), regions(3412, "gemeente")], ["1 wijk", "3.412 gemeenten"]);
});

Deno.test("the words follow the size and the sign of the correlation", () => {
  const first = (/** @type {number} */ rank) => together(rank, 300, TITLES, "gemeente")[0] ?? "";
  ok(first(0.05).startsWith("Er is geen samenhang"));
  ok(first(0.2).includes("zwakke"));
  ok(first(-0.45).includes("matige") && first(-0.45).includes("juist lager"));
  ok(first(0.81).includes("sterke") && first(0.81).includes("vaak ook hoger"));
  ok(first(0.81).endsWith("De rangcorrelatie is 0,81."));
});

Deno.test("a correlation comes with its caution, and with more of it for few regions", () => {
  equal(together(0.5, 300, TITLES, "gemeente").length, 2);
  equal(together(0.5, 29, TITLES, "gemeente").length, 3);
  ok(together(0.5, 300, TITLES, "wijk").join().includes("geen oorzaak"));
});

Deno.test("of fewer than ten regions, or equal figures, no correlation is told", () => {
  ok(!/\d,\d/.test(together(0.9, 9, TITLES, "wijk").join()));
  ok(together(null, 300, TITLES, "wijk").join().includes("niets te zeggen"));
});

Deno.test("what drops out is counted by its reason", () => {
  equal(left([], "wijk"), "");
  equal(
    left([["withheld", 8]], "gemeente"),
    "8 gemeenten vallen weg, omdat een cijfer niet getoond is.",
  );
  equal(
    left([["withheld", 8], ["missing", 1]], "wijk"),
    "9 wijken vallen weg: 8 omdat een cijfer niet getoond is, 1 omdat een cijfer niet is geleverd.",
  );
});
