import { deepEqual, equal, match } from "node:assert/strict";
import { allYears, choose, MOST } from "../../../theme/modules/compare/choice.js";

/** @param {string} key @param {number[]} years */
const subject = (key, years) => ({
  ...{ key, title: key, theme: "drugs", unit: "", decimals: 1, placed: true },
  years: { gemeente: years },
});
const A = subject("a", [2019, 2021]);
const B = subject("b", [2020, 2021]);
const codes = ["NL01", "GM0001", "GM0002", "GM0003", "GM0004", "GM0005", "WK000100"];
const known = {
  /** @param {string} code */
  region: (code) => codes.includes(code) ? { code, name: code } : undefined,
  subjects: [A, B],
  first: [B],
};

/** @param {string[]} regions @param {string[]} subjects */
const of = (regions, subjects = [], year = "") => choose({ regions, subjects, year }, known);

Deno.test("what exists is chosen in the order of the address, each once", () => {
  const { regions, subjects, said } = of(["GM0002", " gm0001", "NL00", "GM0002"], ["b", "a"]);
  deepEqual(regions.map(({ code }) => code), ["GM0002", "GM0001", "NL01"]);
  deepEqual(subjects, [B, A]);
  deepEqual(said, []);
});

Deno.test("without a subject there are the first ones", () => {
  deepEqual(of(["GM0001"]).subjects, [B]);
});

Deno.test("an unknown code is said, and the rest is shown", () => {
  const { regions, said } = of(["GM9999", "GM0001"]);
  equal(regions.length, 1);
  deepEqual(said, ["Het gebied “GM9999” kennen wij niet."]);
});

Deno.test("of many unknown codes three are named", () => {
  deepEqual(of(["x", "y"]).said, ["De gebieden “X” en “Y” kennen wij niet."]);
  deepEqual(of(["a", "b", "c", "d", "e"]).said, [
    "De gebieden “A”, “B”, “C” en nog 2 gebieden kennen wij niet.",
  ]);
});

Deno.test("a long unknown value is cut, whatever it holds", () => {
  const [sentence = ""] = of([`<script>${"y".repeat(90)}`]).said;
  match(sentence, /^Het gebied “<SCRIPT>Y{32}…” kennen wij niet\.$/);
});

Deno.test("an unknown subject and year are said", () => {
  const { subjects, year, said } = of(["GM0001"], ["c"], "2099");
  deepEqual([subjects, year], [[], null]);
  deepEqual(said, [
    "Het onderwerp “c” kennen wij niet.",
    "Over het jaar “2099” zijn er geen cijfers. Van elk onderwerp staat hier het nieuwste jaar.",
  ]);
});

Deno.test("a year must be written as one", () => {
  equal(of(["GM0001"], [], "2021").year, 2021);
  for (const text of ["2021.0", "02021", "2e3", "1e999"]) equal(of([], [], text).year, null);
});

Deno.test("of more than six regions the first six are shown", () => {
  const { regions, said } = of(codes);
  equal(regions.length, MOST.regions);
  deepEqual(said, [
    "Er kunnen ten hoogste zes gebieden naast elkaar staan. Hier staan de eerste zes.",
  ]);
});

Deno.test("years are those of any subject, the newest first", () => {
  deepEqual(allYears([A, B]), [2021, 2020, 2019]);
});
