/**
 * The regions that can be chosen, by code, each with a name that no other has.
 *
 * @import { Gemeenten, Wijken } from "./data.js"
 * @import { Known } from "./presets.js"
 */

import { page } from "./region.js";

/**
 * Look-up of a region; wijken are there when their register is.
 *
 * @param {Gemeenten} gemeenten
 * @param {Wijken | null} wijken
 * @returns {(code: string) => Known | undefined}
 */
export function register(gemeenten, wijken) {
  /** @type {Map<string, Known>} */
  const known = new Map();
  for (const region of gemeenten.regions) {
    known.set(region.code, { ...region, address: page(region) });
  }
  const names = new Set(gemeenten.regions.map(({ name }) => name));
  for (const { code, name } of gemeenten.around) {
    known.set(code, { code, name: names.has(name) ? `${name} (provincie)` : name });
  }
  for (const { code, name, parent } of wijken?.regions ?? []) {
    const around = known.get(parent)?.name ?? "";
    const address = page({ code, name });
    known.set(code, { code, parent, address, name: around ? `${name} (${around})` : name });
  }
  return (code) => known.get(code);
}
