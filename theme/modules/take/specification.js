/**
 * The file of the charts of a page, as the build makes it.
 *
 * @typedef {Record<string, unknown>} Row
 * @typedef {{name: string, title?: string}} Unit
 * @typedef {{
 *   $schema: string, config: object, datasets: Record<string, Row[]>,
 *   usermeta: {kinds: Record<string, string>}, vconcat: Unit[], title: string, resolve: object,
 * }} Page
 */

/**
 * One chart of a page as a Vega-Lite specification that stands alone, with its own rows and the
 * outlines that they name; null when the page has no chart of that name.
 *
 * @param {Page} page
 * @param {string} key
 * @returns {object | null}
 */
export function cut(page, key) {
  const unit = page.vconcat.find(({ name }) => name === key);
  const rows = page.datasets[key];
  if (!unit || !rows) return null;
  const { $schema, config, usermeta } = page;
  const kinds = Object.fromEntries(Object.entries(usermeta.kinds).filter(([name]) => name === key));
  const outlined = JSON.stringify(unit).includes('"name":"shapes"');
  const codes = new Set(rows.map((row) => row["code"]));
  const shapes = (page.datasets["shapes"] ?? []).filter((shape) => codes.has(shape["id"]));
  const datasets = { [key]: rows, ...(outlined ? { shapes } : {}) };
  return { $schema, config, ...unit, datasets, usermeta: { ...usermeta, kinds } };
}
