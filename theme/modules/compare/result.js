/**
 * What comes of a choice: the table, then each subject with its drawings.
 *
 * @import { Region, Subject } from "./choice.js"
 * @import { Fetched } from "./fetch.js"
 */

import { subjectSection } from "./charts.js";
import { compareTable } from "./table.js";
import { ROOT } from "../page.js";
import { html } from "../draw/svg.js";

/** @param {Subject} subject */
function pageOf({ theme, key }) {
  return new URL(`thema/${theme}/${key}/`, ROOT).href;
}

/** @param {Region} region @returns {string} */
function placeOf({ address }) {
  return address ? new URL(address, ROOT).href : "";
}

/**
 * @param {Fetched} told
 * @param {readonly Region[]} regions
 * @returns {HTMLElement[]}
 */
export function results({ rows, others }, regions) {
  const link = { region: placeOf, subject: pageOf };
  return [
    html(
      "section",
      { "aria-labelledby": "naast-elkaar" },
      html("h2", { id: "naast-elkaar" }, "Naast elkaar"),
      compareTable(rows, regions, link),
      html(
        "p",
        { class: "mild" },
        "Een cijfer met * is voorlopig. Elk onderwerp heeft een eigen eenheid en jaar.",
      ),
    ),
    html(
      "section",
      { "aria-labelledby": "per-onderwerp" },
      html("h2", { id: "per-onderwerp" }, "Per onderwerp"),
      ...rows.map((row) => subjectSection(row, regions, others.get(row) ?? [])),
    ),
  ];
}
