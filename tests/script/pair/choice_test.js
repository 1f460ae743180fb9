import { deepEqual, equal, ok } from "node:assert/strict";
import { one, parse, written } from "../../../theme/modules/address.js";
import { chosen, pairsOf } from "../../../theme/modules/pair/choice.js";

/** @typedef {import("../../../theme/modules/pair/choice.js").Known} Known */

const ABOUT = { release: "", source: "", licence: "", fictional: true };

/** @param {string} key @param {object} years @param {boolean} [placed] */
const subject = (key, years, placed = true) => ({
  ...{ key, title: key.toUpperCase(), unit: "", decimals: 1, meaning: "", placed, years },
});

/** @type {Known} */
const KNOWN = {
  told: {
    ...ABOUT,
    themes: [{
      ...{ key: "t", title: "T", ranked: true },
      indicators: [
        subject("a", { gemeente: [2021, 2022, 2023], wijk: [2022, 2023] }),
        subject("b", { gemeente: [2022, 2023, 2024], wijk: [2024] }),
        subject("c", { gemeente: [2020] }, false),
      ],
    }],
  },
  gemeenten: {
    ...{ ...ABOUT, around: [] },
    regions: [{
      ...{ code: "GM0363", name: "Amsterdam", parent: "PV27" },
      ...{ inhabitants: null, neighbours: [], similar: [], breaks: [] },
    }],
  },
  first: { x: "a", y: "b" },
};

/** @param {string} search */
const choice = (search) => {
  const found = chosen(parse(search), KNOWN);
  ok(found);
  return found;
};

Deno.test("an address without a choice has one: the first two, all gemeenten, the newest year", () => {
  const { x, y, level, within, year, line, said } = choice("");
  deepEqual([x.key, y.key, level, within, year, line, said], [
    ...["a", "b", "gemeente", null, 2023, "midden"],
    [],
  ]);
});

Deno.test("only years that both have are there to choose", () => {
  deepEqual(choice("?x=a&y=b").years, [2022, 2023]);
  const { year, said } = choice("?x=a&y=b&jaar=2021");
  equal(year, 2023);
  ok(said.join().includes("2021"));
});

Deno.test("two subjects that share no year show nothing, and say so", () => {
  const { year, said } = choice("?x=a&y=b&niveau=wijk");
  equal(year, null);
  ok(said.join().includes("geen jaar"));
  ok(choice("?x=a&y=c&niveau=wijk").said.join().includes("geen cijfers voor wijken"));
});

Deno.test("a subject beside itself shows nothing, and says so", () => {
  const { year, said } = choice("?x=b&y=b");
  equal(year, null);
  ok(said.join().includes("twee keer"));
});

Deno.test("what is unknown is said, short and as text, and something else is shown", () => {
  const { x, y, level, said } = choice("?x=<b>&y=b&binnen=GM9999&niveau=straat&grens=ver&jaar=1e9");
  deepEqual([x.key, y.key, level], ["a", "b", "gemeente"]);
  equal(said.length, 5);
  ok(said[0]?.includes("“<b>”"));
  ok(said.every((sentence) => sentence.length < 200));
});

Deno.test("an unknown first subject does not become the same as the second", () => {
  const { x, y } = choice("?x=a&y=zzz");
  deepEqual([x.key, y.key], ["a", "b"]);
});

Deno.test("a gemeente has its wijken, however its code is written", () => {
  const { level, within } = choice("?x=a&y=a&binnen=gm0363");
  deepEqual([level, within?.name], ["wijk", "Amsterdam"]);
});

Deno.test("Nederland is a line only where its figure is comparable", () => {
  equal(choice("?x=a&y=b&grens=nederland").line, "nederland");
  const { line, said } = choice("?x=a&y=c&grens=nederland");
  equal(line, "midden");
  ok(said.length > 0);
});

Deno.test("a choice is written as it is read, the newest year left out", () => {
  const search = "?x=a&y=b&jaar=2022&binnen=GM0363&grens=nederland";
  const asked = choice("?x=a&y=b&jaar=2022&grens=nederland");
  equal(one(parse(written(pairsOf(asked))), "jaar"), "2022");
  equal(written(pairsOf(choice("?x=a&y=b&jaar=2023"))), "?x=a&y=b");
  equal(one(parse(written(pairsOf(choice(search)))), "binnen"), "GM0363");
});
