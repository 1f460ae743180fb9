/**
 * The page to combine: two indicators, or a shortlist of three and more, as the address asks.
 *
 * Each view is a section of the page (#twee, #drie), hidden until it is asked for, and a module
 * whose `shown` gets the query: at the start, and each time that the reader goes back or forward.
 * What a reader does not ask for is not fetched.
 *
 * @typedef {import("./address.js").Query} Query
 * @typedef {{ shown: (query: Query) => void }} Shower
 * @typedef {{ section: string, part: string, link: string, load: () => Promise<Shower> }} View
 */
import { follow, read } from "./address.js";
import { announce } from "./page.js";

/** @type {View} two indicators: `x`, `y`, `jaar`, `binnen`, `niveau`, `grens` */
const TWO = {
  section: "twee",
  part: "paar",
  link: "naar-twee",
  load: () => import("./pair/pair.js"),
};

/** @type {View} a shortlist: `signaal`, `begin`, `minstens`, `binnen`, `niveau` */
const MORE = {
  section: "drie",
  part: "lijst",
  link: "naar-drie",
  load: () => import("./shortlist/shortlist.js"),
};

/**
 * Show the view that an address asks for; two indicators where it asks for nothing.
 *
 * @param {Query} query
 */
function show(query) {
  const more = ["signaal", "begin", "minstens"].some((name) => query.has(name));
  const asked = more && !query.has("x") && !query.has("y") ? MORE : TWO;
  for (const view of [TWO, MORE]) {
    const section = document.getElementById(view.section);
    if (section) section.hidden = view !== asked;
    const link = document.getElementById(view.link);
    if (view === asked) link?.setAttribute("aria-current", "page");
    else link?.removeAttribute("aria-current");
  }
  const part = document.getElementById(asked.part);
  part?.setAttribute("aria-busy", "true");
  asked.load().then(
    (module) => module.shown(query),
    () => part?.setAttribute("aria-busy", "false"), // what stands there without scripts stays
  );
}

announce();
follow(show);
show(read());
