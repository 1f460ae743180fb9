/** Slips of the keyboard, counted as far as they matter: names are compared by the thousand. */

/** More slips than anybody asks for. */
const FAR = 100;
/** The last two rows of the table of slips and the next one, made once; no text is longer. */
const ROWS = /** @type {[Uint8Array, Uint8Array, Uint8Array]} */ (
  [0, 1, 2].map(() => new Uint8Array(256).fill(FAR))
);

/**
 * How many slips of the keyboard lie between what was typed and how a name begins: a sign too
 * many, one missing, one wrong, or two changed about. More than `most` are told as `most` + 1.
 *
 * @param {string} typed
 * @param {string} name
 * @param {number} most
 * @returns {number}
 */
export function slips(typed, name, most) {
  const width = Math.min(name.length, typed.length + most);
  if (width < typed.length - most) return most + 1;
  let [before, row, next] = ROWS;
  for (let j = 0; j <= most + 1; j++) row[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const sign = typed.charCodeAt(i - 1);
    const [low, high] = [Math.max(1, i - most), Math.min(width, i + most)];
    next[low - 1] = low === 1 ? i : FAR;
    let least = next[low - 1] ?? FAR;
    for (let j = low; j <= high; j++) {
      let cost = (row[j - 1] ?? FAR) + (sign === name.charCodeAt(j - 1) ? 0 : 1);
      cost = Math.min(cost, (row[j] ?? FAR) + 1, (next[j - 1] ?? FAR) + 1);
      const changed = j > 1 && i > 1 && sign === name.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === name.charCodeAt(j - 1);
      if (changed) cost = Math.min(cost, (before[j - 2] ?? FAR) + 1);
      next[j] = cost;
      least = Math.min(least, cost);
    }
    next[high + 1] = FAR;
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  let least = most + 1;
  for (let j = Math.max(0, typed.length - most); j <= width; j++) {
    least = Math.min(least, row[j] ?? FAR);
  }
  return least;
}

/**
 * Which letters a text has, a bit for each: what lacks more letters than there may be slips
 * needs no closer look.
 *
 * @param {string} text
 * @returns {number}
 */
export function letters(text) {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 97;
    if (letter >= 0) found |= 1 << letter;
  }
  return found;
}

/**
 * How many bits are set.
 *
 * @param {number} bits
 * @returns {number}
 */
export function count(bits) {
  let left = bits;
  let found = 0;
  for (; left; left &= left - 1) found++;
  return found;
}
