import { csvOf } from "./take/csv.js";
import { download } from "./take/download.js";
import { fragmentOf, frameCode } from "./take/frame.js";
import { pngOf, svgOf } from "./take/picture.js";
import { citationOf, sharedOf } from "./take/shared.js";
import { cut } from "./take/specification.js";
import { html } from "./draw/svg.js";

/** @typedef {import("./take/shared.js").Shared} Shared */

/** Blocks that have their buttons, and what chooses in each. @type {WeakMap<Element, Panel>} */
const panels = new WeakMap();

/** @param {string} id @returns {string} the address of a part of this page */
function addressOf(id) {
  const address = new URL(location.href);
  address.hash = id;
  return address.href;
}

/** @param {Shared} shared @param {string} ending @returns {string} */
function fileName({ element, table }, ending) {
  const path = location.pathname.split("/").filter((part) => part && part !== "index.html");
  const tables = [...document.querySelectorAll("table")];
  const own = table ? `tabel-${tables.indexOf(table) + 1}` : element.dataset["chart"] ?? "grafiek";
  return `${[...path.slice(-3), own].join("-")}.${ending}`;
}

/** @param {string} src @returns {Promise<object>} */
async function fetched(src) {
  const answer = await fetch(new URL(src, document.baseURI));
  if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
  return answer.json();
}

/** @param {Shared} shared */
async function specification({ element }) {
  const { chart = "", src = "grafieken.json" } = element.dataset;
  const inside = document.getElementById("grafieken")?.textContent;
  const found = cut(inside ? JSON.parse(inside) : await fetched(src), chart);
  if (!found) throw new Error(`${src}: no ${chart}`);
  return JSON.stringify(found, null, 1);
}

/** What the buttons of a block do, and the words in which they say that it is done. */
class Panel {
  /** @param {HTMLElement} block */
  constructor(block) {
    this.block = block;
    this.choice = html("select");
    this.choice.addEventListener("change", () => this.offer());
    this.label = html("label", { class: "zoek" }, "Van welke grafiek of tabel? ", this.choice);
    this.buttons = html("p", { class: "knoppen" });
    this.said = html("p", { role: "status", class: "mild" });
    this.text = html("input", { readonly: true, type: "text" });
    this.field = html("label", { class: "zoek", hidden: true }, "Kopieer deze tekst ", this.text);
    block.append(this.label, this.buttons, this.field, this.said);
    /** @type {Shared[]} */
    this.shared = [];
  }

  /** Look again at what stands on the page. @param {Element} [wanted] what to choose */
  look(wanted) {
    const before = this.shared[this.choice.selectedIndex]?.element;
    this.shared = sharedOf(this.block);
    this.choice.replaceChildren(
      ...this.shared.map(({ drawing, name }) =>
        html("option", {}, `${drawing ? "Grafiek" : "Tabel"}: ${name}`)
      ),
    );
    const at = this.shared.findIndex(({ element }) => element === (wanted ?? before));
    this.choice.selectedIndex = Math.max(0, at);
    this.label.hidden = this.shared.length < 2;
    this.offer();
    if (wanted) (this.label.hidden ? this.buttons.querySelector("button") : this.choice)?.focus();
  }

  /** Offer what can be done with what is chosen. */
  offer() {
    const shared = this.shared[this.choice.selectedIndex];
    this.say("");
    this.buttons.replaceChildren();
    if (!shared) return;
    const { drawing, table, told, element, id } = shared;
    const { citation } = citationOf(this.block);
    if (drawing) {
      this.file("PNG", () => pngOf(drawing(), told), { shared, ending: "png", type: "image/png" });
      const type = "image/svg+xml";
      this.file("SVG", () => svgOf(drawing(), told), { shared, ending: "svg", type });
    }
    if (drawing && element.dataset["chart"]) {
      const type = "application/json";
      this.file("Vega-Lite", () => specification(shared), { shared, ending: "vl.json", type });
    }
    if (table) {
      const type = "text/csv;charset=utf-8";
      this.file("CSV van deze tabel", () => csvOf(table), { shared, ending: "csv", type });
    }
    this.copying("Kopieer link", addressOf(id || this.near(element)));
    this.copying("Kopieer bronvermelding", `${citation} ${addressOf(id || this.near(element))}`);
    this.framing(told.title, id || this.near(element));
  }

  /** @param {Element} element @returns {string} the heading that a part without a name is under */
  near(element) {
    const around = element.closest("section[aria-labelledby]");
    return around?.getAttribute("aria-labelledby") ?? "";
  }

  /** A button that copies what shows a part of the page in a frame. @param {string} title @param {string} id */
  framing(title, id) {
    const { embed } = document.body.dataset;
    if (embed === undefined) return;
    const src = new URL(embed, document.baseURI);
    src.hash = fragmentOf({ deel: id });
    this.copying("Kopieer code om in te sluiten", frameCode({ src: src.href, title }));
  }

  /**
   * A button that hands over a file.
   *
   * @param {string} words
   * @param {() => string | Blob | Promise<string | Blob>} make
   * @param {{shared: Shared, ending: string, type: string}} kind
   */
  file(words, make, { shared, ending, type }) {
    this.button(words, async () => {
      const name = fileName(shared, ending);
      try {
        download(name, type, await make());
        this.say(`Bestand gemaakt: ${name}`);
      } catch {
        this.say("Dit bestand kon nu niet worden gemaakt. Probeer het later nog eens.");
      }
    });
  }

  /** A button that copies a text, or shows it where copying is not allowed. @param {string} words @param {string} text */
  copying(words, text) {
    this.button(words, async () => {
      try {
        await navigator.clipboard.writeText(text);
        this.say(`Gekopieerd: ${text}`);
      } catch {
        this.say("Kopiëren kan hier niet vanzelf. De tekst is geselecteerd.");
        this.field.hidden = false;
        this.text.value = text;
        this.text.select();
      }
    });
  }

  /** @param {string} words @param {() => Promise<void>} act */
  button(words, act) {
    const made = html("button", { type: "button" }, words);
    made.addEventListener("click", act);
    this.buttons.append(made, " ");
  }

  /** @param {string} words */
  say(words) {
    this.field.hidden = true;
    this.said.textContent = words;
  }
}

/**
 * Give a block "Gebruik en deel" the buttons that only a script can offer; asking again looks
 * anew at what stands on the page.
 *
 * @param {HTMLElement} block
 * @param {Element} [wanted] the chart or table that a reader asked about
 */
export function share(block, wanted) {
  const panel = panels.get(block) ?? new Panel(block);
  panels.set(block, panel);
  panel.look(wanted);
}
