/**
 * Regions that belong together, to be set beside each other at once.
 *
 * @import { Region } from "./choice.js"
 * @typedef {Region & { inhabitants?: number | null, neighbours?: readonly string[],
 *   similar?: readonly string[] }} Known
 * @typedef {{ label: string, codes: string[], said: string }} Preset
 */

import { MOST } from "./choice.js";

const OTHERS = MOST.regions - 1;

/**
 * What fits the regions that stand there now; all of it starts from the first gemeente.
 *
 * Of more than five others, those nearest in inhabitants are taken, and by code where that is
 * not told.
 *
 * @param {readonly string[]} codes the regions that stand there
 * @param {(code: string) => Known | undefined} known
 * @returns {Preset[]}
 */
export function presets(codes, known) {
  const own = gemeenteOf(codes, known);
  /** @type {Preset[]} */
  const found = [];
  if (own) {
    found.push(...groups(own, known));
    if (!codes.includes(own.code)) found.push(added(codes, own, `Gemeente ${own.name}`));
    const provincie = known(own.parent ?? "");
    if (provincie && !codes.includes(provincie.code)) {
      found.push(added(codes, provincie, `Provincie ${provincie.name}`));
    }
  }
  const country = known("NL01");
  if (country && codes.length > 0 && !codes.includes(country.code)) {
    found.push(added(codes, country, country.name));
  }
  return found;
}

/**
 * The first gemeente among the regions, or that of the first wijk.
 *
 * @param {readonly string[]} codes
 * @param {(code: string) => Known | undefined} known
 * @returns {Known | undefined}
 */
function gemeenteOf(codes, known) {
  const first = codes.find((code) => /^(GM|WK)/.test(code));
  const region = known(first ?? "");
  return region?.code.startsWith("WK") ? known(region.parent ?? "") : region;
}

/** @param {Known} own @param {(code: string) => Known | undefined} known @returns {Preset[]} */
function groups(own, known) {
  const groups = [
    { label: "Omliggende gemeenten", name: "omliggende", codes: own.neighbours ?? [] },
    { label: "Vergelijkbare gemeenten", name: "vergelijkbare", codes: own.similar ?? [] },
  ];
  return groups.filter(({ codes }) => codes.length > 0).map(({ label, name, codes }) => {
    const taken = nearest(own, codes, known);
    const few = codes.length <= OTHERS;
    const all = codes.length === 1 ? `de ${name} gemeente` : `alle ${name} gemeenten`;
    const some = `${taken.length} van de ${codes.length} ${name} gemeenten`;
    const how = own.inhabitants
      ? "het dichtst bij in aantal inwoners"
      : "de eerste op volgorde van hun code";
    return {
      label,
      codes: [own.code, ...taken],
      said: `${own.name} staat nu naast ${few ? all : `${some}: ${how}`}.`,
    };
  });
}

/**
 * @param {Known} own
 * @param {readonly string[]} codes
 * @param {(code: string) => Known | undefined} known
 * @returns {string[]}
 */
function nearest(own, codes, known) {
  /** @param {string} code */
  const far = (code) =>
    Math.abs((known(code)?.inhabitants ?? Infinity) - (own.inhabitants ?? Infinity));
  const sorted = codes.toSorted((a, b) => {
    const [one, other] = [far(a), far(b)];
    return one < other ? -1 : one > other ? 1 : a < b ? -1 : 1;
  });
  return sorted.slice(0, OTHERS).toSorted();
}

/** @param {readonly string[]} codes @param {Known} region @param {string} label @returns {Preset} */
function added(codes, region, label) {
  const full = codes.length >= MOST.regions;
  return {
    label,
    codes: full ? [...codes] : [...codes, region.code],
    said: full
      ? `Er staan al zes gebieden. Haal er eerst een weg om ${region.name} toe te voegen.`
      : `${region.name} is toegevoegd.`,
  };
}
