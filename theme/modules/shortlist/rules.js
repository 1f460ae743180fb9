/**
 * Which regions have a signal, and where enough of them meet: from what is shown, alone.
 *
 * @typedef {import("../cells.js").Cell} Cell
 * @typedef {"yes" | "no" | "withheld" | "lacking"} Meets
 * @typedef {{ atLeast: number, cells: Map<string, Cell> }} Measure a threshold, a cell a region
 * @typedef {{ reached: number, among: number, withheld: number, lacking: number }} Reach
 *
 * The signals of one region, in the order of the measures. What is withheld or lacking counts for
 * neither side: `unsure` tells that the region would have enough if it had all that is unknown.
 *
 * @typedef {object} Found
 * @property {Meets[]} meets
 * @property {number} met
 * @property {number} unknown
 * @property {boolean} enough
 * @property {boolean} unsure
 */

const FIFTHS = 5;

/**
 * Whether a cell reaches a threshold. A cell that is not there is as good as not delivered.
 *
 * @param {Cell | undefined} cell
 * @param {number} atLeast
 * @returns {Meets}
 */
export function meets(cell, atLeast) {
  if (typeof cell === "number") return cell >= atLeast ? "yes" : "no";
  return cell?.state === "withheld" ? "withheld" : "lacking";
}

/**
 * The signals of one region.
 *
 * @param {string} code
 * @param {Measure[]} measures
 * @param {number} fewest
 * @returns {Found}
 */
export function found(code, measures, fewest) {
  const told = measures.map((each) => meets(each.cells.get(code), each.atLeast));
  const met = told.filter((each) => each === "yes").length;
  const unknown = told.filter((each) => each === "withheld" || each === "lacking").length;
  const enough = met >= fewest;
  return { meets: told, met, unknown, enough, unsure: !enough && met + unknown >= fewest };
}

/**
 * How many of these regions reach a threshold, among those with a figure.
 *
 * @param {string[]} codes
 * @param {Measure} measure
 * @returns {Reach}
 */
export function reach(codes, measure) {
  const told = { yes: 0, no: 0, withheld: 0, lacking: 0 };
  for (const code of codes) told[meets(measure.cells.get(code), measure.atLeast)] += 1;
  const { yes, no, withheld, lacking } = told;
  return { reached: yes, among: yes + no, withheld, lacking };
}

/**
 * The smallest figure of the highest fifth, as the site makes its five classes: null with fewer
 * than five figures, and where the highest fifth would begin with the lowest figure.
 *
 * @param {Iterable<Cell>} cells
 * @returns {number | null}
 */
export function highestFifth(cells) {
  const figures = Float64Array.from([...cells].filter((cell) => typeof cell === "number")).sort();
  if (figures.length < FIFTHS) return null;
  const bound = figures[Math.ceil(((FIFTHS - 1) * figures.length) / FIFTHS)] ?? NaN;
  return bound > (figures[0] ?? NaN) ? bound : null;
}
