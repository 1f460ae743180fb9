/** Where the regions of a shortlist lie: outlines, or dots over those of the gemeenten. */

import { around, fitted, path } from "../draw/projection.js";
import { html, short, svg } from "../draw/svg.js";

/**
 * @typedef {import("../data.js").Feature} Feature
 * @typedef {"enough" | "unsure" | "not"} Verdict
 * @typedef {{ code: string, href: string }} Place
 * @typedef {{ verdict: Verdict, words: string }} Told
 * @typedef {{ features: Feature[], points: Record<string, [number, number]> | null }} Outlined
 *   with points, the places are these and the outlines only what lies under them
 */

const WIDTH = 560;
const HIGHEST = 640;
const HATCH = "lijst-arcering";
const MANY = 500;
/** What matters most is drawn last, and as the largest dot. @type {Record<Verdict, number>} */
const SIZE = { not: 2.4, unsure: 4.2, enough: 5.6 };
/** @type {[Verdict, string, string][]} */
const LEGEND = [
  ["enough", "k5", "genoeg signalen"],
  ["unsure", "s-withheld", "niet te zeggen"],
  ["not", "k1", "niet genoeg signalen"],
];

/**
 * A map that is drawn once and told again and again. All of it stands in the list too.
 *
 * @param {Place[]} places
 * @param {Outlined} outlined
 */
export function regionMap(places, { features, points }) {
  const { project, height } = fitted(around(features.map((each) => each.geometry)), WIDTH, HIGHEST);
  const placed = new Map(places.map((place) => [place.code, place]));
  /** @type {Map<string, SVGElement>} */
  const marks = new Map();
  const ground = svg("g");
  const top = svg("g");
  for (const { properties, geometry } of features) {
    const area = svg("path", { d: path(geometry, project), class: "grond" });
    const place = points ? undefined : placed.get(properties.code);
    if (place) marks.set(place.code, marked(area, place));
    (place ? top : ground).append(area);
  }
  for (const place of points ? places : []) {
    const point = points?.[place.code];
    if (!point) continue;
    const [x, y] = project(...point);
    const dot = marked(svg("circle", { cx: short(x), cy: short(y) }), place);
    marks.set(place.code, dot);
    top.append(dot);
  }
  const size = places.length > MANY ? 0.6 : 1;
  const box = `0 0 ${WIDTH} ${Math.ceil(height)}`;
  const map = svg(
    "svg",
    { class: "chart chart-lijst", role: "img", viewBox: box },
    hatch(),
    ground,
    top,
  );
  map.addEventListener("click", ({ target }) => {
    const href = target instanceof Element ? target.getAttribute("data-href") : null;
    if (href) location.assign(href);
  });
  const legend = html("ul", { class: "legenda", "aria-label": "Klassen" });

  /**
   * @param {string} title
   * @param {Map<string, Told>} told by code
   */
  function tell(title, told) {
    map.setAttribute("aria-label", title);
    const all = new Set();
    for (const verdict of /** @type {Verdict[]} */ (["not", "unsure", "enough"])) {
      for (const [code, mark] of marks) {
        const each = told.get(code);
        if (each?.verdict !== verdict) continue;
        all.add(verdict);
        mark.setAttribute("class", verdict);
        if (points) mark.setAttribute("r", String(SIZE[verdict] * size));
        if (mark.firstChild) mark.firstChild.textContent = each.words;
        if (verdict !== "not") top.append(mark);
      }
    }
    const items = LEGEND.filter(([verdict]) => all.has(verdict));
    legend.replaceChildren(
      ...items.map(([, mark, words]) => html("li", {}, html("i", { class: mark }), words)),
    );
  }

  return { element: html("figure", { class: "fig" }, map, legend), tell };
}

/**
 * @param {SVGElement} mark
 * @param {Place} place
 */
function marked(mark, { href }) {
  mark.setAttribute("data-href", href);
  mark.append(svg("title"));
  return mark;
}

/** What is withheld is hatched, as on every map. */
function hatch() {
  const pattern = svg(
    "pattern",
    {
      id: HATCH,
      width: 5,
      height: 5,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)",
    },
    svg("rect", { width: 5, height: 5 }),
    svg("path", { d: "M0 0V5" }),
  );
  return svg("defs", { class: "patterns" }, pattern);
}
