import { deepEqual } from "node:assert/strict";
import { byColumn } from "../../../theme/modules/draw/table.js";

/** @param {string} name @param {number | null} value */
const row = (name, value) => ({
  code: name,
  fields: [{ text: name, value: null }, { text: String(value ?? "x"), value }],
});
const ROWS = [row("Goes", 2), row("'s-Gravenhage", null), row("Aa en Hunze", 7), row("Breda", 2)];
/** @param {number} column @param {1 | -1} direction */
const sorted = (column, direction) =>
  ROWS.toSorted(byColumn(column, direction)).map(({ code }) => code);

Deno.test("names stand as they are looked up", () => {
  deepEqual(sorted(0, 1), ["Aa en Hunze", "Breda", "Goes", "'s-Gravenhage"]);
});

Deno.test("no number stays at the end in either direction, names decide between equals", () => {
  deepEqual(sorted(1, 1), ["Breda", "Goes", "Aa en Hunze", "'s-Gravenhage"]);
  deepEqual(sorted(1, -1), ["Aa en Hunze", "Breda", "Goes", "'s-Gravenhage"]);
});
