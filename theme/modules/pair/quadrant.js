/**
 * Where a region stands: above or not above a line, on two subjects.
 *
 * @typedef {0 | 1 | 2 | 3} Quadrant 1 counts for higher on the first, 2 for higher on the second
 * @typedef {{ x: number, y: number }} Lines
 */

/** @type {readonly Quadrant[]} most telling first: the order of legends and lists */
export const ORDER = [3, 1, 2, 0];

/**
 * The quadrant of a region with two figures. Equal to a line is not higher.
 *
 * @param {number} x
 * @param {number} y
 * @param {Lines} lines
 * @returns {Quadrant}
 */
export function quadrant(x, y, lines) {
  return /** @type {Quadrant} */ ((x > lines.x ? 1 : 0) + (y > lines.y ? 2 : 0));
}

/**
 * A quadrant in words.
 *
 * @param {Quadrant} which
 * @param {string} x the title of the first subject
 * @param {string} y the title of the second
 * @returns {string}
 */
export function named(which, x, y) {
  if (which === 3) return "hoger op beide";
  if (which === 0) return "hoger op geen van beide";
  return which === 1 ? `hoger op ${x}, niet op ${y}` : `hoger op ${y}, niet op ${x}`;
}

/**
 * How many there are of each quadrant.
 *
 * @param {Iterable<Quadrant | null>} all
 * @returns {[number, number, number, number]}
 */
export function counted(all) {
  /** @type {[number, number, number, number]} */
  const found = [0, 0, 0, 0];
  for (const which of all) if (which !== null) found[which]++;
  return found;
}
