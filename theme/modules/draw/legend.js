/** @typedef {import("../take/picture.js").Key} Key */

/** The light colours of the keys that stand beside drawings, by class. @type {Record<string, string>} */
const FILLS = {
  "k1": "#dce6f4",
  "k2": "#a9c1e3",
  "k3": "#6f95cc",
  "k4": "#3d67a8",
  "k5": "#1d3b73",
  "deel-a": "#1d3b73",
  "deel-b": "#3d67a8",
  "deel-c": "#6f95cc",
  "deel-d": "#a9c1e3",
  "deel-e": "#dce6f4",
  "deel-f": "#4b5563",
  "deel-g": "#8a94a6",
  "deel-h": "#dfe3ea",
  "v0": "#dfe3ea",
  "v1": "#6f95cc",
  "v2": "#e3a857",
  "v3": "#45254f",
  "groep": "#1d3b73",
  "allen": "#7a869c",
  "s-withheld": "url(#hatch) #eef0f3",
};
const DOTTED = new Set(["s-missing", "s-pending"]);

/**
 * What the legend beside a drawing tells, for a file that leaves the page.
 *
 * @param {Element} list a `ul.legenda`
 * @returns {Key[]}
 */
export function legendOf(list) {
  return [...list.children].map((item) => {
    const classes = [...item.querySelector("i")?.classList ?? []];
    const fill = classes.map((name) => FILLS[name]).find(Boolean) ?? "#ffffff";
    const words = (item.textContent ?? "").replaceAll(/\s+/g, " ").trim();
    const dotted = classes.some((name) => DOTTED.has(name));
    return { fill, words, dotted, round: classes.includes("rond") };
  });
}
