/**
 * Elements of a drawing and of a page, made without markup: text stays text.
 *
 * @typedef {Record<string, string | number | boolean | null | undefined>} Attributes
 * @typedef {Node | string} Child
 */

const SPACE = "http://www.w3.org/2000/svg";

/**
 * @template {Element} E
 * @param {E} made
 * @param {Attributes} attributes `true` stands without a value; false, null and undefined are left out
 * @param {Child[]} children
 * @returns {E}
 */
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/**
 * A part of a drawing: svg("circle", { r: 3 }, svg("title", {}, "Goes")).
 *
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[K]}
 */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SPACE, name), attributes, children);
}

/**
 * A part of a page: html("a", { href: "./" }, "Nederland").
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function html(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * A number in a path: short, and the same on every machine.
 *
 * @param {number} value
 * @returns {string}
 */
export function short(value) {
  return String(Math.round(value * 10) / 10);
}
