import { equal } from "node:assert/strict";
import { count, letters, slips } from "../../../theme/modules/find/typos.js";

/** @type {[string, string, string, number][]} */
const CASES = [
  ["the same", "goes", "goes", 0],
  ["a beginning", "amster", "amsterdam", 0],
  ["a letter too few", "midelburg", "middelburg", 1],
  ["a letter too many", "amssterdam", "amsterdam", 1],
  ["another letter", "amsterdan", "amsterdam", 1],
  ["two changed about", "asmterdam", "amsterdam", 1],
  ["two slips", "amstredan", "amsterdam", 2],
  ["another name", "zutphen", "amsterdam", 3],
];

for (const [what, typed, name, most] of CASES) {
  Deno.test(`slips between what was typed and a name: ${what}`, () => {
    equal(slips(typed, name, 2), most);
  });
}

Deno.test("a name that lacks letters needs no closer look", () => {
  equal(count(letters("zutphen") & ~letters("amsterdam")), 5);
  equal(count(letters("goes") & ~letters("goes 2")), 0);
});
