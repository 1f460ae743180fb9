/**
 * Maps of regions in quadrants: outlines, or a dot for each of very many.
 *
 * @typedef {import("./explorer.js").Drawing} Drawing
 * @typedef {import("./explorer.js").Spot} Spot
 * @typedef {import("../pair/quadrant.js").Quadrant} Quadrant
 * @typedef {import("../cells.js").State} State
 * @typedef {import("../data.js").Geometry} Geometry
 * @typedef {{ code: string, look: Quadrant | State }} Place
 * @typedef {{ geometries: ReadonlyMap<string, Geometry>, width: number, title: string,
 *   description: string }} Ground
 */
import { dots, nearest, ringed } from "./dots.js";
import { around, fitted, path } from "./projection.js";
import { svg } from "./svg.js";

const HIGHEST = 560, MANY = 300;

/**
 * A map of outlines. Regions without an outline are left out of what is drawn, not of the order.
 *
 * @param {readonly Place[]} places
 * @param {Ground} ground
 * @returns {Drawing}
 */
export function choropleth(places, { geometries, width, ...named }) {
  const { project, height } = fitted(around(geometries.values()), width, HIGHEST);
  /** @type {(SVGPathElement | null)[]} */
  const paths = places.map(({ code, look }) => {
    const geometry = geometries.get(code);
    return geometry ? svg("path", { d: path(geometry, project), class: `v-${look}` }) : null;
  });
  const known = paths.filter((own) => own !== null);
  /** @type {Map<EventTarget, number>} */
  const found = new Map(paths.flatMap((each, index) => each ? [[each, index]] : []));
  return {
    svg: drawn(named, width, height, hatch(), svg("g", { class: "gebieden" }, ...known)),
    count: places.length,
    spot: (index) => centre(paths[index] ?? null),
    at: (_x, _y, target) => target ? found.get(target) ?? -1 : -1,
    ring: (index) => outline(paths[index] ?? null),
  };
}

/**
 * A map of dots over outlines; only regions with a place and a quadrant.
 *
 * @param {readonly { point: readonly [number, number], quadrant: Quadrant }[]} regions
 * @param {Ground} ground
 * @returns {Drawing}
 */
export function pointMap(regions, { geometries, width, ...named }) {
  const { project, height } = fitted(around(geometries.values()), width, HIGHEST);
  const spots = regions.map(({ point: [lon, lat] }) => {
    const [x, y] = project(lon, lat);
    return { x, y };
  });
  const ground = [...geometries.values()].map((each) => path(each, project)).join("");
  const radius = regions.length > MANY ? 1.8 : 3.5;
  const made = dots(spots, regions.map((each) => each.quadrant), radius);
  return {
    svg: drawn(named, width, height, svg("path", { d: ground, class: "grond" }), made),
    count: spots.length,
    spot: (index) => spots[index] ?? { x: 0, y: 0 },
    at: (x, y) => nearest(spots, x, y),
    ring: (index) => ringed(spots[index], radius),
  };
}

/**
 * @param {{ title: string, description: string }} named
 * @param {number} width
 * @param {number} height
 * @param {...SVGElement} parts
 */
function drawn({ title, description }, width, height, ...parts) {
  const look = { class: "chart vlakken", role: "img", "aria-labelledby": "vlakken-t vlakken-d" };
  const viewBox = `0 0 ${width} ${Math.ceil(height)}`;
  const said = svg("desc", { id: "vlakken-d" }, description);
  return svg("svg", { ...look, viewBox }, svg("title", { id: "vlakken-t" }, title), said, ...parts);
}

/** The hatch of what is withheld. */
function hatch() {
  const lines = { width: 5, height: 5, patternUnits: "userSpaceOnUse" };
  return svg(
    "defs",
    {},
    svg(
      "pattern",
      { id: "hatch", ...lines, patternTransform: "rotate(45)" },
      svg("rect", { width: 5, height: 5, class: "papier" }),
      svg("path", { d: "M0 0V5", class: "streep", "stroke-width": 1.6 }),
    ),
  );
}

/** @param {SVGPathElement | null} own @returns {Spot} */
function centre(own) {
  if (!own) return { x: 0, y: 0 };
  const box = own.getBBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {SVGPathElement | null} own @returns {SVGPathElement} */
function outline(own) {
  const look = {
    fill: "none",
    stroke: "currentColor",
    "stroke-width": 3,
    "pointer-events": "none",
  };
  return svg("path", { class: "ring", d: own?.getAttribute("d") ?? "M0,0", ...look });
}
