import { svg } from "../draw/svg.js";

/** What a style sheet may say of a mark: whether marks inside it follow, and what holds unsaid. */
const LOOKS = /** @type {const} */ ({
  "fill": [true, "#000000"],
  "stroke": [true, "none"],
  "stroke-width": [true, "1"],
  "stroke-dasharray": [true, "none"],
  "stroke-linecap": [true, "butt"],
  "stroke-linejoin": [true, "miter"],
  "font-size": [true, "16"],
  "font-weight": [true, "400"],
  "font-style": [true, "normal"],
  "paint-order": [true, "normal"],
  "text-anchor": [true, "start"],
  "dominant-baseline": [true, "auto"],
  "fill-opacity": [true, "1"],
  "stroke-opacity": [true, "1"],
  "opacity": [false, "1"],
});

/** A colour that the build drew; by night the style sheet shows another in its place. */
const DRAWN = /^#[0-9a-f]{6}$/;

/** @typedef {Record<string, string>} Look */

/**
 * The tokens of the style sheet as they are by day: a picture is taken along on white paper.
 *
 * @returns {Iterable<[string, string]>}
 */
function* tokens() {
  for (const sheet of document.styleSheets) {
    const root = [...sheet.cssRules].find((rule) =>
      rule instanceof CSSStyleRule && rule.selectorText === ":root"
    );
    if (!(root instanceof CSSStyleRule)) continue;
    for (const name of root.style) {
      if (name.startsWith("--")) yield [name, root.style.getPropertyValue(name)];
    }
  }
}

/**
 * A colour as every program reads it: plain("rgb(29, 59, 115)") is "#1d3b73".
 *
 * @param {string} value a computed value
 * @returns {string}
 */
export function plain(value) {
  return value
    .replaceAll(/rgba\(\d+, \d+, \d+, 0\)/g, "none")
    .replaceAll(
      /rgb\((\d+), (\d+), (\d+)\)/g,
      (_, ...told) =>
        `#${told.slice(0, 3).map((each) => Number(each).toString(16).padStart(2, "0")).join("")}`,
    )
    .replaceAll(/url\("([^"]*)"\)/g, "url($1)")
    .replaceAll(/([\d.])px/g, "$1");
}

/**
 * @param {Element} mark
 * @returns {Look}
 */
function look(mark) {
  const style = getComputedStyle(mark);
  const told = Object.keys(LOOKS).map((name) => {
    const drawn = mark.getAttribute(name) ?? "";
    return [name, DRAWN.test(drawn) ? drawn : plain(style.getPropertyValue(name))];
  });
  return Object.fromEntries(told);
}

/**
 * Write on a mark and on all inside it how they look; the style sheet is needed no more.
 *
 * @param {Element} mark
 * @param {Look} around how marks look where this one stands
 */
function settle(mark, around) {
  const own = look(mark);
  for (const child of [...mark.children]) {
    if (getComputedStyle(child).display === "none" && !child.closest("title, desc, defs")) {
      child.remove();
    } else settle(child, own);
  }
  for (const [name, [follows, unsaid]] of Object.entries(LOOKS)) {
    const said = own[name] ?? unsaid;
    if (said === (follows ? around[name] : unsaid)) mark.removeAttribute(name);
    else mark.setAttribute(name, said);
  }
  for (const name of ["class", "style", "tabindex"]) mark.removeAttribute(name);
}

/**
 * A copy of a drawing that stands alone: every look written on the mark itself, in the colours of
 * the day, with the patterns that it uses.
 *
 * @param {SVGSVGElement} drawing one that stands on the page
 * @returns {SVGSVGElement}
 */
export function still(drawing) {
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  for (const mark of copy.querySelectorAll(".ring, script, foreignObject")) mark.remove();
  for (const id of used(copy)) {
    const pattern = copy.querySelector(`[id="${id}"]`) ? null : document.getElementById(id);
    if (pattern) copy.prepend(pattern.cloneNode(true));
  }
  for (const [name, value] of tokens()) copy.style.setProperty(name, value);
  copy.style.setProperty("forced-color-adjust", "none");
  copy.style.setProperty("position", "absolute");
  copy.style.setProperty("left", "-100rem");
  drawing.after(copy); // where the same rules of the style sheet reach it
  const unsaid = Object.entries(LOOKS).map(([name, [, value]]) => [name, value]);
  settle(copy, Object.fromEntries(unsaid));
  copy.remove();
  return bare(copy);
}

/**
 * The same drawing in an element that never had a style: Chromium writes an empty attribute for
 * one that had, and a host that allows no inline styles refuses to have it emptied.
 *
 * @param {SVGSVGElement} drawing
 * @returns {SVGSVGElement}
 */
function bare(drawing) {
  const attributes = [...drawing.attributes].filter(({ name }) => !/^(style|xmlns.*)$/.test(name));
  const kept = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  return svg("svg", kept, ...drawing.childNodes);
}

/**
 * The patterns that a drawing is filled with.
 *
 * @param {Element} drawing
 * @returns {Set<string>}
 */
function used(drawing) {
  const found = drawing.outerHTML.matchAll(/url\(["']?#([\w-]+)["']?\)/g);
  return new Set([...found].map((each) => each[1] ?? ""));
}
