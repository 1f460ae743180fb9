/** Where the site begins, seen from the page; modules know no other address. */
export const ROOT = new URL(
  document.querySelector("script[data-root]")?.getAttribute("data-root") ?? "./",
  document.baseURI,
);

/** Tell the style sheet that scripts run here. */
export function announce() {
  document.documentElement.dataset.live = "";
}
