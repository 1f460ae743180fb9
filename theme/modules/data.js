import { ROOT } from "./page.js";

/**
 * What every file says of itself.
 *
 * @typedef {{ release: string, source: string, licence: string, fictional: boolean, notice?: string }} About
 *
 * One indicator: `values` has a list for each of `regions`, a cell for each of `years`; `breaks`
 * are the years from which figures cannot be compared with those before, and why.
 *
 * @typedef {"gemeente" | "wijk"} Level
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {{ key: string, title: string, unit: string, decimals: number }} Named
 * @typedef {About & Named & { theme: string, level: Level, breaks: Record<string, string>,
 *   years: number[], provisional: number[], regions: string[], values: Cell[][] }} Columns
 *
 * What there is to choose from: `years` are those with any figure; a level without is absent.
 *
 * @typedef {Named & { meaning: string, placed: boolean, years: { gemeente?: number[], wijk?: number[] } }} Indicator
 * @typedef {{ key: string, title: string, ranked: boolean, indicators: Indicator[] }} Theme
 * @typedef {About & { themes: Theme[] }} Indicators
 *
 * Regions, in the order of the division; `breaks` are the years from which one has another area.
 *
 * @typedef {{ code: string, name: string }} Region
 * @typedef {Region & { parent: string, inhabitants: number | null, neighbours: string[], similar: string[],
 *   breaks: number[] }} Gemeente
 * @typedef {Region & { parent: string }} Wijk
 * @typedef {About & { around: Region[], regions: Gemeente[] }} Gemeenten
 * @typedef {About & { regions: Wijk[] }} Wijken
 *
 * Where they lie, in degrees: outlines as GeoJSON, or a point inside each, longitude first.
 *
 * @typedef {{ type: "Polygon", coordinates: [number, number][][] }
 *   | { type: "MultiPolygon", coordinates: [number, number][][][] }} Geometry
 * @typedef {{ type: "Feature", properties: Region, geometry: Geometry }} Feature
 * @typedef {{ type: "FeatureCollection", notice?: string, features: Feature[] }} Outlines
 * @typedef {About & { points: Record<string, [number, number]> }} Points
 *
 * Combinations with a name, by their key, and from which figure on each signal counts.
 *
 * @typedef {{ year: number, from: number, reached: number, among: number }} Edge
 * @typedef {{ indicator: string, at_least: number | null, levels: { wijk?: Edge, buurt?: Edge } }} Signal
 * @typedef {{ title: string, meaning: string, fewest: number, signals: Signal[] }} Combination
 * @typedef {About & { combinations: Record<string, Combination> }} Combinations
 */

/** @type {Map<string, Promise<unknown>>} what was asked for, by its address */
const asked = new Map();

/**
 * A file of the site, fetched once; null where there is none. What fails may be asked for again.
 *
 * @param {string} path
 * @returns {Promise<unknown>}
 */
function told(path) {
  let promise = asked.get(path);
  if (!promise) {
    promise = fetched(path);
    asked.set(path, promise);
    promise.catch(() => asked.delete(path));
  }
  return promise;
}

/**
 * @param {string} path
 * @returns {Promise<unknown>}
 */
async function fetched(path) {
  const response = await fetch(new URL(path, ROOT));
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return await response.json();
}

/**
 * The figures of an indicator; null where no region of the level has any.
 *
 * @param {string} key
 * @param {Level} level
 * @returns {Promise<Columns | null>}
 */
export function columns(key, level) {
  const name = level === "gemeente" ? "gemeenten" : "wijken";
  return /** @type {Promise<Columns | null>} */ (told(`data/indicator/${key}/${name}.json`));
}

/** All themes and indicators. @returns {Promise<Indicators | null>} */
export function indicators() {
  return /** @type {Promise<Indicators | null>} */ (told("data/indicatoren.json"));
}

/** All gemeenten, with what lies around and beside each. @returns {Promise<Gemeenten | null>} */
export function gemeenten() {
  return /** @type {Promise<Gemeenten | null>} */ (told("data/regio/gemeenten.json"));
}

/** All wijken of the country. @returns {Promise<Wijken | null>} */
export function wijken() {
  return /** @type {Promise<Wijken | null>} */ (told("data/regio/wijken.json"));
}

/**
 * Outlines: those of all "gemeenten", light enough for a small map of the country and no other; of
 * all "wijken" (heavy), or of the wijken of one gemeente.
 *
 * @param {string} which "gemeenten", "wijken" or the code of a gemeente
 * @returns {Promise<Outlines | null>}
 */
export function outlines(which) {
  const name = which === "gemeenten" ? "overzicht" : which.toLowerCase();
  const path = `data/gebieden/${name}.geojson`;
  return /** @type {Promise<Outlines | null>} */ (told(path));
}

/** A point inside each wijk, by code. @returns {Promise<Points | null>} */
export function points() {
  return /** @type {Promise<Points | null>} */ (told("data/gebieden/punten.json"));
}

/** Combinations of signals; null where the site has none. @returns {Promise<Combinations | null>} */
export function combinations() {
  return /** @type {Promise<Combinations | null>} */ (told("data/zoekgebieden.json"));
}
