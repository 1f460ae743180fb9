/** What data/zoekindex.json says, as names that lead somewhere; zicht/render/gazetteer.py wrote it. */
import { slug } from "./fold.js";

/**
 * @typedef {"gemeente" | "provincie" | "wijk" | "buurt" | "thema" | "onderwerp" | "zoekgebied"
 *   | "branche" | "uitleg"} Kind
 *
 * @typedef {object} Index
 * @property {boolean} fictional
 * @property {[string, string][]} provincies
 * @property {[string, string, number][]} gemeenten
 * @property {string[]} repeated
 * @property {string[]} own
 * @property {string[]} wijken
 * @property {string[]} buurten
 * @property {Record<string, string[]>} codes
 * @property {[number, string][]} postcodes
 * @property {[string, string, string[]][]} former
 * @property {[string, string][]} aliases
 * @property {[string, string, [string, string][]][]} themes
 * @property {[string, string][]} branches
 * @property {[string, string][]} combinations
 * @property {[string, string][]} pages
 */

const SIGNS = Array.from({ length: 94 }, (_, n) => String.fromCharCode(33 + n))
  .filter((sign) => sign !== '"' && sign !== "\\").join("");

/** Something that a reader can look for. */
export class Place {
  /**
   * @param {Kind} kind
   * @param {string} code of a region or a branche, key of a theme or an indicator
   * @param {string} name
   * @param {Place | null} around the region or the theme that it lies in
   * @param {string} folder its page, where that does not follow from code and name
   */
  constructor(kind, code, name, around = null, folder = "") {
    this.kind = kind;
    this.code = code;
    this.name = name;
    this.around = around;
    this.folder = folder;
    /** What a list shows: the name, or another one that was looked for. */
    this.label = name;
    /** The place itself, whatever it is listed as. */
    this.self = /** @type {Place} */ (this);
  }

  /** @returns {string} where it is in the site: "gemeente/gm0363-amsterdam/" */
  get address() {
    const { kind, around } = this;
    const code = this.code.toLowerCase();
    if (kind === "gemeente" || kind === "wijk") {
      const words = slug(this.name);
      return `${kind}/${code}${words && "-"}${words}/`;
    }
    if (kind !== "buurt" || !around) return this.folder;
    return around.kind === "wijk" ? `${around.address}#${code}` : around.address;
  }

  /** @returns {string} what it is, and where: "wijk in Goes" */
  get note() {
    const { kind, around } = this;
    if (!around) return kind;
    if (kind === "onderwerp") return `onderwerp bij ${around.name}`;
    const wider = kind === "buurt" && around.kind === "wijk" ? around.around : null;
    return `${kind} in ${around.name}${wider ? `, ${wider.name}` : ""}`;
  }

  /** @param {string} label @returns {Place} the same, listed under another name */
  as(label) {
    const other = new Place(this.kind, this.code, this.name, this.around, this.folder);
    other.label = label;
    other.self = this.self;
    return other;
  }
}

/**
 * All places of an index, regions first, and each text under which one is found.
 *
 * @param {Index} index
 * @returns {{ places: Place[], texts: string[] }} as many texts as places
 */
export function placesOf(index) {
  const regions = regionsOf(index);
  const places = [...regions, ...subjectsOf(index)];
  const texts = places.map((place) => place.name);
  const known = new Map(regions.map((region) => [region.code, region]));
  for (const [code, name] of index.aliases) {
    const region = known.get(code);
    if (region) add(region.as(`${name} (${region.name})`), name);
  }
  for (const [digits, name, successors] of index.former) {
    for (const code of successors) {
      const region = known.get(`GM${code}`);
      const old = name || `GM${digits}`;
      if (!region) continue;
      const place = region.as(`${old}, nu ${region.name}`);
      add(place, old);
      if (name) add(place, `GM${digits}`);
    }
  }

  /** @param {Place} place @param {string} text */
  function add(place, text) {
    places.push(place);
    texts.push(text);
  }
  return { places, texts };
}

/** @param {Index} index @returns {Place[]} */
function regionsOf(index) {
  const { codes, repeated } = index;
  const own = index.own.values();
  const provincies = index.provincies.map(([digits, name]) =>
    new Place("provincie", `PV${digits}`, name, null, `gemeente/#pv${digits}`)
  );
  const gemeenten = index.gemeenten.map(([digits, name, at]) =>
    new Place("gemeente", `GM${digits}`, name, provincies[at] ?? null)
  );
  const wijken = inside(gemeenten, index.wijken, 2, "wijk");
  const wide = index.wijken.length === 0;
  const buurten = inside(wide ? gemeenten : wijken, index.buurten, wide ? 4 : 2, "buurt");
  return [...provincies, ...gemeenten, ...wijken, ...buurten];

  /**
   * @param {Place[]} around
   * @param {string[]} told the names in each, a space or two signs for a name
   * @param {number} size of what a code adds to that of the region around
   * @param {"wijk" | "buurt"} kind
   */
  function inside(around, told, size, kind) {
    const level = kind === "wijk" ? "WK" : "BU";
    return told.flatMap((signs, at) => {
      const region = /** @type {Place} */ (around[at]);
      const digits = region.code.slice(2);
      const listed = codes[digits];
      return names(signs).map((name, nth) => {
        const last = listed?.[nth] ?? String(nth).padStart(size, "0");
        return new Place(kind, last.length > 4 ? last : `${level}${digits}${last}`, name, region);
      });
    });
  }

  /** @param {string} signs @returns {string[]} */
  function names(signs) {
    const found = [];
    for (let at = 0; at < signs.length; at++) {
      const first = SIGNS.indexOf(signs.charAt(at));
      const name = first < 0
        ? own.next().value
        : repeated[first * SIGNS.length + SIGNS.indexOf(signs.charAt(++at))];
      found.push(name ?? "");
    }
    return found;
  }
}

/** @param {Index} index @returns {Place[]} */
function subjectsOf(index) {
  const themes = index.themes.flatMap(([key, title, subjects]) => {
    const theme = new Place("thema", key, title, null, `thema/${key}/`);
    const inside = subjects.map(([own, name]) =>
      new Place("onderwerp", own, name, theme, `thema/${key}/${own}/`)
    );
    return [theme, ...inside];
  });
  const combinations = index.combinations.map(([key, title]) =>
    new Place("zoekgebied", key, title, null, `zoekgebied/${key}/`)
  );
  const branches = index.branches.map(([code, title]) =>
    new Place("branche", code, title, null, `branche/${slug(`${code} ${title}`)}/`)
  );
  const pages = index.pages.map(([folder, title]) => new Place("uitleg", "", title, null, folder));
  return [...themes, ...combinations, ...branches, ...pages];
}
