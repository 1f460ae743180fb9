/**
 * The drawings of one subject: where the regions stand among all gemeenten, and their lines over
 * the years.
 *
 * @import { Region } from "./choice.js"
 * @import { Row } from "./table.js"
 */

import { cellText, number } from "../cells.js";
import { yearsTable } from "./table.js";
import { alikeInSize, broken, context, course, listed, standing } from "./words.js";
import { stripChart } from "../draw/strip.js";
import { html } from "../draw/svg.js";
import { trendChart } from "../draw/trend.js";

/** @typedef {(width: number) => SVGSVGElement} Drawer */

/** @type {WeakMap<Element, { width: number, draw: Drawer }>} */
const drawn = new WeakMap();

const watch = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    const known = drawn.get(target);
    const width = Math.round(contentRect.width);
    if (!known || width < 1 || known.width === width) continue;
    known.width = width;
    target.querySelector("svg")?.remove();
    target.prepend(known.draw(width));
  }
});

/**
 * A figure that is drawn as wide as it stands on the page, and again when that changes.
 *
 * @param {Drawer} draw
 * @param {string} caption
 * @returns {HTMLElement}
 */
function figureOf(draw, caption) {
  const figure = html("figure", { class: "fig" }, html("figcaption", {}, caption));
  drawn.set(figure, { width: 0, draw });
  watch.observe(figure);
  return figure;
}

/**
 * One subject: its message, its drawings, and the figures of every year.
 *
 * @param {Row} row
 * @param {readonly Region[]} regions
 * @param {readonly number[]} others the figures of all other gemeenten in the year of the row
 * @returns {HTMLElement}
 */
export function subjectSection(row, regions, others) {
  const { subject, series, year } = row;
  const told = regions.map(({ code, name }) => ({ name, cell: series.cell(code, year) }));
  const message = subject.placed ? standing(told, subject.decimals) : context(told);
  const charts = series.empty ? [] : [trend(row, regions)];
  const own = told.flatMap(({ name, cell }, place) => {
    const value = number(cell);
    const text = cellText(cell, subject.decimals, series.provisional(year));
    return value === null ? [] : [{ name, place, value, text }];
  });
  if (subject.placed && own.length > 0) {
    charts.unshift(part(
      `Tussen alle gemeenten, ${year}`,
      figureOf(
        (width) =>
          stripChart({
            ...{ key: `strook-${subject.key}`, decimals: subject.decimals, others, own, width },
            title: `${subject.title}, ${year}: ${
              listed(own.map(({ name }) => name))
            } tussen alle gemeenten`,
            description: message,
          }),
        "Elke grijze stip is een andere gemeente met een cijfer.",
      ),
    ));
  }
  const id = `over-${subject.key}`;
  return html(
    "section",
    { "aria-labelledby": id, class: "vergeleken" },
    html("h3", { id }, `${subject.title} `, html("small", {}, `${subject.unit}, ${year}`)),
    html("p", {}, message),
    html("div", { class: "grafieken" }, ...charts),
    html("details", {}, html("summary", {}, "Cijfers per jaar"), yearsTable(row, regions)),
  );
}

/** @param {Row} row @param {readonly Region[]} regions */
function trend({ subject, series }, regions) {
  const { years } = series;
  const all = regions.map(({ code, name, breaks: moved = [] }, place) => {
    const cells = years.map((year) => ({ year, cell: series.cell(code, year) }));
    const breaks = [...series.breaks.keys(), ...moved];
    const words = course(name, cells, subject.decimals, breaks);
    return { name, place, words, breaks, values: cells.map(({ cell }) => number(cell)) };
  });
  const lines = subject.placed ? all : alikeInSize(all);
  const out = all.filter((line) => !lines.includes(line)).map(({ name }) => name);
  const anew = broken(years, series.breaks, regions.filter(({ name }) => !out.includes(name)));
  const where = anew.length > 0 ? " of waar jaren niet te vergelijken zijn" : "";
  const large = out.length > 0 ? [`Veel groter, en daarom niet getekend: ${listed(out)}.`] : [];
  return part(
    `Verloop, ${years[0]} tot en met ${years.at(-1)}`,
    figureOf(
      (width) =>
        trendChart({
          key: `verloop-${subject.key}`,
          title: `${subject.title}, ${subject.unit}, ${years[0]} tot en met ${years.at(-1)}`,
          description: [...lines.map(({ words }) => words), ...anew].join(" "),
          ...{ years, lines, width },
        }),
      [`De lijn breekt af waar geen cijfer is${where}.`, ...anew, ...large].join(" "),
    ),
  );
}

/** @param {string} title @param {HTMLElement} figure */
function part(title, figure) {
  return html("div", {}, html("h4", {}, title), figure);
}
