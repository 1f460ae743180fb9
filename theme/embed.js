/* A page in a frame: shows what its fragment asks for, and tells its host how high it is. */
(() => {
  "use strict";
  const root = document.documentElement;
  const COLOURS = ["licht", "donker"];
  const LONGEST = 500;
  let name = ""; // what the host calls this frame

  /** What stands in the fragment as names with values; nothing where it names a part alone. */
  const asked = () => {
    const text = location.hash.slice(1);
    return new URLSearchParams(text.length > LONGEST || !text.includes("=") ? "" : text);
  };

  /** What can be told before the page is there: nobody sees the other colours first. */
  const look = () => {
    const colour = asked().get("kleur");
    if (COLOURS.includes(colour)) root.dataset.kleur = colour;
    else delete root.dataset.kleur;
    const own = asked().get("id");
    name = /^[\w-]{1,64}$/.test(own ?? "") ? own : "";
  };

  /** @param {Element} main */
  const restore = (main) => {
    for (const part of main.querySelectorAll("[data-weg]")) delete part.dataset.weg;
    for (const part of main.querySelectorAll("[data-kies]")) delete part.dataset.kies;
    for (const part of main.querySelectorAll("[data-uit]")) {
      part.open = false;
      delete part.dataset.uit;
    }
  };

  /** @param {Element} part */
  const hide = (part) => (part.dataset.weg = "");

  /** Leave out the charts; a table that was folded is unfolded. @param {Element} around */
  const onlyTables = (around) => {
    for (const figure of around.querySelectorAll("figure")) {
      const around = [figure.closest(".grafieken, .kaart"), figure.closest(".grafieken > *, .kaart > *")];
      for (const part of around) if (part && !part.querySelector("table")) hide(part);
      hide(figure);
      if (figure.nextElementSibling?.matches(".legenda")) hide(figure.nextElementSibling);
    }
    for (const part of around.querySelectorAll("details:not([open])")) {
      if (part.querySelector("table")) [part.open, part.dataset.uit] = [true, ""];
    }
  };

  /** @param {Element} around */
  const onlyCharts = (around) => {
    for (const table of around.querySelectorAll("table")) {
      const whole = table.closest("details") ?? table.closest(".scroll") ?? table;
      hide(whole);
      if (whole.previousElementSibling?.matches("label.zoek")) hide(whole.previousElementSibling);
    }
  };

  /** Show tables or charts alone, where there are any: nothing is ever left of neither.
   * @param {Element} main @param {Element | null} part @param {string | null} kind */
  const narrow = (main, part, kind) => {
    const [wanted, other] = kind === "tabel" ? ["table", "figure"] : ["figure", "table"];
    const around = part?.closest("section") ?? main;
    if (part?.matches("figure") || !around.querySelector(wanted)) return;
    for (const section of around.querySelectorAll("section")) {
      if (!section.querySelector(wanted) && section.querySelector(other)) hide(section);
    }
    if (kind === "tabel") onlyTables(around);
    else onlyCharts(around);
  };

  const apply = () => {
    look();
    const main = document.querySelector("main");
    restore(main);
    const told = asked();
    const ids = [told.get("deel"), told.get("thema") && `thema-${told.get("thema")}`];
    const parts = ids.map((id) => id ? document.getElementById(id) : null);
    const part = parts.find((each) => each && each !== main && main.contains(each)) ?? null;
    if (part) part.dataset.kies = "";
    if (["tabel", "grafiek"].includes(told.get("toon"))) narrow(main, part, told.get("toon"));
  };

  const tell = () => {
    const height = Math.ceil(document.body?.getBoundingClientRect().height ?? 0);
    if (parent === window || height === 0) return;
    // To whoever frames this page: it tells how high a page is, which anybody can measure.
    parent.postMessage({ type: "zicht-hoogte", v: 1, height, id: name }, "*");
  };

  look();
  addEventListener("message", ({ source }) => {
    if (source === parent) tell();
  });
  document.addEventListener("DOMContentLoaded", () => {
    apply();
    addEventListener("hashchange", () => {
      apply();
      tell();
    });
    new ResizeObserver(tell).observe(document.body);
  });
})();
