import { deepEqual, equal } from "node:assert/strict";
import { parse } from "../../../theme/modules/address.js";
import { fewestOf, readChoice, writeChoice } from "../../../theme/modules/shortlist/choice.js";

const TITLES = new Map([["hennep", "Hennep"], ["zorg", "Zorg"]]);
const BEGIN = {
  key: "samen",
  title: "Samen",
  fewest: 2,
  signals: [{ key: "hennep", atLeast: 5 }, { key: "zorg", atLeast: 1.5 }],
};
const KNOWN = {
  /** @param {string} key */
  titleOf: (key) => TITLES.get(key) ?? null,
  /** @param {string} code */
  gemeente: (code) => code === "GM0363",
  /** @param {string} key */
  combination: (key) => (key === "samen" ? BEGIN : null),
};

/** @param {string} query */
const read = (query) => readChoice(parse(query), KNOWN);
/** @param {string} query */
const again = (query) =>
  decodeURIComponent(new URLSearchParams(writeChoice(read(query).choice)).toString());

Deno.test("an address is a choice, and a choice the same address", () => {
  for (
    const query of [
      "signaal=hennep:4.1&signaal=zorg:2&minstens=2",
      "signaal=hennep:4.1&minstens=1&jaar=2020&binnen=GM0363",
      "signaal=hennep:&minstens=1&niveau=wijk",
      "begin=samen",
      "begin=samen&binnen=GM0363",
      "minstens=2",
    ]
  ) {
    deepEqual(read(query).faults, []);
    equal(again(query), query);
  }
});

Deno.test("a combination brings its signals, and its level", () => {
  const { choice } = read("begin=samen");
  equal(choice.level, "wijk");
  deepEqual(choice.signals, BEGIN.signals);
  equal(fewestOf(choice), 2);
  equal(again("begin=samen&signaal=zorg:1"), "signaal=zorg:1&minstens=1");
});

Deno.test("what nobody knows gives a sentence and another choice", () => {
  const { choice, faults } = read("begin=nep&binnen=GM9999&niveau=straat&jaar=20x4");
  deepEqual(faults, [
    "De combinatie “nep” kennen wij niet.",
    "De gemeente “GM9999” kennen wij niet.",
    "Het niveau “straat” kennen wij niet: kies gemeente of wijk.",
    "Het jaar “20x4” kennen wij niet. U ziet het nieuwste jaar.",
  ]);
  deepEqual([choice.level, choice.inside, choice.year], ["gemeente", null, null]);
});

Deno.test("how many must meet follows the signals that there are", () => {
  equal(fewestOf(read("signaal=hennep:1").choice), 1);
  equal(fewestOf(read("signaal=hennep:1&signaal=zorg:1").choice), 2);
  equal(fewestOf(read("minstens=3").choice), 1);
});
