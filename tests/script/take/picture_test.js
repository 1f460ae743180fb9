import { deepEqual, equal } from "node:assert/strict";
import { lines } from "../../../theme/modules/take/picture.js";
import { plain } from "../../../theme/modules/take/still.js";

Deno.test("a text is cut into lines that fit, and no word is lost", () => {
  const measure = (/** @type {string} */ words) => words.length;
  deepEqual(lines("een twee drie vier", 9, measure), ["een twee", "drie vier"]);
  deepEqual(lines("onverbreekbaar woord", 6, measure), ["onverbreekbaar", "woord"]);
  deepEqual(lines(" ", 6, measure), []);
});

Deno.test("a computed look is one that every program reads", () => {
  equal(plain("rgb(29, 59, 115)"), "#1d3b73");
  equal(plain('url("#hatch") rgb(238, 240, 243)'), "url(#hatch) #eef0f3");
  equal(plain("rgba(0, 0, 0, 0)"), "none");
  equal(plain("1.5px, 3px"), "1.5, 3");
});
