/** The page that makes the code to frame another: what is chosen is shown as its host will see it. */
import { one, read } from "./address.js";
import { combobox } from "./find/combobox.js";
import { gazetteer } from "./find/gazetteer.js";
import { html } from "./draw/svg.js";
import { announce, ROOT } from "./page.js";
import { Form } from "./framing/form.js";
import { partsOf, themesOf, titleOf } from "./framing/parts.js";
import { fragmentOf, frameCode, framedPage } from "./take/frame.js";

/** @typedef {import("./find/places.js").Kind} Kind */

const KINDS = /** @type {Kind[]} */ (["gemeente", "wijk", "thema", "onderwerp"]);
const GEMEENTE = /^(gemeente\/[^/]+\/)(?:([^/]+)\/)?$/;
const SCRIPT = new URL("embed/zicht.js", ROOT).href;

/** @param {Element} holder */
async function start(holder) {
  const form = new Form(show);
  const code = html("textarea", { id: "insluiten-code", rows: 6, readonly: true });
  const copy = html("button", { type: "button" }, "Kopieer code");
  const said = html("p", { role: "status", class: "mild" });
  const frame = html("iframe", { title: "Voorbeeld van wat u insluit" });
  const result = html(
    "div",
    { hidden: true },
    html("h3", {}, html("label", { for: code.id }, "Uw code")),
    code,
    html("p", { class: "knoppen" }, copy),
    said,
    html("h3", {}, "Zo ziet het eruit"),
    frame,
  );
  let folder = "";
  let growing = false;
  let loaded = ""; // the page that the frame holds
  let wanted = one(read(), "deel");
  holder.replaceChildren(form.element, result);
  form.themes.hidden = true;

  /** @param {string} chosen */
  function turn(chosen) {
    folder = chosen;
    form.offerParts([], "");
    show();
  }

  /** @returns {URL} where the page in the frame stands */
  function address() {
    const src = new URL(`embed/${folder}`, ROOT);
    src.hash = fragmentOf(form.options);
    return src;
  }

  function show() {
    if (!folder) return;
    result.hidden = false;
    const { href } = address();
    const now = loaded === folder ? frame.contentWindow?.location : undefined;
    if (!now) frame.src = href;
    else if (now.href !== href) now.replace(href);
    frame.style.height = `${form.pixels}px`;
    frame.style.maxHeight = form.growing.checked ? "" : `${form.pixels}px`;
    if (form.growing.checked) grow();
    tell();
  }

  function tell() {
    const page = loaded === folder ? frame.contentDocument : null;
    const part = page && partsOf(page).find(({ id }) => id === form.part.value);
    const names = [part?.title ?? "", page ? titleOf(page) : ""];
    const title = names.filter(Boolean).join(", ") || "Zicht op Ondermijning";
    const script = form.growing.checked ? SCRIPT : "";
    code.value = frameCode({ src: address().href, title, height: form.pixels, script });
    said.textContent = "";
  }

  /** What a host loads is tried as it is; once it is there, the frame need only tell again. */
  function grow() {
    if (growing) frame.contentWindow?.postMessage("", "*");
    else document.body.append(html("script", { src: SCRIPT }));
    growing = true;
  }

  frame.addEventListener("load", () => {
    const page = frame.contentDocument;
    if (!page || !folder) return;
    const [, gemeente = "", theme = ""] = GEMEENTE.exec(folder) ?? [];
    loaded = folder;
    form.sought.value ||= titleOf(page);
    form.offerParts(partsOf(page), form.part.value || wanted);
    wanted = "";
    if (!gemeente) form.offerThemes([], "");
    else if (!theme) form.offerThemes(themesOf(page), "");
    else if (form.themes.hidden) form.offerThemes([{ id: theme, name: titleOf(page) }], theme);
    show();
  });
  form.theme.addEventListener("change", () => {
    const gemeente = GEMEENTE.exec(folder)?.[1] ?? "";
    turn(`${gemeente}${form.theme.value}${form.theme.value && "/"}`);
  });
  copy.addEventListener("click", async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = "De code is gekopieerd. Plak haar in uw eigen pagina.";
    } catch {
      said.textContent = "Kopiëren kan hier niet vanzelf. De code is geselecteerd.";
    }
  });
  const asked = framedPage(one(read(), "pagina"));
  if (asked) turn(asked);
  try {
    const names = await gazetteer();
    combobox(form.sought, {
      find: (text) => names.find(text, { kinds: KINDS }),
      choose: (place) => {
        form.sought.value = place.name;
        form.themes.hidden = true;
        turn(framedPage(place.address));
      },
    });
  } catch {
    said.textContent = "De namen konden nu niet worden opgehaald. Probeer het later nog eens.";
  }
}

const holder = document.querySelector("[data-insluiten]");
announce();
if (holder) start(holder);
