import { deepEqual, equal } from "node:assert/strict";
import { fold, slug } from "../../../theme/modules/find/fold.js";

Deno.test("accents, apostrophes and capitals are no part of a text that is compared", () => {
  const texts = ["'s-Hertogenbosch", "Súdwest-Fryslân", "  De Fryske Marren", "Zeeën, oost"];
  deepEqual(texts.map(fold), [
    "s hertogenbosch",
    "sudwest fryslan",
    "de fryske marren",
    "zeeen oost",
  ]);
});

Deno.test("an address has a dash between words and none around them", () => {
  equal(slug("'s-Gravenhage"), "s-gravenhage");
  equal(slug("'"), "");
});
