/** Finding a name: the best first, whatever accent, word or slip of the keyboard was typed. */
import { fold } from "./fold.js";
import { placesOf } from "./places.js";
import { postcodesOf } from "./postcode.js";
import { count, letters, slips } from "./typos.js";

/**
 * @typedef {import("./places.js").Kind} Kind
 * @typedef {import("./places.js").Place} Place
 * @typedef {import("./places.js").Index} Index
 * @typedef {{ fit: number, score: number, at: number, place: Place }} Hit
 */

/** How well a text fits: less is better. Between them stands what kind of place it is. */
const EXACT = 0, BEGINS = 1, WORD = 2, WITHIN = 3, SLIPPED = 5;

/** @type {Record<Kind, number>} what there are few of goes before what there are thousands of */
const KINDS = {
  gemeente: 0,
  provincie: 0.1,
  thema: 0.2,
  onderwerp: 0.3,
  zoekgebied: 0.5,
  uitleg: 0.6,
  branche: 0.7,
  wijk: 1.2,
  buurt: 1.4,
};
const ALL = new Set(/** @type {Kind[]} */ (Object.keys(KINDS)));
/** In nearly every name are such short texts: only how names begin is looked at, then words. */
const SHORTEST = 1, SHORT = 2;
/** No name is longer. */
const LONG = 200;
const POSTCODE = /^(\d{4}) ?(?:[a-z]{2})?$/;

/** The names of a site. */
export class Lookup {
  /** @type {string[]} every text that is looked for, folded, in alphabetic order */
  #keys;
  /** @type {Place[][]} the places of each key */
  #places;
  /** @type {number[]} the letters of each key */
  #letters;
  /** @type {Map<string, Place>} */
  #coded;
  /** @type {import("./postcode.js").Range[]} */
  #postcodes;
  /** @type {string} said of the postcodes of a delivery that is fictional */
  #invented;

  /** @param {Index} index */
  constructor(index) {
    const { places, texts } = placesOf(index);
    /** @type {Map<string, Place[]>} */
    const by = new Map();
    /** @type {Map<string, string>} thousands of names occur more than once */
    const folded = new Map();
    for (const [at, place] of places.entries()) {
      const text = texts[at] ?? place.name;
      const key = folded.get(text) ?? fold(text);
      folded.set(text, key);
      const same = by.get(key);
      if (same) same.push(place);
      else by.set(key, [place]);
    }
    this.#keys = [...by.keys()].sort();
    this.#places = this.#keys.map((key) => by.get(key) ?? []);
    this.#letters = this.#keys.map(letters);
    this.#coded = new Map();
    for (const place of places.toReversed()) this.#coded.set(place.code.toLowerCase(), place);
    this.#invented = index.fictional ? " (verzonnen)" : "";
    this.#postcodes = postcodesOf(index.postcodes, places);
  }

  /**
   * The places that fit a text, the best first.
   *
   * @param {string} text as somebody typed it
   * @param {{ kinds?: readonly Kind[] }} [options] only places of these kinds
   * @returns {Place[]}
   */
  find(text, { kinds } = {}) {
    const typed = fold(text.slice(0, LONG));
    const wanted = kinds ? new Set(kinds) : ALL;
    if (!typed) return [];
    const found = [...this.#named(typed, wanted), ...this.#within(typed, wanted)];
    const coded = this.#ofCode(typed).filter((place) => wanted.has(place.kind));
    const plain = coded.length > 0 || found.some((hit) => hit.fit <= WORD);
    if (!plain) found.push(...this.#meant(typed, wanted));
    found.sort((a, b) => a.score - b.score || a.at - b.at);
    return once([...coded, ...found.map((hit) => hit.place)]);
  }

  /** @param {string} code @returns {Place | undefined} the place with a code, "GM0363" */
  get(code) {
    return this.#coded.get(code.toLowerCase());
  }

  /** @param {string} typed @returns {Place[]} those with this code or postcode */
  #ofCode(typed) {
    const digits = POSTCODE.exec(typed)?.[1];
    const number = Number(digits);
    const own = /\d/.test(typed) && (this.#coded.get(typed) ?? this.#coded.get(`gm${typed}`));
    return [
      ...this.#postcodes.filter(({ low, high }) => low <= number && number <= high)
        .map(({ place }) => place.as(`${digits}${this.#invented} ${place.name}`)),
      ...(own ? [own] : []),
    ];
  }

  /** @param {string} typed @param {Set<Kind>} wanted @returns {Hit[]} */
  #named(typed, wanted) {
    const word = ` ${typed}`;
    return this.#scan(wanted, (key) => {
      if (key.startsWith(typed)) return key.length === typed.length ? EXACT : BEGINS;
      if (typed.length > SHORTEST && key.includes(word)) return WORD;
      return typed.length > SHORT && key.includes(typed) ? WITHIN : Infinity;
    });
  }

  /**
   * Those that lie in another that was typed as well: "centrum goes", "goes centrum".
   *
   * @param {string} typed @param {Set<Kind>} wanted @returns {Hit[]}
   */
  #within(typed, wanted) {
    const words = typed.split(" ").slice(0, 6);
    return words.slice(1).flatMap((_, at) => {
      const [head, tail] = [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")];
      return [[head, tail], [tail, head]].flatMap(([name, around]) => {
        const codes = this.#beginning(around ?? "");
        if (codes.size === 0) return [];
        return this.#named(name ?? "", wanted).filter(({ place }) => lies(place, codes));
      });
    });
  }

  /** @param {string} text @returns {Set<string>} codes of the places of which a name begins so */
  #beginning(text) {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    const codes = new Set();
    for (; this.#keys[low]?.startsWith(text); low++) {
      for (const place of this.#places[low] ?? []) codes.add(place.code);
    }
    return codes;
  }

  /** @param {string} typed @param {Set<Kind>} wanted @returns {Hit[]} */
  #meant(typed, wanted) {
    const most = typed.length < 4 || /\d/.test(typed) ? 0 : typed.length < 8 ? 1 : 2;
    const own = letters(typed);
    return most === 0 ? [] : this.#scan(wanted, (key, at) => {
      if (count(own & ~(this.#letters[at] ?? 0)) > most) return Infinity;
      let least = slips(typed, key, most);
      for (let word = key.indexOf(" "); word >= 0 && least > 0; word = key.indexOf(" ", word + 1)) {
        least = Math.min(least, slips(typed, key.slice(word + 1), most));
      }
      return least > most ? Infinity : SLIPPED + least;
    });
  }

  /** @param {Set<Kind>} wanted @param {(key: string, at: number) => number} fit @returns {Hit[]} */
  #scan(wanted, fit) {
    /** @type {Hit[]} */
    const found = [];
    for (const [at, key] of this.#keys.entries()) {
      const well = fit(key, at);
      if (well === Infinity) continue;
      for (const place of this.#places[at] ?? []) {
        if (wanted.has(place.kind)) {
          found.push({ fit: well, score: well + KINDS[place.kind], at, place });
        }
      }
    }
    return found;
  }
}

/** @param {Place} place @param {Set<string>} codes @returns {boolean} */
function lies(place, codes) {
  const { around } = place;
  return around !== null && (codes.has(around.code) || lies(around, codes));
}

/** @param {Place[]} places @returns {Place[]} each once, by the name that fits best */
function once(places) {
  const seen = new Set();
  return places.filter(({ self }) => !seen.has(self) && seen.add(self));
}
