import { deepEqual, equal } from "node:assert/strict";
import { Lookup } from "../../../theme/modules/find/lookup.js";

/** @type {import("../../../theme/modules/find/places.js").Index} */
const INDEX = {
  fictional: false,
  provincies: [["28", "Zuid-Holland"], ["29", "Zeeland"], ["21", "Fryslân"]],
  gemeenten: [
    ["0518", "'s-Gravenhage", 0],
    ["0664", "Goes", 1],
    ["0703", "Reimerswaal", 1],
    ["1900", "Súdwest-Fryslân", 2],
    ["0687", "Middelburg", 1],
  ],
  repeated: ["Centrum", "Noord"],
  own: ["Scheveningen", "Rilland-Bath", "Zeeheldenkwartier", "Goese Poort"],
  wijken: ["!! ", "!!!#", " ", "", "!!"],
  buurten: [" ", "", "!# ", "", "", "!!"],
  codes: { "0664": ["00", "AA"] },
  postcodes: [[2491, "0-5;7"], [4460, ";0;1-2"], [0, ""], [0, ""], [4460, "0"]],
  former: [["0001", "Oudestad", ["0664", "0687"]], ["0002", "", ["0703"]]],
  aliases: [["GM0518", "Den Haag"], ["PV21", "Friesland"]],
  themes: [["drugs", "Drugs", [["kwekerijen", "Geruimde hennepkwekerijen"]]]],
  branches: [["I", "Horeca"], ["56", "Eet- en drinkgelegenheden"]],
  combinations: [["witwassen", "Witwassen"]],
  pages: [["uitleg/privacy/", "Privacy"]],
};
const names = new Lookup(INDEX);

/** @param {string} text @param {import("../../../theme/modules/find/places.js").Kind[]} [kinds] */
function told(text, kinds) {
  return names.find(text, kinds && { kinds }).map((one) => `${one.label} | ${one.note}`);
}

/** @param {string} text */
const address = (text) => names.find(text)[0]?.address;

Deno.test("a gemeente goes before the wijken and buurten of which the name begins like it", () => {
  deepEqual(told("goes"), ["Goes | gemeente in Zeeland", "Goese Poort | buurt in Centrum, Goes"]);
});

Deno.test("a name that occurs more than once says where each lies", () => {
  deepEqual(told("centrum"), [
    "Centrum | wijk in 's-Gravenhage",
    "Centrum | wijk in Goes",
    "Centrum | wijk in Middelburg",
    "Centrum | buurt in Centrum, Middelburg",
  ]);
});

Deno.test("a name and where it lies may be typed together, in either order", () => {
  for (const text of ["centrum goes", "Goes centrum"]) {
    deepEqual(told(text).slice(0, 1), ["Centrum | wijk in Goes"]);
  }
  deepEqual(told("noord goe"), ["Noord | wijk in Goes", "Noord | buurt in Centrum, Goes"]);
});

Deno.test("accents, apostrophes and another name are no matter", () => {
  equal(address("sudwest fryslan"), "gemeente/gm1900-sudwest-fryslan/");
  equal(address("'s-gravenhage"), "gemeente/gm0518-s-gravenhage/");
  equal(address("gravenhage"), "gemeente/gm0518-s-gravenhage/");
  deepEqual(told("den haag"), ["Den Haag ('s-Gravenhage) | gemeente in Zuid-Holland"]);
  deepEqual(told("friesland"), ["Friesland (Fryslân) | provincie"]);
});

Deno.test("a slip of the keyboard is no matter either", () => {
  for (const text of ["midelburg", "middelbrug", "Middlburg", "riemerswaal", "Schevenigen"]) {
    equal(names.find(text).length, 1, text);
  }
  deepEqual(told("xqxq"), []);
});

Deno.test("an old name and an old code lead to what became of it", () => {
  const now = [
    "Oudestad, nu Goes | gemeente in Zeeland",
    "Oudestad, nu Middelburg | gemeente in Zeeland",
  ];
  deepEqual(told("oudestad"), now);
  deepEqual(told("GM0001"), now);
  deepEqual(told("gm0002"), ["GM0002, nu Reimerswaal | gemeente in Zeeland"]);
});

Deno.test("codes and postcodes are found, with and without letters", () => {
  equal(address("GM0664"), "gemeente/gm0664-goes/");
  equal(address("0664"), "gemeente/gm0664-goes/");
  equal(address("wk0664aa"), "wijk/wk0664aa-noord/");
  equal(address("BU05180000"), "wijk/wk051800-centrum/#bu05180000");
  deepEqual(told("4460"), [
    "4460 Centrum | wijk in Goes",
    "4460 Middelburg | gemeente in Zeeland",
  ]);
  deepEqual(told("4462 AB"), ["4462 Noord | wijk in Goes"]);
  deepEqual(told("2498"), ["2498 Centrum | wijk in 's-Gravenhage"]);
  deepEqual(told("2497"), []);
});

Deno.test("subjects, branches, combinations and explanation have their pages", () => {
  equal(address("hennep"), "thema/drugs/kwekerijen/");
  equal(address("drugs"), "thema/drugs/");
  equal(address("56"), "branche/56-eet-en-drinkgelegenheden/");
  equal(address("witwas"), "zoekgebied/witwassen/");
  equal(address("privacy"), "uitleg/privacy/");
  equal(address("zeeland"), "gemeente/#pv29");
});

Deno.test("only the kinds that are asked for are found", () => {
  deepEqual(told("centrum", ["wijk"]).length, 3);
  deepEqual(told("drugs", ["gemeente", "wijk"]), []);
  equal(names.get("WK0664AA")?.name, "Noord");
});

Deno.test("whatever is typed, an answer comes", () => {
  for (
    const text of ["", "   ", "'", "-", "<script>", "💥", "a".repeat(5000), "a b ".repeat(999)]
  ) {
    equal(Array.isArray(names.find(text)), true);
  }
});
