/**
 * Hand a file to the reader that was made here, in the browser.
 *
 * @param {string} name what it is called: "drugs.csv"
 * @param {string} type its media type: "text/csv"
 * @param {string | Blob} content
 */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click: let it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
