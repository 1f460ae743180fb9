import { deepEqual, equal } from "node:assert/strict";
import { answerWords, NOUNS, reachWords } from "../../../theme/modules/shortlist/words.js";

Deno.test("a threshold tells who reaches it, among whom, and who is left out", () => {
  const reach = { reached: 87, among: 330, withheld: 12, lacking: 0 };
  equal(
    reachWords(reach, NOUNS.gemeente, 2024),
    "87 van de 330 gemeenten met een cijfer over 2024 halen dit; 12 niet getoond.",
  );
  equal(
    reachWords({ reached: 1, among: 1, withheld: 0, lacking: 1234 }, NOUNS.wijk, 2024),
    "1 van de 1 wijk met een cijfer over 2024 haalt dit; 1.234 zonder cijfer.",
  );
  equal(
    reachWords({ reached: 0, among: 0, withheld: 3, lacking: 0 }, NOUNS.wijk, 2024),
    "Geen wijk heeft een cijfer over 2024 dat te zien is; 3 niet getoond.",
  );
});

Deno.test("the answer says who has enough signals, who perhaps, and who not", () => {
  const asked = { fewest: 2, signals: 3 };
  deepEqual(answerWords({ enough: 12, unsure: 5, regions: 342 }, NOUNS.gemeente, asked), [
    "12 van de 342 gemeenten hebben minstens 2 van de 3 signalen.",
    "Bij 5 gemeenten is het niet te zeggen, omdat niet alle cijfers te zien zijn.",
    "325 gemeenten hebben dat niet.",
  ]);
  deepEqual(
    answerWords({ enough: 0, unsure: 0, regions: 1 }, NOUNS.wijk, { ...asked, where: " in Goes" }),
    [
      "Geen enkele wijk in Goes heeft minstens 2 van de 3 signalen.",
      "1 wijk heeft dat niet.",
    ],
  );
});
