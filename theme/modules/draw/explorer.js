/**
 * A drawing that tells of each region: to a pointer, a finger and the keyboard.
 *
 * `at` finds the region under a point of the drawing, -1 without one; `ring` makes what lies around
 * a region that is told of. The arrow keys follow the order of `regions`.
 *
 * @typedef {{ x: number, y: number }} Spot in the units of the drawing
 * @typedef {{ svg: SVGSVGElement, count: number, spot: (index: number) => Spot,
 *   at: (x: number, y: number, target: EventTarget | null) => number,
 *   ring: (index: number) => SVGElement }} Drawing
 * @typedef {{ text: (index: number) => string, href: (index: number) => string }} Telling
 */
import { html } from "./svg.js";

/** @type {Record<string, number>} */
const STEPS = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

/**
 * Tells of the regions of one figure; what it holds may be drawn anew. What it tells stays while a
 * pointer goes to the words; Escape closes them, wherever the focus is.
 */
export class Explorer {
  /** @type {Drawing | null} */
  #drawing = null;
  /** @type {Telling | null} */
  #telling = null;
  /** @type {SVGElement | null} */
  #ring = null;
  #now = -1;
  #pointed = -1; // what the pointer is at, told or dismissed
  #keyboard = false; // whether the keyboard asked for what is told
  #tip = html("div", { class: "tip", role: "status", hidden: true });

  /** @param {HTMLElement} figure */
  constructor(figure) {
    this.figure = figure;
    figure.tabIndex = 0;
    figure.addEventListener("pointermove", (event) => this.#point(event));
    figure.addEventListener("pointerleave", () => this.#leave());
    figure.addEventListener("click", (event) => this.#click(event));
    figure.addEventListener("keydown", (event) => this.#key(event));
    figure.addEventListener("focus", () => this.#arrive());
    figure.addEventListener("blur", () => this.#keyboard && this.#hide());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.#hide());
  }

  /**
   * Show a drawing instead of the one before; the rest of the figure stands.
   *
   * @param {Drawing} drawing
   * @param {Telling} telling
   */
  show(drawing, telling) {
    this.#hide();
    [this.#now, this.#pointed] = [-1, -1];
    [this.#drawing, this.#telling] = [drawing, telling];
    const before = this.figure.querySelector(":scope > svg");
    if (before) before.replaceWith(drawing.svg);
    else this.figure.prepend(drawing.svg);
    this.figure.append(this.#tip);
  }

  /** @param {MouseEvent} event @returns {Spot} */
  #spot(event) {
    const drawing = this.#drawing;
    if (!drawing) return { x: 0, y: 0 };
    const box = drawing.svg.getBoundingClientRect();
    const size = drawing.svg.viewBox.baseVal.width / box.width;
    return { x: (event.clientX - box.left) * size, y: (event.clientY - box.top) * size };
  }

  /** @param {MouseEvent} event @returns {number} */
  #under(event) {
    const { x, y } = this.#spot(event);
    return this.#drawing?.at(x, y, event.target) ?? -1;
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType === "touch" || this.#tip.contains(/** @type {Node} */ (event.target))) {
      return;
    }
    const index = this.#under(event);
    if (index === this.#pointed) return;
    this.#pointed = index;
    if (index < 0) this.#hide();
    else this.#tell(index, this.#spot(event));
  }

  #leave() {
    this.#pointed = -1;
    if (!this.#keyboard) this.#hide();
  }

  #arrive() {
    if (this.figure.matches(":focus-visible")) this.#tell(Math.max(0, this.#now));
  }

  /** @param {MouseEvent} event a finger first looks, then opens */
  #click(event) {
    if (this.#tip.contains(/** @type {Node} */ (event.target))) return;
    const index = this.#under(event);
    if (index < 0) return;
    const looked = index === this.#now && !this.#tip.hidden;
    const touch = event instanceof PointerEvent && event.pointerType === "touch";
    if (touch && !looked) {
      event.preventDefault();
      this.#tell(index, this.#spot(event));
    } else {
      this.#open(index);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const count = this.#drawing?.count ?? 0;
    if (count === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (event.key === "Enter" && !this.#tip.hidden) this.#open(this.#now);
    else if (event.key === "Home") this.#tell(0);
    else if (event.key === "End") this.#tell(count - 1);
    else if (step) this.#tell(this.#now < 0 ? 0 : (this.#now + step + count * 10) % count);
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  #open(index) {
    const href = this.#telling?.href(index);
    if (href) location.assign(href);
  }

  /**
   * @param {number} index
   * @param {Spot} [pointed] where a pointer is, which goes from there to the words
   */
  #tell(index, pointed) {
    const [drawing, telling] = [this.#drawing, this.#telling];
    if (!drawing || !telling || drawing.count === 0) return;
    this.#ring?.remove();
    [this.#now, this.#keyboard] = [index, pointed === undefined];
    this.#ring = drawing.ring(index);
    drawing.svg.append(this.#ring);
    this.#tip.textContent = telling.text(index);
    this.#tip.hidden = false;
    this.#place(drawing, pointed ?? drawing.spot(index));
  }

  /** @param {Drawing} drawing @param {Spot} spot */
  #place({ svg }, { x, y }) {
    const { width, height } = svg.viewBox.baseVal;
    const size = svg.clientWidth / width || 1;
    const room = this.figure.clientWidth - this.#tip.offsetWidth;
    const left = Math.max(0, Math.min(room, x * size - this.#tip.offsetWidth / 2));
    const above = y * size - this.#tip.offsetHeight - 12;
    const under = above < 0 && y < height;
    this.#tip.classList.toggle("onder", under);
    this.#tip.style.left = `${left}px`;
    this.#tip.style.top = `${under ? y * size + 24 : above}px`;
    this.#tip.style.setProperty("--naar", `${x * size - left}px`);
  }

  #hide() {
    this.#tip.hidden = true;
    this.#ring?.remove();
    this.#ring = null;
  }
}
