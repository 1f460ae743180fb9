/**
 * The table of a comparison: a row a subject, a column a region.
 *
 * @import { Region, Subject } from "./choice.js"
 * @import { Series } from "./series.js"
 * @typedef {{ subject: Subject, series: Series, year: number | null }} Row
 */

import { figure } from "../draw/figure.js";
import { sign } from "../draw/mark.js";
import { html } from "../draw/svg.js";

/**
 * The newest figures, or those of the chosen year, each with its unit and year in sight.
 *
 * @param {readonly Row[]} rows
 * @param {readonly Region[]} regions
 * @param {{ region: (region: Region) => string, subject: (subject: Subject) => string }} link
 *   addresses; "" for what has no page
 * @returns {HTMLElement}
 */
export function compareTable(rows, regions, link) {
  const caption = `Cijfers van ${regions.map(({ name }) => name).join(", ")}`;
  const heads = regions.map((region, place) =>
    html("th", { scope: "col", class: "n" }, sign(place), linked(region.name, link.region(region)))
  );
  const body = rows.map(({ subject, series, year }) =>
    html(
      "tr",
      {},
      html(
        "th",
        { scope: "row" },
        linked(subject.title, link.subject(subject)),
        " ",
        html("small", {}, year === null ? subject.unit : `${subject.unit}, ${year}`),
      ),
      ...regions.map(({ code, name }) =>
        figure(series.cell(code, year), subject.decimals, {
          provisional: series.provisional(year),
          label: name,
        })
      ),
    )
  );
  return html(
    "table",
    { class: "rijen naast-elkaar" },
    html("caption", { class: "sr" }, caption),
    html("thead", {}, html("tr", {}, html("th", { scope: "col" }, "Onderwerp"), ...heads)),
    html("tbody", {}, ...body),
  );
}

/**
 * The figures of one subject in every year: a row a year, a column a region.
 *
 * @param {Row} row
 * @param {readonly Region[]} regions
 * @returns {HTMLElement}
 */
export function yearsTable({ subject, series }, regions) {
  const caption = `${subject.title} (${subject.unit}) per jaar`;
  return html(
    "div",
    { class: "scroll", role: "region", tabindex: "0", "aria-label": caption },
    html(
      "table",
      { class: "regios" },
      html("caption", {}, caption),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("th", { scope: "col" }, "Jaar"),
          ...regions.map(({ name }) => html("th", { scope: "col", class: "n" }, name)),
        ),
      ),
      html(
        "tbody",
        {},
        ...series.years.toReversed().map((year) =>
          html(
            "tr",
            {},
            html("th", { scope: "row" }, String(year)),
            ...regions.map(({ code }) =>
              figure(series.cell(code, year), subject.decimals, {
                provisional: series.provisional(year),
              })
            ),
          )
        ),
      ),
    ),
  );
}

/** @param {string} text @param {string} href @returns {Node | string} */
function linked(text, href) {
  return href ? html("a", { href }, text) : text;
}
