import { equal } from "node:assert/strict";
import { fragmentOf, frameCode, framedPage } from "../../../theme/modules/take/frame.js";

Deno.test("a part alone is named without a word: that works without scripts", () => {
  equal(fragmentOf({}), "");
  equal(fragmentOf({ deel: "tabel" }), "#tabel");
});

Deno.test("with other choices each has its name", () => {
  equal(fragmentOf({ toon: "tabel" }), "#toon=tabel");
  equal(
    fragmentOf({ deel: "a", toon: "grafiek", kleur: "donker" }),
    "#deel=a&toon=grafiek&kleur=donker",
  );
  equal(fragmentOf({ deel: "a&b", kleur: "licht" }), "#deel=a%26b&kleur=licht");
});

Deno.test("the code has a title, a height, and the script of a host where it is asked for", () => {
  const frame = { src: "https://a.example/embed/thema/x/", title: 'Eén "<b>" & meer' };
  const said = 'title="Eén &quot;&lt;b&gt;&quot; &amp; meer" width="100%"';
  const src = 'src="https://a.example/embed/thema/x/"';
  equal(frameCode(frame), `<iframe ${src} ${said} height="600" loading="lazy"></iframe>`);
  equal(
    frameCode({ ...frame, height: 450, script: "https://a.example/embed/zicht.js" }),
    `<iframe ${src} ${said} height="450" loading="lazy"></iframe>\n` +
      '<script src="https://a.example/embed/zicht.js" async></script>',
  );
});

Deno.test("only pages that may be framed are taken from an address", () => {
  for (
    const page of [
      "gemeente/gm0687-middelburg-z/",
      "gemeente/gm0687-middelburg-z/drugs/",
      "wijk/wk068700-centrum/",
      "thema/drugs/",
      "thema/drugs/hennepkwekerijen/",
    ]
  ) equal(framedPage(page), page);
  for (
    const text of [
      "",
      "uitleg/",
      "gemeente/",
      "//elders.example/",
      "https://elders.example/",
      "thema/../../x/",
      "wijk/wk068700-centrum/drugs/",
      "thema/drugs/x/y/",
      "thema/drugs",
      "javascript:alert(1)",
    ]
  ) equal(framedPage(text), "");
});
