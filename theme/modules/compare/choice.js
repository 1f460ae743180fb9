/**
 * What a reader wants to see beside each other, as far as it exists; the rest is said in words.
 *
 * @typedef {{ code: string, name: string, parent?: string | null, address?: string | null,
 *   breaks?: readonly number[] }} Region
 *   `name` tells it from all others; `address` is that of its page in the site; `breaks` are the
 *   years from which it, or the gemeente around it, has another area
 * @typedef {{ gemeente?: readonly number[], wijk?: readonly number[] }} Years
 * @typedef {{ key: string, title: string, theme: string, unit: string, decimals: number,
 *   placed: boolean, years: Years }} Subject
 * @typedef {{ regions: readonly string[], subjects: readonly string[], year: string }} Wanted
 * @typedef {{ region: (code: string) => Region | undefined, subjects: readonly Subject[],
 *   first: readonly Subject[] }} Known `first` are the subjects where none are asked for
 * @typedef {{ regions: Region[], subjects: Subject[], year: number | null, said: string[],
 *   implied: boolean }} Choice `implied` where no subjects are asked for
 */

/** More regions cannot be told apart in a chart; each subject is a file to fetch. */
export const MOST = { regions: 6, subjects: 12 };
const LETTERS = 40;
const NAMED = 3;

/**
 * The choice that can be shown, with a sentence for whatever cannot.
 *
 * @param {Wanted} wanted
 * @param {Known} known
 * @returns {Choice}
 */
export function choose(wanted, known) {
  const codes = [...new Set(wanted.regions.map(canonical))];
  const regions = codes.flatMap((code) => known.region(code) ?? []);
  const byKey = new Map(known.subjects.map((subject) => [subject.key, subject]));
  const subjects = wanted.subjects.flatMap((key) => byKey.get(key) ?? []);
  const year = yearOf(wanted.year, known.subjects);
  return {
    regions: regions.slice(0, MOST.regions),
    subjects: (wanted.subjects.length > 0 ? subjects : [...known.first]).slice(0, MOST.subjects),
    year,
    implied: wanted.subjects.length === 0,
    said: [
      unknown(codes.filter((code) => !known.region(code)), "gebied", "Het gebied", "De gebieden"),
      tooMany(regions.length, MOST.regions, "zes gebieden", "zes"),
      unknown(
        wanted.subjects.filter((key) => !byKey.has(key)),
        "onderwerp",
        "Het onderwerp",
        "De onderwerpen",
      ),
      tooMany(subjects.length, MOST.subjects, "twaalf onderwerpen", "twaalf"),
      wanted.year !== "" && year === null
        ? `Over het jaar ${
          quoted(wanted.year)
        } zijn er geen cijfers. Van elk onderwerp staat hier het nieuwste jaar.`
        : "",
    ].filter((sentence) => sentence !== ""),
  };
}

/**
 * Every year of which there is a figure of any subject, newest first.
 *
 * @param {readonly Subject[]} subjects
 * @returns {number[]}
 */
export function allYears(subjects) {
  const years = subjects.flatMap(({ years }) => [...(years.gemeente ?? []), ...(years.wijk ?? [])]);
  return [...new Set(years)].sort((a, b) => b - a);
}

/** @param {string} code @returns {string} as the register writes it */
function canonical(code) {
  const upper = code.trim().toUpperCase();
  return upper === "NL00" ? "NL01" : upper;
}

/** @param {string} text @param {readonly Subject[]} subjects @returns {number | null} */
function yearOf(text, subjects) {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return allYears(subjects).includes(year) ? year : null;
}

/**
 * @param {readonly string[]} values
 * @param {string} noun
 * @param {string} single
 * @param {string} plural
 */
function unknown(values, noun, single, plural) {
  if (values.length === 0) return "";
  if (values.length === 1) return `${single} ${quoted(values[0] ?? "")} kennen wij niet.`;
  const named = values.slice(0, NAMED).map(quoted);
  const rest = values.length - named.length;
  const more = rest > 0 ? ` en nog ${rest} ${noun === "gebied" ? "gebieden" : "onderwerpen"}` : "";
  const list = more ? named.join(", ") : `${named.slice(0, -1).join(", ")} en ${named.at(-1)}`;
  return `${plural} ${list}${more} kennen wij niet.`;
}

/** @param {number} found @param {number} most @param {string} words @param {string} first */
function tooMany(found, most, words, first) {
  return found > most
    ? `Er kunnen ten hoogste ${words} naast elkaar staan. Hier staan de eerste ${first}.`
    : "";
}

/** @param {string} text */
function quoted(text) {
  return `“${text.length > LETTERS ? `${text.slice(0, LETTERS)}…` : text}”`;
}
