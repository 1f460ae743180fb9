const DUTCH = new Intl.Collator("nl", { numeric: true });

/**
 * Order names as they are looked up: 's-Gravenhage stands under G.
 *
 * @param {string} a
 * @param {string} b
 * @returns {number}
 */
export function byName(a, b) {
  return DUTCH.compare(sought(a), sought(b)) || DUTCH.compare(a, b);
}

/** @param {string} name */
function sought(name) {
  return name.replace(/^'[st][- ]/, "");
}
