/** The form of a shortlist: where, when, which signals and how many of them must meet. */

import { byName } from "../names.js";
import { fewestOf } from "./choice.js";
import { MOST } from "./query.js";
import { signalRow } from "./signal.js";
import { html } from "../draw/svg.js";

/**
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./choice.js").Level} Level
 * @typedef {import("./signal.js").Told} Told
 * @typedef {import("./source.js").Offer} Offer
 * @typedef {object} Asked
 * @property {(changed: Partial<Choice>, again?: boolean) => Promise<void>} changed `again`: still typing
 * @property {(key: string) => Promise<void>} added
 */

/**
 * @param {Offer} offer
 * @param {Asked} asked
 */
export function shortlistForm(offer, { changed, added }) {
  const place = html("select", { id: "lijst-waar" }, ...places(offer));
  const year = html("select", { id: "lijst-jaar" }, ...years(offer));
  const fewest = html("select", { id: "lijst-minstens" });
  const more = html("select", { id: "lijst-erbij" });
  const add = html("button", { type: "button", class: "kies" }, "Voeg toe");
  const rows = html("ol", { class: "kaal signalen" });
  /** @type {Map<string, ReturnType<typeof signalRow>>} */
  const made = new Map();
  /** @type {Choice | null} */
  let now = null;

  place.addEventListener("change", () => {
    const inside = place.value.startsWith("GM") ? place.value : null;
    changed({ inside, level: place.value === "" ? "gemeente" : "wijk" });
  });
  year.addEventListener("change", () => changed({ year: Number(year.value) || null }));
  fewest.addEventListener("change", () => changed({ fewest: Number(fewest.value) }));
  add.addEventListener("click", async () => {
    const key = more.value;
    if (!key) return;
    await added(key);
    made.get(key)?.input.focus();
  });

  /** @param {string} key */
  function rowOf(key) {
    const indicator = offer.indicators.get(key);
    if (!indicator) return null;
    const old = made.get(key);
    if (old) return old;
    const row = signalRow(indicator, {
      threshold: (atLeast, again) =>
        changed(
          { signals: now?.signals.map((s) => (s.key === key ? { key, atLeast } : s)) },
          again,
        ),
      gone: () => {
        changed({ signals: now?.signals.filter((signal) => signal.key !== key) });
        more.focus();
      },
    });
    made.set(key, row);
    return row;
  }

  /**
   * @param {Choice} choice
   * @param {Map<string, Told>} told
   */
  function show(choice, told) {
    now = choice;
    place.value = choice.inside ?? (choice.level === "wijk" ? "wijk" : "");
    year.value = String(choice.year ?? "");
    const keys = choice.signals.map((signal) => signal.key);
    for (const [key, row] of made) {
      if (!keys.includes(key)) made.delete(key) && row.element.remove();
    }
    keys.forEach((key, at) => {
      const row = rowOf(key);
      if (!row) return;
      if (rows.children[at] !== row.element) {
        rows.insertBefore(row.element, rows.children[at] ?? null);
      }
      const words = told.get(key);
      if (words) row.tell(words);
    });
    fewest.replaceChildren(...keys.map((_, n) => option(String(n + 1), String(n + 1))));
    fewest.value = String(fewestOf(choice));
    more.replaceChildren(...offered(offer, choice));
    add.disabled = more.disabled = keys.length >= MOST;
  }

  const element = html(
    "form",
    { class: "kiezen", "aria-labelledby": "lijst-keuze" },
    html("h3", { id: "lijst-keuze" }, "Uw keuze"),
    html("p", { class: "velden" }, ...labelled("Waar", place), ...labelled("Wanneer", year)),
    rows,
    html("p", { class: "velden" }, ...labelled("Onderwerp erbij", more), add),
    html(
      "p",
      { class: "velden" },
      ...labelled("Toon gebieden met minstens", fewest),
      html("span", {}, "van deze signalen"),
    ),
  );
  element.addEventListener("submit", (event) => event.preventDefault());
  return { element, show };
}

/**
 * @param {string} words
 * @param {HTMLSelectElement} select
 */
function labelled(words, select) {
  return [html("label", { for: select.id }, words), select];
}

/**
 * @param {string} value
 * @param {string} words
 */
function option(value, words, disabled = false) {
  return html("option", { value, disabled }, words);
}

/** @param {Offer} offer */
function places({ gemeenten }) {
  const names = [...gemeenten].sort((a, b) => byName(a[1], b[1]));
  const inside = names.map(([code, name]) => option(code, `Wijken van ${name}`));
  return [
    option("", "Alle gemeenten"),
    option("wijk", "Alle wijken"),
    html("optgroup", { label: "De wijken van een gemeente" }, ...inside),
  ];
}

/** @param {Offer} offer */
function years({ indicators }) {
  const all = [...indicators.values()].flatMap((each) => Object.values(each.years).flat());
  const known = [...new Set(all)].sort((a, b) => b - a).map(String);
  return [
    option("", "Nieuwste jaar van elk onderwerp"),
    ...known.map((each) => option(each, each)),
  ];
}

/**
 * The indicators that can still be added, by theme; those without figures here cannot.
 *
 * @param {Offer} offer
 * @param {Choice} choice
 */
function offered({ themes }, { level, signals }) {
  const chosen = new Set(signals.map((signal) => signal.key));
  return themes.map(({ title, indicators }) =>
    html(
      "optgroup",
      { label: title },
      ...indicators.filter(({ key }) => !chosen.has(key)).map((each) => {
        const lacking = !each.years[level]?.length;
        return option(each.key, lacking ? `${each.title} (geen cijfers)` : each.title, lacking);
      }),
    )
  );
}
