/**
 * The page on which regions stand beside each other. The address owns the choice: whatever is
 * chosen is written there, and what stands there is shown.
 *
 * @import { Query } from "./address.js"
 * @import { Chosen } from "./compare/form.js"
 */

import { all, follow, one, push, read } from "./address.js";
import { allYears, choose } from "./compare/choice.js";
import { adding } from "./compare/add.js";
import { exampleLinks, examples } from "./compare/examples.js";
import { Form } from "./compare/form.js";
import { fetched } from "./compare/fetch.js";
import { register } from "./compare/region.js";
import { results } from "./compare/result.js";
import { listed } from "./compare/words.js";
import { gemeenten, indicators, wijken } from "./data.js";
import { offer } from "./compare/share.js";
import { announce } from "./page.js";
import { presets } from "./compare/presets.js";
import { html } from "./draw/svg.js";

const FAILED = "De cijfers konden nu niet worden opgehaald. Probeer het later nog eens.";
const WIJK = /^\s*wk/i;

/** @param {HTMLElement} holder */
async function start(holder) {
  const status = html("div", { role: "status", class: "melding" });
  const result = html("div", { id: "vergelijking", "aria-busy": "true" });
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
    adding((region) => form.add(region), (sentence) => tell([sentence])),
  );
  holder.prepend(form.element);
  holder.append(result);
  const block = /** @type {HTMLDetailsElement | null} */ (holder.querySelector(":scope > details"));
  if (block) holder.append(block);
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
    result.setAttribute("aria-busy", "true");
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
      if (block) {
        offer(block, names.length > 0 ? `Vergelijking van ${listed(names)}` : "", choice.subjects);
      }
      const sentences = [...choice.said, said].filter((sentence) => sentence !== "");
      if (names.length === 0) {
        result.replaceChildren(exampleLinks(examples(places.regions, known)));
        return tell(sentences);
      }
      const told = await fetched(choice);
      if (own !== turn) return;
      result.replaceChildren(...results(told, choice.regions));
      tell(sentences, `${listed(names)} op ${choice.subjects.length} onderwerpen.`);
    } catch {
      if (own === turn) tell([FAILED]);
    } finally {
      if (own === turn) result.setAttribute("aria-busy", "false");
    }
  }
}

const holder = document.querySelector("[data-compare]");
announce();
if (holder instanceof HTMLElement) start(holder);
