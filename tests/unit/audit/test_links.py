"""A small site in which every address leads somewhere, and every way in which one may not."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from zicht.inspection import links

BASE = "https://x.example/zicht/"
HEAD = '<link rel="canonical" href="{}"><meta property="og:image" content="{}beeld/zicht.png">'
HOME = (
    '<a href="a/">A</a> <a href="#hier">hier</a><p id="hier">'
    '<img src="beeld/zicht.png" srcset="beeld/zicht.png 1x, beeld/zicht.png 2x">'
    '<label for="veld">veld</label><input id="veld" aria-describedby="hier">'
    '<script src="assets/site.js" data-root="./" data-search="assets/site.js" data-n="5"></script>'
)
PAGE = (
    '<a href="../">Start</a> <a href="../b/#daar">daar</a> <a href="https://y.example/z">y</a>'
    '<a href="mailto:a@y.example">post</a> <a href="?c=GM0001#ook">ook</a><svg><defs>'
    '<code>&lt;script src="no/where.js" id="x"&gt;</code> &lt;p for="y" id="x"'
    '<pattern id="ook"></pattern></defs><rect fill="url(#ook)"/><a href="../b/">B</a></svg>'
)
FILES = {
    "index.html": HEAD.format(BASE, BASE) + HOME,
    "a/index.html": HEAD.format(f"{BASE}a/", BASE) + PAGE,
    "a/grafieken.json": '{"rows":[{"href":"../b/"},{"href":null}]}',
    "b/index.html": '<h2 id="daar">daar</h2><a href="../data/a.csv">csv</a>',
    "embed/a/index.html": f'<base href="../../a/" target="_top"><link rel="canonical" href="{BASE}'
    'a/"><a href="./">A</a><a href="../b/#daar">daar</a>',
    "404.html": '<a href="/zicht/a/">A</a><img src="/zicht/beeld/zicht.png">',
    "assets/site.js": "",
    "beeld/zicht.png": "",
    "favicon.ico": "",
    "data/a.csv": "a;b",
    "data/csv-metadata.json": '{"tables":[{"url":"a.csv"}]}',
    "data/catalogus.ttl": f"<{BASE}data/a.csv> <{BASE}a/> .",
    "data/openapi.json": f'{{"url":"{BASE}data/{{code}}.json"}}',
    "robots.txt": f"User-agent: *\nAllow: /zicht/\n\nSitemap: {BASE}sitemap.xml\n",
    "sitemap.xml": "".join(
        f"<url><loc>{BASE}{at}</loc><lastmod>2024-11-01</lastmod></url>\n"
        for at in ("", "a/", "b/")
    ),
    "uitgaven.xml": f"<rss><link>{BASE}</link><link>{BASE}a/</link></rss>",
    "_redirects": "/oud/ /a/ 301\n",
}


def look(folder, changes=()):
    """Return what is told of a site with some of its files changed; None takes one away."""
    files = {**FILES, **dict(changes)}
    files = {path: told for path, told in files.items() if told is not None}
    if "manifest.json" not in files:
        files["manifest.json"] = json.dumps({"files": dict.fromkeys(files)})
    for path, told in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(told)
    with ThreadPoolExecutor(2) as executor:
        return links(folder, executor, jobs=2, say=lambda *_: None)


def test_a_site_in_which_every_address_leads_somewhere(tmp_path):
    assert [str(one) for one in look(tmp_path)] == []


def put(path, old, new):
    assert old in FILES[path]
    return {path: FILES[path].replace(old, new)}


FAULTS = {
    "a page that is gone": ({"b/index.html": None}, "a/index.html, a href", "not there"),
    "a link to nowhere": (put("a/index.html", '"../b/#', '"../c/#'), "a/index.html", "c/index"),
    "an id that is gone": (
        put("b/index.html", 'id="daar"', 'id="elders"'),
        "a/index.html, href",
        "names a place that b/index.html has not",
    ),
    "an id that is gone from the page itself": (
        put("index.html", '<p id="hier">', "<p>"),
        "index.html, a href",
        '"#hier" names a place that the page has not',
    ),
    "a place in a file that has none": (
        put("b/index.html", "a.csv", "a.csv#rij"),
        "b/index.html",
        "a place that data/a.csv has not",
    ),
    "an id given twice": (put("index.html", "</label>", '</label><i id="hier">'), "id", "2 times"),
    "a label for nothing": (put("index.html", 'for="veld"', 'for="wei"'), "index.html, for", "wei"),
    "a description that is nowhere": (
        put("index.html", 'describedby="hier"', 'describedby="hier daar"'),
        "index.html, aria-describedby",
        '"daar"',
    ),
    "a paint that is nowhere": (put("a/index.html", "url(#ook)", "url(#geen)"), "url", '"geen"'),
    "no slash at the end": (put("index.html", '"a/"', '"a"'), "a href", "lacks the slash"),
    "another case": (put("index.html", '"a/"', '"A/"'), "a href", "differs by case from a/index"),
    "a file that was renamed": (
        {"assets/site.js": None, "assets/site.2.js": ""},
        "index.html, script src",
        "leads to assets/site.js",
    ),
    "an address for a script": (
        put("index.html", 'data-search="assets/site.js"', 'data-search="assets/zoek.js"'),
        "index.html, script data-search",
        "assets/zoek.js",
    ),
    "a picture of another size": (
        put("index.html", "beeld/zicht.png 2x", "beeld/groot.png 2x"),
        "index.html, img srcset",
        "beeld/groot.png",
    ),
    "a link in a chart": (
        put("a/grafieken.json", "../b/", "../c/"),
        "a/index.html, chart href",
        "c/index.html",
    ),
    "a link in a chart within the page": (
        put("b/index.html", "<h2", '<script type="application/json">{"href":"../c/"}</script><h2'),
        "b/index.html, chart href",
        "c/index.html",
    ),
    "an id that stands in a text only": (
        put("b/index.html", '<h2 id="daar">', '<h2>&lt;p id="daar"&gt;'),
        "a/index.html, href",
        "names a place that b/index.html has not",
    ),
    "a step out of the site": (put("a/index.html", '"../"', '"../../"'), "a href", "out of the"),
    "from the root": (put("index.html", '"a/"', '"/zicht/a/"'), "a href", "starts from the root"),
    "a script of another site": (
        put("index.html", 'src="assets/', 'src="https://y.example/'),
        "index.html, script src",
        "loaded from another site",
    ),
    "the canonical address": (put("a/index.html", "zicht/a/", "zicht/c/"), "link href", "c/index"),
    "the picture of the card": (
        put("a/index.html", "beeld/zicht.png", "beeld/a.png"),
        "a/index.html, meta content",
        "beeld/a.png",
    ),
    "where the page of a frame stands": (
        put("embed/a/index.html", "zicht/a/", "zicht/c/"),
        "embed/a/index.html, link href",
        "c/index.html",
    ),
    "the start of the links of a frame": (
        put("embed/a/index.html", '"../../a/"', '"../../"'),
        "embed/a/index.html",
        "leads out of the site",
    ),
    "the missing page, seen from a depth": (
        put("404.html", '"/zicht/a/"', '"a/"'),
        "404.html, a href",
        "works at one depth only",
    ),
    "the missing page, to nowhere": (put("404.html", "zicht/a/", "zicht/c/"), "404", "c/index"),
    "the list of pages": (put("sitemap.xml", "b/<", "c/<"), "sitemap.xml, an address", "c/index"),
    "a page that no list has": (
        put("sitemap.xml", f"<url><loc>{BASE}b/</loc><lastmod>2024-11-01</lastmod></url>\n", ""),
        "b/index.html, sitemap.xml",
        "No list of pages",
    ),
    "the feed": (put("uitgaven.xml", "zicht/a/", "zicht/c/"), "uitgaven.xml", "c/index.html"),
    "robots": (put("robots.txt", "sitemap.xml", "lijst.xml"), "robots.txt", "lijst.xml"),
    "the catalogue": (put("data/catalogus.ttl", "a.csv", "c.csv"), "catalogus.ttl", "data/c.csv"),
    "the words of tables": (put("data/csv-metadata.json", "a.csv", "c.csv"), "csv-meta", "c.csv"),
    "a redirect to nowhere": (put("_redirects", " /a/", " /c/"), "_redirects, /oud/", "c/index"),
    "a redirect from a page": (put("_redirects", "/oud/", "/b/"), "_redirects, /b/", "leads away"),
    "a file that is not listed": (
        {"manifest.json": json.dumps({"files": dict.fromkeys([*FILES, "x.js"])})},
        "manifest.json, files",
        "x.js is listed and not there",
    ),
    "a manifest of nothing": ({"manifest.json": "{}"}, "manifest.json", "cannot be read"),
    "no icon": ({"favicon.ico": None}, "favicon.ico", "is not there"),
    "an island": (
        {**put("a/index.html", "../b/", "../"), "a/grafieken.json": '{"href":"../b/"}'},
        "b/index.html, the site",
        "No plain link leads to this page",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_page_and_what_to_do(tmp_path, name):
    changes, where, what = FAULTS[name]
    told = look(tmp_path, changes.items())
    assert any(where in one.where and what in one.what and one.todo for one in told), told


def test_the_same_fault_on_many_pages_is_told_once(tmp_path):
    many = {f"a/{n}/index.html": '<a href="../../c/">c</a>' for n in range(1500)}
    told = [one for one in look(tmp_path, many.items()) if "c/index.html" in one.what]
    assert len(told) == 1
    assert told[0].where == "a/0/index.html, a href, and in 1,499 other files"
