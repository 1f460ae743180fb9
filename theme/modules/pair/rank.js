/** How two rows of figures go together: their middles and their rank correlation. */

/**
 * The middle of the figures, always one of them: the lower one where two share the middle.
 *
 * @param {readonly number[]} figures
 * @returns {number | null} null without any
 */
export function middle(figures) {
  const sorted = Float64Array.from(figures).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/**
 * The place of each figure among all, from 1 for the lowest; equal figures share the mean place.
 *
 * @param {readonly number[]} figures
 * @returns {Float64Array}
 */
export function ranks(figures) {
  const order = Array.from(figures.keys()).sort((a, b) => at(figures, a) - at(figures, b));
  const found = new Float64Array(figures.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    const value = figures[at(order, from)];
    while (to < order.length && figures[at(order, to)] === value) to++;
    for (let i = from; i < to; i++) found[at(order, i)] = (from + to + 1) / 2;
  }
  return found;
}

/**
 * Spearman's rank correlation: the correlation of the places, ties included.
 *
 * @param {readonly number[]} xs
 * @param {readonly number[]} ys as many
 * @returns {number | null} from -1 to 1; null where all figures on one side are equal
 */
export function spearman(xs, ys) {
  const [a, b] = [ranks(xs), ranks(ys)];
  const mean = (xs.length + 1) / 2;
  let [together, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [at(a, i) - mean, at(b, i) - mean];
    together += da * db;
    ofA += da * da;
    ofB += db * db;
  }
  if (ofA === 0 || ofB === 0) return null;
  return Math.max(-1, Math.min(1, together / Math.sqrt(ofA * ofB)));
}

/**
 * @param {ArrayLike<number>} numbers
 * @param {number} place that exists
 * @returns {number}
 */
function at(numbers, place) {
  return /** @type {number} */ (numbers[place]);
}
