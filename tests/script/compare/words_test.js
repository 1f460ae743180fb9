import { deepEqual, equal } from "node:assert/strict";
import {
  alikeInSize,
  broken,
  context,
  course,
  listed,
  standing,
} from "../../../theme/modules/compare/words.js";

/** @type {{ state: "withheld" }} */
const X = { state: "withheld" };

/** @param {(number | { state: "withheld" })[]} cells */
const told = (...cells) => standing(cells.map((cell, at) => ({ name: `G${at}`, cell })), 1);

Deno.test("the highest and the lowest are named", () => {
  equal(told(1, 3, 2), "Het hoogst in G1 (3,0), het laagst in G0 (1,0).");
  equal(told(3, 1, 3), "Het hoogst in G0 en G2 (3,0), het laagst in G1 (1,0).");
});

Deno.test("of what is withheld only that is said", () => {
  equal(
    told(1, X, 2, X),
    "Het hoogst in G2 (2,0), het laagst in G0 (1,0). Van G1 en G3 is het cijfer niet getoond (x).",
  );
  equal(told(X, 2), "Alleen G1 heeft een cijfer: 2,0. Van G0 is het cijfer niet getoond (x).");
});

Deno.test("equal figures are no order", () => {
  equal(told(2, 2), "Alle 2 gebieden hebben hetzelfde cijfer: 2,0.");
  equal(
    told(2, 2, X),
    "De 2 gebieden met een cijfer hebben hetzelfde cijfer: 2,0. Van G2 is het cijfer niet getoond (x).",
  );
});

Deno.test("one region has its figure, none has none", () => {
  equal(told(2), "G0 heeft een cijfer: 2,0.");
  equal(told(), "Van deze gebieden is er geen cijfer om te tonen.");
});

Deno.test("a course goes from the first figure to the last", () => {
  /** @param {(number | { state: "withheld" })[]} cells */
  const of = (...cells) => course("Goes", cells.map((cell, at) => ({ year: 2019 + at, cell })), 1);
  equal(of(X, 1, X, 1234.5, X), "Goes: van 1,0 in 2020 naar 1.234,5 in 2022.");
  equal(of(X, 1), "Goes: 1,0 in 2020.");
  equal(of(X), "Goes: geen cijfers.");
});

Deno.test("a course starts where figures can be compared", () => {
  const cells = [1, 2, 3].map((cell, at) => ({ year: 2019 + at, cell }));
  equal(course("Goes", cells, 1, [2020]), "Goes: van 2,0 in 2020 naar 3,0 in 2021.");
  equal(course("Goes", cells, 1, [2020, 2021]), "Goes: 3,0 in 2021.");
  equal(course("Goes", cells, 1, [2025]), "Goes: van 1,0 in 2019 naar 3,0 in 2021.");
});

Deno.test("a line that starts anew is explained, but not where it starts at all", () => {
  const kinds = new Map([[2019, "Eerste."], [2021, "Anders geteld."]]);
  const regions = [{ name: "Goes", breaks: [2020] }, { name: "Veere", breaks: [2020, 2026] }];
  deepEqual(broken([2019, 2020, 2021], kinds, regions), [
    "Breuk in 2021: Anders geteld.",
    "Vanaf 2020 geldt een andere gemeentegrens voor Goes en Veere.",
  ]);
  deepEqual(broken([2022, 2023], kinds, regions), []);
});

Deno.test("names stand as in a sentence", () => {
  equal(listed([]), "");
  equal(listed(["a"]), "a");
  equal(listed(["a", "b", "c"]), "a, b en c");
});

Deno.test("figures without an order are not ranked", () => {
  equal(
    context([{ name: "Goes", cell: 9 }, { name: "Veere", cell: X }]),
    "Deze cijfers staan hier als context, zonder volgorde. Van Veere is het cijfer niet getoond (x).",
  );
});

Deno.test("a region that is much larger does not flatten the others", () => {
  /** @param {number[][]} all */
  const kept = (...all) =>
    alikeInSize(all.map((values) => ({ values }))).map(({ values }) => values);
  deepEqual(kept([10, 11], [500], [20]), [[10, 11], [20]]);
  deepEqual(kept([10], [30]), [[10], [30]]);
  deepEqual(kept([0], [0], [7]), [[0], [0], [7]]);
  deepEqual(kept([]), [[]]);
});
