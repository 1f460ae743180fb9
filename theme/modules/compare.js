/**
 * The page on which regions stand beside each other. The address owns the choice: whatever is
 * chosen is written there, and what stands there is shown.
 *
 * @import { Query } from "./address.js"
 * @import { Choice, Region, Subject } from "./choice.js"
 * @import { Row } from "./compare-table.js"
 * @import { Chosen } from "./compare-form.js"
 * @import { Columns } from "./data.js"
 */

import { all, follow, one, push, read } from "./address.js";
import { number } from "./cells.js";
import { allYears, choose } from "./choice.js";
import { adding } from "./compare-add.js";
import { subjectSection } from "./compare-charts.js";
import { Form } from "./compare-form.js";
import { register } from "./compare-region.js";
import { compareTable } from "./compare-table.js";
import { listed } from "./compare-words.js";
import { columns, gemeenten, indicators, wijken } from "./data.js";
import { announce, ROOT } from "./page.js";
import { presets } from "./presets.js";
import { Series } from "./series.js";
import { html } from "./svg.js";

const FAILED = "De cijfers konden nu niet worden opgehaald. Probeer het later nog eens.";
const WIJK = /^\s*wk/i;

/** @typedef {{ rows: Row[], others: Map<Row, number[]> }} Fetched */

/**
 * The figures of every subject of a choice.
 *
 * @param {Choice} choice
 * @returns {Promise<Fetched>}
 */
async function fetched({ regions, subjects, year }) {
  const codes = regions.map(({ code }) => code);
  const deep = codes.some((code) => WIJK.test(code));
  /** @type {Map<Row, number[]>} */
  const others = new Map();
  const rows = await Promise.all(subjects.map(async (subject) => {
    const [wide, narrow] = await Promise.all([
      subject.years.gemeente ? columns(subject.key, "gemeente") : null,
      deep && subject.years.wijk ? columns(subject.key, "wijk") : null,
    ]);
    const series = new Series([wide, narrow].filter((each) => each !== null), codes);
    const row = { subject, series, year: year ?? series.newest() };
    others.set(row, gemeentenIn(wide, row.year, codes));
    return row;
  }));
  return { rows, others };
}

/** @param {Columns | null} told @param {number | null} year @param {readonly string[]} own */
function gemeentenIn(told, year, own) {
  const at = told?.years.indexOf(year ?? NaN) ?? -1;
  return (told?.regions ?? []).flatMap((code, place) => {
    const value = code.startsWith("GM") && !own.includes(code)
      ? number(told?.values[place]?.[at])
      : null;
    return value ?? [];
  });
}

/** @param {Subject} subject */
function pageOf({ theme, key }) {
  return new URL(`thema/${theme}/${key}/`, ROOT).href;
}

/** @param {HTMLElement} holder */
async function start(holder) {
  const status = html("div", { role: "status", class: "melding" });
  const result = html("div");
  holder.append(status);
  const [places, catalogue] = await Promise.all([gemeenten(), indicators()]).catch(() => []);
  if (!places || !catalogue) return tell([FAILED]);
  const subjects = catalogue.themes.flatMap(({ key, indicators }) =>
    indicators.map((each) => ({ ...each, theme: key }))
  );
  const first = catalogue.themes.flatMap(({ key, ranked, indicators }) => {
    const found = ranked && indicators.find(({ placed, years }) => placed && years.gemeente);
    return found ? [{ ...found, theme: key }] : [];
  });
  const form = new Form(
    { themes: catalogue.themes, years: allYears(subjects), changed },
    adding(places, (region) => form.add(region)),
  );
  holder.prepend(form.element);
  holder.append(result);
  const still = document.querySelector("[data-still]");
  const title = document.title;
  let turn = 0;
  follow((query) => show(query));
  await show(read());

  /** @param {readonly string[]} sentences @param {string} [spoken] only for who listens */
  function tell(sentences, spoken = "") {
    status.replaceChildren(
      ...sentences.map((sentence) => html("p", {}, sentence)),
      html("p", { class: "sr" }, spoken),
    );
  }

  /** @param {Chosen} chosen @param {string} [said] */
  function changed({ regions, subjects, year }, said) {
    push([
      ...regions.map((code) => /** @type {const} */ (["gebied", code])),
      ...subjects.map((key) => /** @type {const} */ (["onderwerp", key])),
      ["jaar", year],
    ]);
    show(read(), said);
  }

  /** @param {Query} query @param {string} [said] */
  async function show(query, said = "") {
    const own = ++turn;
    const wanted = {
      regions: all(query, "gebied"),
      subjects: all(query, "onderwerp"),
      year: one(query, "jaar"),
    };
    try {
      const small = wanted.regions.some((code) => WIJK.test(code)) ? await wijken() : null;
      if (!places || own !== turn) return;
      const known = register(places, small);
      const choice = choose(wanted, { region: known, subjects, first });
      form.show(choice, presets(choice.regions.map(({ code }) => code), known));
      const names = choice.regions.map(({ name }) => name);
      if (still instanceof HTMLElement) still.hidden = names.length > 0;
      document.title = names.length > 0 ? `${listed(names)}: ${title}` : title;
      const sentences = [...choice.said, said].filter((sentence) => sentence !== "");
      if (names.length === 0) {
        result.replaceChildren();
        return tell(sentences);
      }
      const told = await fetched(choice);
      if (own !== turn) return;
      result.replaceChildren(...results(told, choice.regions));
      tell(sentences, `${listed(names)} op ${choice.subjects.length} onderwerpen.`);
    } catch {
      if (own === turn) tell([FAILED]);
    }
  }
}

/** @param {Fetched} told @param {readonly Region[]} regions */
function results({ rows, others }, regions) {
  const link = { region: () => "", subject: pageOf };
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

const holder = document.querySelector("[data-compare]");
announce();
if (holder instanceof HTMLElement) start(holder);
