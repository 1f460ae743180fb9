/** Letters of a name in an address, as the build has it. */
const LONGEST = 200;

const STRANGE = /\P{ASCII}/u;

/**
 * A text as part of an address: slug("'s-Gravenhage") is "s-gravenhage", as the build writes it.
 *
 * @param {string} text
 * @returns {string}
 */
export function slug(text) {
  return words(text).join("-").slice(0, LONGEST).replace(/-$/, "");
}

/**
 * A text as it is compared: no capitals, accents or apostrophes, one space between words.
 *
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return words(text).join(" ");
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function words(text) {
  const plain = STRANGE.test(text) ? text.normalize("NFKD").replace(/\P{ASCII}/gu, "") : text;
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
