/**
 * Brings a chart to life when a reader turns to it: the same specification and the same rows that
 * drew it at the build, now with a tooltip for the pointer and the keyboard.
 *
 * Loaded on demand; makes one object, `zichtCharts`. The figure is
 * `<figure data-chart="KEY" data-kind="line">` around the SVG of the build, with its rows in the
 * file `data-src`, else in the page (`<script type="application/json" id="grafieken">`), else in
 * the file `dataUrl`; it needs `position: relative`.
 * For the style sheet: `.tip` (the tooltip; hidden by the attribute; `.onder` where it lies below
 * what it tells of, `--naar` the way from its left side to there), `.ring` (around a mark).
 * No eval, no style elements, no style attributes: fit for a strict Content-Security-Policy.
 */

/**
 * @typedef {{View: function(new: any, any, any), parse: Function, textMetrics: {canvas: Function},
 *   expressionInterpreter: any}} Runtime
 * @typedef {{vegaUrl: string, kindsUrl: string, dataUrl?: string}} Places
 * @typedef {{datum: {tip?: string, href?: string, here?: boolean}, _svg: SVGElement}} Mark
 */

(function (world) {
  'use strict';

  /** What was loaded, by address: a page asks once. @type {Map<string, Promise<any>>} */
  const loaded = new Map();
  /** Charts that live or are about to. @type {WeakMap<Element, Promise<void>>} */
  const living = new WeakMap();

  /**
   * Load once by address; a failure is forgotten, so that a reader may try again.
   * @param {string} url
   * @param {(url: string) => Promise<any>} load
   * @returns {Promise<any>}
   */
  function once(url, load) {
    const address = new URL(url, document.baseURI).href;
    let promise = loaded.get(address);
    if (!promise) {
      promise = load(address);
      promise.catch(() => loaded.delete(address));
      loaded.set(address, promise);
    }
    return promise;
  }

  /** @param {string} url @returns {Promise<any>} */
  async function json(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.json();
  }

  /** @param {string} url @returns {Promise<Runtime>} */
  function runtime(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = url;
      script.onload = () => resolve(/** @type {any} */ (world).zichtVega);
      script.onerror = () => reject(new Error(url));
      document.head.append(script);
    });
  }

  /** What is told now, of all figures: Escape closes it, wherever the focus is. @type {any} */
  let open = null;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) open.hide();
  });

  /**
   * The tooltip of a figure: one, in words, announced when it changes. It stays while a pointer
   * goes to it and over it; what the keyboard asked for stays until the keyboard leaves.
   * @param {HTMLElement} figure
   */
  function tooltip(figure) {
    const tip = document.createElement('div');
    tip.className = 'tip';
    tip.setAttribute('role', 'status');
    tip.hidden = true;
    figure.append(tip);
    /** @type {SVGElement | null} */
    let ring = null;
    const self = {
      keyboard: false,
      /** @param {Node | null} [part] @returns {boolean} */
      holds: (part) => tip.contains(part),
      /**
       * @param {string} text
       * @param {{ x: number, y: number, around?: SVGElement, keyboard?: boolean }} place in pixels
       *   of the window
       */
      show(text, { x, y, around = null, keyboard = false }) {
        self.hide();
        open = self;
        self.keyboard = keyboard;
        ring = around;
        const box = figure.getBoundingClientRect();
        tip.hidden = false;
        tip.textContent = text;
        const room = box.width - tip.offsetWidth;
        const above = y - tip.offsetHeight - 12;
        const left = Math.max(0, Math.min(room, x - box.left - tip.offsetWidth / 2));
        tip.classList.toggle('onder', above < 0);
        tip.style.left = `${left}px`;
        tip.style.top = `${(above < 0 ? y + 24 : above) - box.top}px`;
        tip.style.setProperty('--naar', `${x - box.left - left}px`);
      },
      hide() {
        if (ring) ring.remove();
        ring = null;
        tip.hidden = true;
        if (open === self) open = null;
      },
    };
    return self;
  }

  /**
   * A pointer is told of the mark that it comes to: where it came, so that it can go to the words.
   * What was dismissed stays away until the pointer comes to another mark.
   * @param {HTMLElement} figure
   * @param {ReturnType<typeof tooltip>} tip
   */
  function hovering(figure, tip) {
    /** @type {any} */
    let seen = null;
    function leave() {
      seen = null;
      if (!tip.keyboard) tip.hide();
    }
    figure.addEventListener('pointerleave', leave);
    figure.addEventListener('pointerout', ({ target, relatedTarget }) => {
      const from = tip.holds(/** @type {Node} */ (target));
      const to = /** @type {Node | null} */ (relatedTarget);
      if (from && !tip.holds(to) && !(seen && seen._svg === to)) leave();
    });
    /** @param {any} _handler @param {PointerEvent} event @param {any} item @param {string} text */
    return (_handler, event, item, text) => {
      if (!text && !tip.holds(/** @type {Node | null} */ (event.relatedTarget))) leave();
      if (!text || item === seen) return;
      seen = item;
      tip.show(text, { x: event.clientX, y: event.clientY });
    };
  }

  /**
   * Every mark that has something to tell, in the order in which it was drawn.
   * @param {any} item a group of the scene graph
   * @returns {Mark[]}
   */
  function telling(item) {
    const inside = item.items || [];
    const own = item.marktype && item.marktype !== 'group';
    if (own) return inside.filter((mark) => mark.datum && mark.datum.tip && mark._svg && mark.tooltip);
    return inside.flatMap(telling);
  }

  /**
   * A ring around a mark, over all others: the same shape, without a fill.
   * @param {Mark} mark
   * @returns {SVGElement}
   */
  function ringed(mark) {
    const ring = /** @type {SVGElement} */ (mark._svg.cloneNode());
    ring.setAttribute('class', 'ring');
    ring.setAttribute('fill', 'none');
    ring.setAttribute('stroke', 'currentColor');
    ring.setAttribute('stroke-width', '3');
    ring.setAttribute('pointer-events', 'none');
    ring.removeAttribute('stroke-dasharray');
    mark._svg.parentNode.parentNode.append(ring);
    return ring;
  }

  /**
   * The keyboard is told of a mark as soon as it is here; arrow keys walk over the marks, Enter
   * follows a link, Escape closes.
   * @param {HTMLElement} figure
   * @param {Mark[]} marks
   * @param {ReturnType<typeof tooltip>} tip
   */
  function walk(figure, marks, tip) {
    const last = marks.length - 1;
    if (last < 0) return;
    const start = Math.max(0, marks.findIndex((mark) => mark.datum.here));
    let at = -1;

    /** @param {number} place */
    function go(place) {
      at = Math.max(0, Math.min(last, place));
      const mark = marks[at];
      const box = mark._svg.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top];
      tip.show(mark.datum.tip, { x, y, keyboard: true, around: ringed(mark) });
    }

    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowRight: () => go(at < 0 ? start : at + 1),
      ArrowDown: () => go(at < 0 ? start : at + 1),
      ArrowLeft: () => go(at < 0 ? start : at - 1),
      ArrowUp: () => go(at < 0 ? start : at - 1),
      Home: () => go(0),
      End: () => go(last),
      Enter: () => tip.keyboard && open === tip && follow(marks[at]),
    };
    function arrive() {
      if (figure.matches(':focus-visible')) go(at < 0 ? start : at);
    }
    figure.addEventListener('keydown', (event) => {
      if (event.target !== figure || !keys[event.key]) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      keys[event.key]();
    });
    figure.addEventListener('focus', arrive);
    figure.addEventListener('blur', () => tip.keyboard && tip.hide());
    arrive();
  }

  /** @param {Mark | null | undefined} mark */
  function follow(mark) {
    if (!mark || !mark.datum || !mark.datum.href) return;
    const link = document.createElement('a'); // in a frame it leads where all links of the page do
    link.href = mark.datum.href;
    link.click();
  }

  /**
   * The live SVG takes over the name and the size of the one it replaces.
   * @param {SVGElement} still
   * @param {SVGElement} live
   */
  function named(still, live) {
    for (const name of ['class', 'role', 'aria-labelledby', 'viewBox']) {
      const value = still.getAttribute(name);
      if (value !== null) live.setAttribute(name, value);
    }
    live.removeAttribute('width');
    live.removeAttribute('height');
    live.prepend(...still.querySelectorAll(':scope > title, :scope > desc'));
  }

  /**
   * Vega gives its marks roles in English; the picture speaks as one, in its own words.
   * @param {HTMLElement} holder
   */
  function hushed(holder) {
    for (const part of [holder, ...holder.querySelectorAll('*')]) {
      for (const name of ['role', 'aria-roledescription', 'aria-label']) part.removeAttribute(name);
    }
  }

  /**
   * @param {HTMLElement} figure
   * @param {Places} places
   */
  async function awaken(figure, { vegaUrl, kindsUrl, dataUrl }) {
    const { chart: key, kind, src } = figure.dataset;
    const inside = src ? null : document.getElementById('grafieken');
    const [vega, kinds, page] = await Promise.all([
      once(vegaUrl, runtime), once(kindsUrl, json),
      inside ? JSON.parse(inside.textContent) : once(src ?? dataUrl, json),
    ]);
    vega.textMetrics.canvas(false);
    const holder = document.createElement('div');
    const tip = tooltip(figure);
    const view = new vega.View(vega.parse(kinds[kind], null, { ast: true }), {
      expr: vega.expressionInterpreter,
      renderer: 'svg',
      container: holder,
      tooltip: hovering(figure, tip),
    });
    view.data('rows', page.datasets[key]);
    if (kind === 'map') view.data('shapes', page.datasets.shapes);
    await view.runAsync();
    const still = figure.querySelector('svg');
    const live = holder.querySelector('svg');
    hushed(holder);
    named(still, live);
    still.replaceWith(holder);
    figure.tabIndex = 0;
    walk(figure, telling(view.scenegraph().root), tip);
    view.addEventListener('click', (_event, mark) => follow(mark));
    figure.dataset.live = '';
  }

  /**
   * Bring a chart to life; asking again changes nothing.
   * @param {HTMLElement} figure
   * @param {Places} places
   * @returns {Promise<void>} settled when the chart answers; rejected when something did not load,
   *   and then the chart of the build still stands
   */
  function enliven(figure, places) {
    let promise = living.get(figure);
    if (!promise) {
      promise = awaken(figure, places);
      promise.catch(() => living.delete(figure));
      living.set(figure, promise);
    }
    return promise;
  }

  world.zichtCharts = { enliven };
})(globalThis);
