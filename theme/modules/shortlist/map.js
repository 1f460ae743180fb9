/** Where the regions of a shortlist lie: outlines, or dots over those of the gemeenten. */

import { around, fitted, path } from "../draw/projection.js";
import { Explorer } from "../draw/explorer.js";
import { html, short, svg } from "../draw/svg.js";

/**
 * @typedef {import("../data.js").Feature} Feature
 * @typedef {"enough" | "unsure" | "not"} Verdict
 * @typedef {import("../draw/explorer.js").Drawing} Drawing
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
  /** @type {Map<string, SVGGraphicsElement>} */
  const marks = new Map();
  const name = svg("title", { id: "lijst-t" }, "Kaart: waar genoeg signalen samenkomen");
  const said = svg("desc", { id: "lijst-d" });
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
    { class: "chart chart-lijst", role: "img", "aria-labelledby": "lijst-t lijst-d", viewBox: box },
    name,
    said,
    hatch(),
    ground,
    top,
  );
  const figure = html("figure", { class: "fig", "aria-labelledby": "lijst-t" });
  const explorer = new Explorer(figure);
  const drawing = drawn(map, places.flatMap(({ code }) => marks.get(code) ?? []));
  const shown = places.filter(({ code }) => marks.has(code));
  const legend = html("ul", { class: "legenda", "aria-label": "Klassen" });

  /**
   * @param {string} message
   * @param {Map<string, Told>} told by code
   */
  function tell(message, told) {
    said.textContent = message;
    const all = new Set();
    for (const verdict of /** @type {Verdict[]} */ (["not", "unsure", "enough"])) {
      for (const [code, mark] of marks) {
        const each = told.get(code);
        if (each?.verdict !== verdict) continue;
        all.add(verdict);
        mark.setAttribute("class", verdict);
        if (points) mark.setAttribute("r", String(SIZE[verdict] * size));
        if (verdict !== "not") top.append(mark);
      }
    }
    explorer.show(drawing, {
      text: (index) => told.get(shown[index]?.code ?? "")?.words ?? "",
      href: (index) => shown[index]?.href ?? "",
    });
    const items = LEGEND.filter(([verdict]) => all.has(verdict));
    legend.replaceChildren(
      ...items.map(([, mark, words]) => html("li", {}, html("i", { class: mark }), words)),
    );
  }

  return { element: html("div", {}, figure, legend), tell };
}

/**
 * @template {SVGGraphicsElement} M
 * @param {M} mark
 * @param {Place} place
 * @returns {M}
 */
function marked(mark, { href }) {
  mark.setAttribute("data-href", href);
  return mark;
}

/**
 * The map as something to walk over, in the order of its marks.
 *
 * @param {SVGSVGElement} map
 * @param {SVGGraphicsElement[]} marks
 * @returns {Drawing}
 */
function drawn(map, marks) {
  /** @type {Map<EventTarget | null, number>} */
  const found = new Map(marks.map((mark, index) => [mark, index]));
  return {
    svg: map,
    count: marks.length,
    spot: (index) => {
      const { x = 0, y = 0, width = 0, height = 0 } = marks[index]?.getBBox() ?? {};
      return { x: x + width / 2, y: y + height / 2 };
    },
    at: (_x, _y, target) => found.get(target) ?? -1,
    ring: (index) => ringed(marks[index]),
  };
}

/** @param {SVGGraphicsElement | undefined} mark @returns {SVGElement} its shape as a ring */
function ringed(mark) {
  const name = mark instanceof SVGCircleElement ? "circle" : "path";
  const ring = svg(name, { fill: "none", stroke: "currentColor", "pointer-events": "none" });
  for (const own of ["d", "cx", "cy", "r"]) {
    const value = mark?.getAttribute(own);
    if (value) ring.setAttribute(own, value);
  }
  ring.setAttribute("class", "ring");
  return ring;
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
