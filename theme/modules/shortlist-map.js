/** Where the regions of a shortlist lie: outlines, or dots over those of the gemeenten. */

import { around, fitted, path } from "./projection.js";
import { html, short, svg } from "./svg.js";

/**
 * @typedef {import("./data.js").Feature} Feature
 * @typedef {import("./projection.js").Projection} Projection
 * @typedef {"enough" | "unsure" | "not"} Verdict
 * @typedef {{ code: string, title: string, href: string, verdict: Verdict }} Place
 * @typedef {{ features: Feature[], points: Record<string, [number, number]> | null }} Outlined
 *   with points, the places are these and the outlines only what lies under them
 */

const WIDTH = 560;
const HIGHEST = 640;
const HATCH = "lijst-arcering";
/** The dots that matter most are drawn last, and largest. @type {[Verdict, number][]} */
const DOTS = [["not", 1.4], ["unsure", 2.6], ["enough", 3.4]];
/** @type {[Verdict, string, string][]} */
const LEGEND = [
  ["enough", "k5", "genoeg signalen"],
  ["unsure", "s-withheld", "niet te zeggen"],
  ["not", "k1", "niet genoeg signalen"],
];

/**
 * A map with its legend. All that it tells stands in the list beside it too.
 *
 * @param {string} title
 * @param {Place[]} places
 * @param {Outlined} outlined
 * @returns {HTMLElement}
 */
export function regionMap(title, places, { features, points }) {
  const { project, height } = fitted(around(features.map((each) => each.geometry)), WIDTH, HIGHEST);
  const drawn = points
    ? [...ground(features, project), ...dots(places, points, project)]
    : areas(places, features, project);
  const map = svg(
    "svg",
    {
      class: "chart chart-lijst",
      role: "img",
      "aria-label": title,
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
    },
    hatch(),
    ...drawn,
  );
  map.addEventListener("click", ({ target }) => {
    const href = target instanceof Element ? target.getAttribute("data-href") : null;
    if (href) location.assign(href);
  });
  const legend = LEGEND.filter(([verdict]) => places.some((each) => each.verdict === verdict));
  return html(
    "figure",
    { class: "fig" },
    map,
    html(
      "ul",
      { class: "legenda", "aria-label": "Klassen" },
      ...legend.map(([, mark, words]) => html("li", {}, html("i", { class: mark }), words)),
    ),
  );
}

/**
 * @param {Place[]} places
 * @param {Feature[]} features
 * @param {Projection} project
 */
function areas(places, features, project) {
  const placed = new Map(places.map((place) => [place.code, place]));
  return features.flatMap(({ properties, geometry }) => {
    const place = placed.get(properties.code);
    const d = path(geometry, project);
    return place ? [marked("path", { d }, place)] : [svg("path", { d, class: "grond" })];
  });
}

/**
 * @param {Feature[]} features
 * @param {Projection} project
 */
function ground(features, project) {
  return features.map(({ geometry }) =>
    svg("path", { d: path(geometry, project), class: "grond" })
  );
}

/**
 * @param {Place[]} places
 * @param {Record<string, [number, number]>} points
 * @param {Projection} project
 */
function dots(places, points, project) {
  return DOTS.flatMap(([verdict, r]) =>
    places.filter((place) => place.verdict === verdict).flatMap((place) => {
      const point = points[place.code];
      if (!point) return [];
      const [x, y] = project(...point);
      return [marked("circle", { cx: short(x), cy: short(y), r }, place)];
    })
  );
}

/**
 * @param {"path" | "circle"} name
 * @param {Record<string, string | number | undefined>} shape
 * @param {Place} place
 */
function marked(name, shape, { title, href, verdict }) {
  return svg(name, { ...shape, class: verdict, "data-href": href }, svg("title", {}, title));
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
