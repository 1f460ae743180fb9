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
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: width + 1 }, (_, at) => at);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= width; j++) {
      const wrong = typed[i - 1] === name[j - 1] ? 0 : 1;
      const changed = typed[i - 1] === name[j - 2] && typed[i - 2] === name[j - 1];
      next.push(Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + wrong,
        changed ? (before[j - 2] ?? Infinity) + 1 : Infinity,
      ));
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(...row);
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
