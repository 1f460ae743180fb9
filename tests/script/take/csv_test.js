import { equal } from "node:assert/strict";
import { line, plainNumber } from "../../../theme/modules/take/csv.js";

Deno.test("a number of the page is one that a Dutch spreadsheet reads", () => {
  equal(plainNumber("1.234,5%"), "1234,5");
  equal(plainNumber("12"), "12");
  equal(plainNumber("\u22120,25*"), "-0,25");
  equal(plainNumber("1.234.567"), "1234567");
});

Deno.test("words are no number", () => {
  equal(plainNumber("2 van de 3"), null);
  equal(plainNumber("1.23"), null);
  equal(plainNumber("x"), null);
  equal(plainNumber(""), null);
});

Deno.test("a field that would end too soon is quoted", () => {
  equal(line(["Goes", "1,5", 'De "Poel"; west']), 'Goes;1,5;"De ""Poel""; west"');
});
