import { deepEqual, equal } from "node:assert/strict";
import { presets } from "../../../theme/modules/compare/presets.js";

const near = ["GM0002", "GM0003", "GM0004", "GM0005", "GM0006", "GM0007"];
/** @type {Record<string, import("../../../theme/modules/compare/presets.js").Known>} */
const regions = {
  NL01: { code: "NL01", name: "Nederland" },
  PV01: { code: "PV01", name: "Noord" },
  GM0001: {
    ...{ code: "GM0001", name: "Een", parent: "PV01", inhabitants: 500 },
    ...{ neighbours: near, similar: ["GM0002"] },
  },
  WK000100: { code: "WK000100", name: "Wijk", parent: "GM0001" },
};
near.forEach((code, at) => {
  regions[code] = { code, name: code, parent: "PV01", inhabitants: 1000 - 100 * at };
});
/** @param {string} code */
const known = (code) => regions[code];
/** @param {string[]} codes */
const offered = (codes) => presets(codes, known).map(({ label }) => label);

Deno.test("of more than five those nearest in inhabitants are taken, by code", () => {
  const [around] = presets(["GM0001"], known);
  deepEqual(around?.codes, ["GM0001", "GM0003", "GM0004", "GM0005", "GM0006", "GM0007"]);
  equal(
    around?.said,
    "Een staat nu naast 5 van de 6 omliggende gemeenten: het dichtst bij in aantal inwoners.",
  );
});

Deno.test("without a number of inhabitants the first codes are taken, and that is said", () => {
  const silent = { ...regions["GM0001"], code: "GM0001", name: "Een", inhabitants: null };
  const [around] = presets(["GM0001"], (code) => code === "GM0001" ? silent : known(code));
  deepEqual(around?.codes, ["GM0001", ...near.slice(0, 5)]);
  equal(
    around?.said,
    "Een staat nu naast 5 van de 6 omliggende gemeenten: de eerste op volgorde van hun code.",
  );
});

Deno.test("few are taken all", () => {
  const alike = presets(["GM0001"], known)[1];
  deepEqual(alike?.codes, ["GM0001", "GM0002"]);
  equal(alike?.said, "Een staat nu naast de vergelijkbare gemeente.");
});

Deno.test("what stands there already is not offered", () => {
  deepEqual(offered([]), []);
  deepEqual(offered(["NL01"]), []);
  deepEqual(offered(["GM0001", "PV01", "NL01"]), [
    "Omliggende gemeenten",
    "Vergelijkbare gemeenten",
  ]);
});

Deno.test("a wijk is set beside its gemeente", () => {
  const made = presets(["WK000100"], known).find(({ label }) => label === "Gemeente Een");
  deepEqual(made?.codes, ["WK000100", "GM0001"]);
});

Deno.test("where six stand, none is added and that is said", () => {
  const six = ["GM0001", ...near.slice(0, 5)];
  const country = presets(six, known).find(({ label }) => label === "Nederland");
  deepEqual(country?.codes, six);
  equal(
    country?.said,
    "Er staan al zes gebieden. Haal er eerst een weg om Nederland toe te voegen.",
  );
});
