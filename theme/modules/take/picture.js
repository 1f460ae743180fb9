import { still } from "./still.js";
import { svg } from "../draw/svg.js";

/**
 * What is told around a drawing that leaves its page.
 *
 * @typedef {{fill: string, words: string, round?: boolean, dotted?: boolean}} Key
 * @typedef {{title: string, source: string, notes?: string[], legend?: Key[]}} Told
 */

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";
const INK = "#16202e", MILD = "#4b5563", EDGE = "#596984";
const MARGIN = 16, NARROWEST = 360;

/**
 * Measures text as it will be drawn.
 *
 * @param {number} size
 * @param {number} weight
 * @returns {(words: string) => number}
 */
function ruler(size, weight) {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen) pen.font = `${weight} ${size}px ${FONT}`;
  return (words) => pen ? pen.measureText(words).width : words.length * size * 0.6;
}

/**
 * Cut a text into lines that fit; a word that is too long has a line of its own.
 *
 * @param {string} text
 * @param {number} width
 * @param {(words: string) => number} measure
 * @returns {string[]}
 */
export function lines(text, width, measure) {
  /** @type {string[]} */
  const made = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = made.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) {
      made.push(`${made.pop()} ${word}`);
    } else made.push(word);
  }
  return made;
}

/** Puts parts under each other. */
class Sheet {
  /** @param {number} width */
  constructor(width) {
    this.inner = width;
    this.width = width + 2 * MARGIN;
    this.y = MARGIN;
    /** @type {SVGElement[]} */
    this.parts = [];
  }

  /** @param {string} text @param {{size: number, weight?: number, fill?: string}} look */
  write(text, { size, weight = 400, fill = INK }) {
    for (const line of lines(text, this.inner, ruler(size, weight))) {
      this.y += Math.round(size * 1.3);
      const said = { "x": MARGIN, "y": this.y, "font-size": size, "font-weight": weight, fill };
      this.parts.push(svg("text", said, line));
    }
  }

  /** @param {SVGSVGElement} drawing @param {number} wide @param {number} high */
  place(drawing, wide, high) {
    const said = { x: MARGIN, y: this.y + 12, width: wide, height: high, overflow: "visible" };
    for (const [name, value] of Object.entries(said)) drawing.setAttribute(name, String(value));
    this.parts.push(drawing);
    this.y += 12 + high;
  }

  /** @param {readonly Key[]} legend */
  explain(legend) {
    const measure = ruler(12, 400);
    let x = 0;
    if (legend.length) this.y += 24;
    for (const { fill, words, round, dotted } of legend) {
      const wide = 20 + measure(words) + 14;
      if (x > 0 && x + wide - 14 > this.inner) [x, this.y] = [0, this.y + 20];
      const look = { fill, stroke: EDGE, ...(dotted ? { "stroke-dasharray": "2 2" } : {}) };
      const box = { x: MARGIN + x, y: this.y - 10, width: 12, height: 12, rx: round ? 6 : 0 };
      this.parts.push(svg("rect", { ...box, ...look }));
      const said = { "x": MARGIN + x + 18, "y": this.y, "font-size": 12, "fill": MILD };
      this.parts.push(svg("text", said, words));
      x += wide;
    }
  }
}

/**
 * A drawing as a file that stands alone: its title above it, its legend and its source below it.
 *
 * @param {SVGSVGElement} drawing one that stands on the page
 * @param {Told} told
 * @returns {string} an SVG document
 */
export function svgOf(drawing, { title, source, notes = [], legend = [] }) {
  const copy = still(drawing);
  const { width, height } = drawing.viewBox.baseVal;
  const sheet = new Sheet(Math.max(width, NARROWEST));
  sheet.write(title, { size: 15, weight: 600 });
  for (const note of notes) sheet.write(note, { size: 12, fill: MILD });
  for (const name of ["role", "aria-labelledby", "aria-label"]) copy.removeAttribute(name);
  copy.setAttribute("viewBox", drawing.getAttribute("viewBox") ?? "");
  sheet.place(copy, width, height);
  sheet.explain(legend);
  sheet.y += 6;
  sheet.write(source, { size: 10, fill: MILD });
  const high = sheet.y + MARGIN;
  const root = svg("svg", {
    "width": sheet.width,
    "height": high,
    "viewBox": `0 0 ${sheet.width} ${high}`,
    "font-family": FONT,
    "role": "img",
  });
  const paper = svg("rect", { width: sheet.width, height: high, fill: "#ffffff" });
  root.append(svg("title", {}, title), paper, ...sheet.parts, ...hatch(copy, legend));
  // Chromium may write an empty style for a mark that ever had one.
  return new XMLSerializer().serializeToString(root).replaceAll(' style=""', "");
}

/**
 * The hatch of what is withheld, for a legend that has it beside a drawing that has not.
 *
 * @param {SVGSVGElement} drawing
 * @param {readonly Key[]} legend
 * @returns {Iterable<Node>}
 */
function* hatch(drawing, legend) {
  if (drawing.querySelector("#hatch") || !legend.some((key) => key.fill.includes("#hatch"))) return;
  const pattern = document.getElementById("hatch");
  if (pattern) yield pattern.cloneNode(true);
}

/**
 * The same as a picture, `scale` pixels to the pixel, on white.
 *
 * @param {SVGSVGElement} drawing
 * @param {Told} told
 * @param {number} [scale]
 * @returns {Promise<Blob>} image/png
 */
export async function pngOf(drawing, told, scale = 2) {
  const image = await decoded(svgOf(drawing, told));
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => blob ? done(blob) : failed(new Error("no picture")), "image/png")
  );
}

/**
 * An SVG as an image. It goes through a `blob:`, which only a script can make: the content security
 * policy lets those in, and no `data:`.
 *
 * @param {string} svg
 * @returns {Promise<HTMLImageElement>}
 */
async function decoded(svg) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  image.src = address;
  await image.decode().finally(() => URL.revokeObjectURL(address));
  return image;
}
