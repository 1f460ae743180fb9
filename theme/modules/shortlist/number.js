/** A threshold as a reader types it, and as an address holds it. */

/** Above this nothing is counted; what is larger is a mistake or a trial. */
const LARGEST = 1e12;
const DUTCH = /^(\d{1,13}|\d{1,3}(\.\d{3})+)(,\d{1,9})?$/;
const POINTED = /^\d{1,13}(\.\d{1,9})?$/;

/**
 * What a reader typed: "1.234,5", "1234,5" or "1234.5"; null where it is no threshold.
 *
 * @param {string} text
 * @returns {number | null}
 */
export function typed(text) {
  const told = text.trim();
  if (DUTCH.test(told)) return small(told.replaceAll(".", "").replace(",", "."));
  return pointed(told);
}

/**
 * What stands in an address: "4.1"; null where it is no threshold.
 *
 * @param {string} text
 * @returns {number | null}
 */
export function pointed(text) {
  return POINTED.test(text) ? small(text) : null;
}

/**
 * A threshold in a field, without points between thousands: 1234.5 is "1234,5".
 *
 * @param {number} value
 * @returns {string}
 */
export function field(value) {
  return String(value).replace(".", ",");
}

/** @param {string} text */
function small(text) {
  const value = Number(text);
  return value <= LARGEST ? value : null;
}
