import { deepEqual, equal, rejects } from "node:assert/strict";

/** @type {string[]} the addresses that were asked for */
const asked = [];
/** @type {Map<string, () => Response>} what stands where */
const files = new Map();

/** A page at the start of a site, and a host with a few files. */
Object.assign(globalThis, {
  document: { querySelector: () => null, baseURI: "https://site.example/onder/" },
  /** @param {URL} address */
  fetch: (address) => {
    asked.push(address.href);
    const found = files.get(address.pathname);
    return Promise.resolve(found ? found() : new Response("", { status: 404 }));
  },
});

const data = await import("../../theme/modules/data.js");

/** @param {string} path @param {unknown} told */
function put(path, told) {
  files.set(`/onder/data/${path}`, () => Response.json(told));
}

Deno.test("a file is fetched once, however often and by whomever it is asked for", async () => {
  put("indicatoren.json", { themes: [] });
  const [one, other] = await Promise.all([data.indicators(), data.indicators()]);
  equal(one, other);
  equal(await data.indicators(), one);
  deepEqual(asked, ["https://site.example/onder/data/indicatoren.json"]);
});

Deno.test("each level and each gemeente has a file of its own", async () => {
  put("indicator/kwekerijen/gemeenten.json", { level: "gemeente" });
  put("indicator/kwekerijen/wijken.json", { level: "wijk" });
  put("gebieden/gm0363.geojson", { features: [] });
  put("gebieden/overzicht.geojson", { features: [1] });
  equal((await data.columns("kwekerijen", "gemeente"))?.level, "gemeente");
  equal((await data.columns("kwekerijen", "wijk"))?.level, "wijk");
  equal((await data.outlines("GM0363"))?.features.length, 0);
  equal((await data.outlines("gemeenten"))?.features.length, 1);
});

Deno.test("what is not there is null, and is not asked for again", async () => {
  const before = asked.length;
  equal(await data.columns("onbekend", "wijk"), null);
  equal(await data.columns("onbekend", "wijk"), null);
  equal(await data.combinations(), null);
  equal(asked.length, before + 2);
});

Deno.test("what failed is asked for again", async () => {
  files.set("/onder/data/regio/gemeenten.json", () => new Response("", { status: 503 }));
  await rejects(() => data.gemeenten(), /regio\/gemeenten\.json: 503/);
  put("regio/gemeenten.json", { around: [], regions: [] });
  deepEqual((await data.gemeenten())?.regions, []);
});

Deno.test("half a file is a failure, not a file", async () => {
  files.set("/onder/data/regio/wijken.json", () => new Response('{"regions":['));
  await rejects(() => data.wijken(), SyntaxError);
  put("regio/wijken.json", { regions: [] });
  put("gebieden/punten.json", { points: { WK001400: [5, 52] } });
  deepEqual((await data.wijken())?.regions, []);
  deepEqual((await data.points())?.points, { WK001400: [5, 52] });
});
