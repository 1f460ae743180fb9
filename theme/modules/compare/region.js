/**
 * The regions that can be chosen, by code, each with a name that no other has.
 *
 * @import { Gemeenten, Wijken } from "../data.js"
 * @import { Known } from "./presets.js"
 */

import { page } from "../region.js";

/**
 * Look-up of a region; wijken are there when their register is.
 *
 * @param {Gemeenten} gemeenten
 * @param {Wijken | null} wijken
 * @returns {(code: string) => Known | undefined}
 */
export function register(gemeenten, wijken) {
  const names = new Set(gemeenten.regions.map(({ name }) => name));
  const around = gemeenten.around.map(({ code, name }) => ({
    code,
    name: names.has(name) ? `${name} (provincie)` : name,
  }));
  /** @type {Map<string, Known>} */
  const wide = new Map([...around, ...gemeenten.regions].map((region) => [region.code, region]));
  const small = new Map(wijken?.regions.map((wijk) => [wijk.code, wijk]));
  return (code) => {
    const region = small.get(code) ?? wide.get(code);
    if (!region) return undefined;
    const gemeente = small.has(code) ? wide.get(region.parent ?? "") : undefined;
    const name = gemeente ? `${region.name} (${gemeente.name})` : region.name;
    const { breaks = [] } = gemeente ?? wide.get(code) ?? {};
    return { ...region, name, address: page(region), breaks };
  };
}
