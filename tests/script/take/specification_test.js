import { deepEqual, equal } from "node:assert/strict";
import { cut } from "../../../theme/modules/take/specification.js";

const PAGE = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  config: { font: "sans" },
  datasets: {
    "lijn-a": [{ year: 2024 }],
    "kaart-a": [{ code: "WK1" }],
    shapes: [{ id: "WK1" }, { id: "WK2" }],
  },
  resolve: {},
  title: "Alles",
  usermeta: { notice: "Verzonnen", kinds: { "lijn-a": "line", "kaart-a": "map" } },
  vconcat: [
    { name: "lijn-a", title: "Een lijn", mark: "line", data: { name: "lijn-a" } },
    { name: "kaart-a", title: "Een kaart", transform: [{ from: { data: { name: "shapes" } } }] },
  ],
};

Deno.test("one chart is cut from a page with its own rows and its own title", () => {
  deepEqual(cut(PAGE, "lijn-a"), {
    $schema: PAGE.$schema,
    config: PAGE.config,
    data: { name: "lijn-a" },
    datasets: { "lijn-a": [{ year: 2024 }] },
    mark: "line",
    name: "lijn-a",
    title: "Een lijn",
    usermeta: { notice: "Verzonnen", kinds: { "lijn-a": "line" } },
  });
});

Deno.test("a map takes along the outlines that it draws, and no others", () => {
  const { datasets } = /** @type {{datasets: object}} */ (cut(PAGE, "kaart-a"));
  deepEqual(datasets, { "kaart-a": [{ code: "WK1" }], shapes: [{ id: "WK1" }] });
});

Deno.test("a chart that is not there is not cut", () => {
  equal(cut(PAGE, "lijn-b"), null);
});
