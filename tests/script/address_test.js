import { deepEqual, equal, ok } from "node:assert/strict";
import { all, MOST, one, parse, written } from "../../theme/modules/address.js";

Deno.test("every value of a name is read once, in order", () => {
  const query = parse("?gebied=GM0363&x=drugs&gebied=GM0599&gebied=GM0363&gebied=");
  deepEqual(all(query, "gebied"), ["GM0363", "GM0599"]);
  equal(one(query, "x"), "drugs");
  equal(one(query, "y"), "");
});

Deno.test("what cannot be decoded does not throw", () => {
  equal(one(parse("?x=%E0%A4%A&y=%"), "y"), "%");
  equal(one(parse("?=&&&==&x"), "x"), "");
});

Deno.test("a name of an object is a name like any other", () => {
  equal(one(parse("?__proto__=a&constructor=b"), "constructor"), "b");
  deepEqual(all(parse("?x=1"), "toString"), []);
});

Deno.test("ten thousand values are read in part", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `gebied=GM${i}`).join("&");
  const found = all(parse(`?${many}`), "gebied");
  ok(found.length > 0 && found.length <= MOST.pairs);
});

Deno.test("a value that is too long is cut, so that it can be told that nobody knows it", () => {
  const long = "a".repeat(MOST.value);
  equal(one(parse(`?x=${long}`), "x"), long);
  equal(one(parse(`?x=${long}bc`), "x"), `${long}…`);
});

Deno.test("what is written is read the same", () => {
  const pairs = /** @type {[string, string][]} */ ([
    ["signaal", "drugs:4.1"],
    ["naam", "Súdwest & <b>"],
    ["leeg", ""],
  ]);
  const search = written(pairs);
  equal(search, "?signaal=drugs:4.1&naam=S%C3%BAdwest%20%26%20%3Cb%3E");
  equal(one(parse(search), "naam"), "Súdwest & <b>");
});
