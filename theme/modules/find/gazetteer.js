/** The names of the site, fetched when somebody first looks for one. */
import { Lookup } from "./lookup.js";
import { ROOT } from "../page.js";

/** @type {Promise<Lookup> | undefined} */
let fetched;

/**
 * The names of the site. Rejects where the index cannot be had; the next call tries again.
 *
 * @returns {Promise<Lookup>}
 */
export function gazetteer() {
  fetched ??= load().catch((error) => {
    fetched = undefined;
    throw error;
  });
  return fetched;
}

async function load() {
  const answer = await fetch(new URL("data/zoekindex.json", ROOT));
  if (!answer.ok) throw new Error(`zoekindex: ${answer.status}`);
  const names = new Lookup(await answer.json());
  // The first search of each kind is slow, until the browser knows the code: nobody waits for it.
  for (const text of ["a", "een naam", "zonderling"]) names.find(text);
  return names;
}
