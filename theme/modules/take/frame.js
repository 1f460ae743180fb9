/**
 * What a part of a page is shown by in a frame: the names stand in the fragment of its address.
 *
 * @typedef {{deel?: string, toon?: string, kleur?: string}} Options `deel` is the id of a section
 *   or a chart, `toon` is "grafiek" or "tabel", `kleur` is "licht" or "donker"
 */

/** So high is a frame that nobody chose a height for, in pixels: zicht/render/frame.py has it too. */
export const HEIGHT = 600;

const SIGNS = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };
const FRAMED = /^(?:(?:gemeente|thema)\/[a-z0-9-]+\/(?:[a-z0-9-]+\/)?|wijk\/[a-z0-9-]+\/)$/;

/**
 * The fragment of an address, with its "#"; "" where nothing is asked. A part alone is named
 * without a word before it: that works without scripts too.
 *
 * @param {Options} options
 * @returns {string}
 */
export function fragmentOf({ deel = "", toon = "", kleur = "" }) {
  if (!toon && !kleur) return deel && `#${deel}`;
  const told = Object.entries({ deel, toon, kleur }).filter(([, value]) => value !== "");
  return `#${told.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
}

/**
 * The code that shows a page in a frame, as somebody pastes it in another page.
 *
 * @param {{src: string, title: string, height?: number, script?: string}} frame `script` is the
 *   address of the script that makes the frame as high as what is in it
 * @returns {string}
 */
export function frameCode({ src, title, height = HEIGHT, script = "" }) {
  const size = `width="100%" height="${height}" loading="lazy"`;
  const frame = `<iframe src="${quoted(src)}" title="${quoted(title)}" ${size}></iframe>`;
  return script ? `${frame}\n<script src="${quoted(script)}" async></script>` : frame;
}

/**
 * The folder of a page that may be framed: "gemeente/gm0363-amsterdam/drugs/"; "" for any other
 * text.
 *
 * @param {string} text
 * @returns {string}
 */
export function framedPage(text) {
  return FRAMED.test(text) ? text : "";
}

/** @param {string} text */
function quoted(text) {
  return text.replaceAll(/[&"<>]/g, (sign) => SIGNS[/** @type {keyof SIGNS} */ (sign)]);
}
