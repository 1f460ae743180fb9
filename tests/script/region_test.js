import { equal } from "node:assert/strict";
import { lookup, page } from "../../theme/modules/region.js";

Deno.test("a gemeente and a wijk have a page, what lies around them has none", () => {
  equal(page({ code: "GM0363", name: "Amsterdam" }), "gemeente/gm0363-amsterdam/");
  equal(page({ code: "GM0518", name: "'s-Gravenhage" }), "gemeente/gm0518-s-gravenhage/");
  equal(
    page({ code: "WK036301", name: "Oud-West, De Baarsjes" }),
    "wijk/wk036301-oud-west-de-baarsjes/",
  );
  equal(page({ code: "WK036302", name: "—" }), "wijk/wk036302/");
  equal(page({ code: "PV20", name: "Groningen" }), null);
  equal(page({ code: "NL01", name: "Nederland" }), null);
});

Deno.test("a region is found by its code, also one that is named as a method", () => {
  const found = lookup([{ code: "GM0014", name: "Groningen" }]);
  equal(found.get("GM0014")?.name, "Groningen");
  equal(found.get("constructor"), undefined);
});
