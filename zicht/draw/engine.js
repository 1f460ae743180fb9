/**
 * Draws charts in an embedded V8: one Vega view a kind, kept, new data each time.
 *
 * A view remembers nothing that shows, because its size is fixed (autosize none, fixed padding);
 * the tests draw the same rows first, last and alone, and compare the bytes.
 */
/* global globalThis, zichtVega */
(function (world) {
  'use strict';

  const specifications = {};
  const kept = {};

  /** Numbers are cut to one decimal: a tenth of a pixel is more than an eye sees. */
  function cut(svg) {
    return svg.replace(/(\.\d)\d+/g, '$1').replace(/\.0(?=[^\d])/g, '');
  }

  /** The numbers of the drawing, not those in a name: "Gebied 2.15" stays what it is. */
  function shortened(svg) {
    return />[^<>]*\.\d[^<>]*</.test(svg) ? svg.replace(/<[^>]*>/g, cut) : cut(svg);
  }

  /** The view of a kind, made when first asked for. */
  function viewOf(kind, interpreted) {
    const name = kind + (interpreted ? '' : '!');
    if (!kept[name]) {
      const runtime = zichtVega.parse(specifications[kind], null, { ast: interpreted });
      const options = { renderer: 'none', logLevel: zichtVega.Error };
      if (interpreted) options.expr = zichtVega.expressionInterpreter;
      kept[name] = { view: new zichtVega.View(runtime, options), data: {} };
    }
    return kept[name];
  }

  /** A kept view joins the ticks of an axis by value, so their order tells what came before. */
  function straighten(group) {
    for (const mark of group.items) {
      if (mark.marktype === 'group') mark.items.forEach(straighten);
      else if (mark.role.startsWith('axis-')) mark.items.sort((a, b) => a.datum.value - b.datum.value);
    }
  }

  /** One chart: `chart` is [kind, {dataset name: index into sets}]. */
  function drawn(chart, sets, interpreted) {
    const { view, data } = viewOf(chart[0], interpreted);
    for (const [name, index] of Object.entries(chart[1])) {
      if (data[name] !== sets[index]) view.data(name, sets[index]);
      data[name] = sets[index];
    }
    view.run();
    view.scenegraph().root.items.forEach(straighten);
    const pad = view.padding();
    const renderer = new zichtVega.SVGStringRenderer();
    const width = view.width() + pad.left + pad.right;
    const height = view.height() + pad.top + pad.bottom;
    renderer.initialize(null, width, height, [pad.left, pad.top], 1);
    renderer.render(view.scenegraph().root);
    return shortened(renderer.svg());
  }

  world.zichtEngine = {
    /** Learn a kind. */
    learn(kind, text) {
      zichtVega.textMetrics.canvas(false);
      specifications[kind] = JSON.parse(text);
    },

    /**
     * Draw a batch, {"sets": [rows, ...], "charts": [...]} as JSON; returns the SVGs as JSON.
     * Compiled functions are two fifths faster than the interpreter of the browser, and draw the
     * same bytes: the tests compare.
     */
    draw(text) {
      const { sets, charts, interpreted = false } = JSON.parse(text);
      return JSON.stringify(charts.map((chart) => drawn(chart, sets, interpreted)));
    },
  };
})(globalThis);
