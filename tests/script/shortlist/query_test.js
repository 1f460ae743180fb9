import { deepEqual, equal, match } from "node:assert/strict";
import { parse } from "../../../theme/modules/address.js";
import {
  quoted,
  readShortlist,
  some,
  writeShortlist,
} from "../../../theme/modules/shortlist/query.js";

const TITLES = new Map([["hennep", "Hennep"], ["panden", "Panden"], ["zorg", "Zorg"]]);
/** @param {string} query */
const read = (query) => readShortlist(parse(query), (key) => TITLES.get(key) ?? null);

Deno.test("an address tells signals, and is told by them", () => {
  const query = "signaal=hennep:4.1&signaal=panden:2&minstens=2";
  const told = read(query);
  deepEqual(told.signals, [{ key: "hennep", atLeast: 4.1 }, { key: "panden", atLeast: 2 }]);
  equal(told.fewest, 2);
  deepEqual(told.faults, []);
  const written = new URLSearchParams(writeShortlist(told.signals, 2));
  equal(decodeURIComponent(written.toString()), query);
});

Deno.test("an unknown indicator gives a sentence", () => {
  deepEqual(read("signaal=nep:1&signaal=zorg:1").faults, [
    "Het onderwerp “nep” kennen wij niet. Het telt niet mee.",
  ]);
  deepEqual(read("signaal=nep:1&signaal=zorg:1").signals, [{ key: "zorg", atLeast: 1 }]);
});

Deno.test("two hundred unknown ones give one short sentence", () => {
  const many = Array.from({ length: 200 }, (_, n) => `signaal=GM${n}:1`).join("&");
  const { faults, signals } = read(many);
  equal(faults.length, 1);
  match(faults[0] ?? "", /“GM0”, “GM1”, “GM2” en 197 andere/);
  deepEqual(signals, []);
});

Deno.test("a threshold that is no number keeps its place and says so", () => {
  for (const bad of ["NaN", "1e308", "-4", "<script>", "４"]) {
    const { signals, faults } = read(`signaal=hennep:${encodeURIComponent(bad)}`);
    deepEqual(signals, [{ key: "hennep", atLeast: null }]);
    match(faults[0] ?? "", /^De drempel “.*” bij Hennep kennen wij niet: vul een getal in\.$/u);
  }
  deepEqual(read("signaal=hennep:"), read("signaal=hennep"));
  deepEqual(read("signaal=hennep").faults, []);
});

Deno.test("how many must meet lies between one and the signals", () => {
  equal(read("signaal=hennep:1&signaal=zorg:1&minstens=2").fewest, 2);
  for (const bad of ["0", "3", "-1", "NaN", "1e3", ""]) {
    const { fewest, faults } = read(`signaal=hennep:1&signaal=zorg:1&minstens=${bad}`);
    equal(fewest, null);
    deepEqual(faults, [`Minstens “${bad}” kan niet: kies 1 tot en met 2.`]);
  }
});

Deno.test("an indicator counts once", () => {
  const { signals, faults } = read("signaal=zorg:1&signaal=zorg:2");
  deepEqual(signals, [{ key: "zorg", atLeast: 1 }]);
  deepEqual(faults, ["Zorg staat er meer dan een keer; de eerste telt."]);
});

Deno.test("a long value is cut between characters", () => {
  equal(quoted("𝔊".repeat(50)), `“${"𝔊".repeat(40)}…”`);
  equal(quoted("a\u202eb\u0000\ud800c"), "“abc”");
  equal(some(["a", "b", "c", "d"]), "“a”, “b”, “c” en 1 andere");
});
