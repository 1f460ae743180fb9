/**
 * What a page in a frame has: parts that can be shown alone, and pages of themes.
 *
 * @typedef {{id: string, name: string, title?: string}} Part `title` has no figure in it, which
 *   would be another in the next release
 */

/** @param {Element | null | undefined} element @returns {string} */
function words(element) {
  return (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

/**
 * The sections of a page and the charts in each, in the order of the page.
 *
 * @param {Document} page
 * @returns {Part[]}
 */
export function partsOf(page) {
  const found = page.querySelectorAll(
    "main section > h2[id], main section h2[id], main figure[id]",
  );
  return [...found].map((each) => {
    const head = words(each.matches("h2") ? each : each.closest("section")?.querySelector("h2"));
    if (each.matches("h2")) return { id: each.id, name: head, title: head };
    const message = words(each.querySelector("svg > title"));
    return { id: each.id, name: `Grafiek: ${message}`, title: head };
  });
}

/**
 * The themes that a gemeente has a page of, by key.
 *
 * @param {Document} page that of a gemeente
 * @returns {Part[]}
 */
export function themesOf(page) {
  return [...page.querySelectorAll("main section.thema")].flatMap((section) => {
    const head = section.querySelector("h2");
    const id = head?.id.replace(/^thema-/, "") ?? "";
    const led = [...section.querySelectorAll("a")].some(({ href }) => href.endsWith(`/${id}/`));
    return id && led ? [{ id, name: words(head) }] : [];
  });
}

/** @param {Document} page @returns {string} the title of a page, without that of the site */
export function titleOf(page) {
  return page.title.replace(/ – Zicht op Ondermijning$/, "");
}
