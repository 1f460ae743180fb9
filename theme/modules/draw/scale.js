/**
 * From figures to places in a drawing.
 *
 * @typedef {{ low: number, high: number, ticks: number[], decimals: number, at: (value: number) => number }} Scale
 */

/**
 * The distance between ticks, 1, 2 or 5 times a power of ten, so that about `count` fit.
 *
 * @param {number} span
 * @param {number} count
 * @returns {number}
 */
export function step(span, count) {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (rough / power >= 7 ? 10 : rough / power >= 3 ? 5 : rough / power >= 1.5 ? 2 : 1);
}

/**
 * A scale from the figures to [from, to], with round ends and round ticks.
 *
 * @param {readonly number[]} figures without any, 0 to 1
 * @param {number} from
 * @param {number} to
 * @param {{ zero?: boolean, count?: number }} [options] `zero`: begin at 0 when all are positive
 * @returns {Scale}
 */
export function linear(figures, from, to, { zero = true, count = 5 } = {}) {
  let [low, high] = extent(figures);
  if (zero && low > 0) low = 0;
  if (zero && high < 0) high = 0;
  if (low === high) high = low + 1;
  const by = step(high - low, count);
  const [first, last] = [Math.floor(low / by + 1e-9), Math.ceil(high / by - 1e-9)];
  const decimals = Math.max(0, -Math.floor(Math.log10(by) + 1e-9));
  const ticks = Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * by).toFixed(decimals)),
  );
  [low, high] = [first * by, last * by];
  const size = (to - from) / (high - low);
  return { low, high, ticks, decimals, at: (value) => from + (value - low) * size };
}

/**
 * The least and the most of the figures; 0 and 0 without any.
 *
 * @param {readonly number[]} figures
 * @returns {[number, number]}
 */
export function extent(figures) {
  if (figures.length === 0) return [0, 0];
  let [low, high] = [Infinity, -Infinity];
  for (const figure of figures) {
    if (figure < low) low = figure;
    if (figure > high) high = figure;
  }
  return [low, high];
}
