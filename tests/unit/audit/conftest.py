"""A site of nineteen regions, made by hand: none of it comes from our own builder."""

import hashlib
import json
import shutil

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from zicht.audit.site import data_disclosures, read_site

LEAK = 7777
"""The number that tests leak; no disclosure may repeat it."""

YEARS = (2022, 2023, 2024)
NOTICE = "Verzonnen."
ABOUT = {
    "release": "2024-11-01",
    "source": "Niemand",
    "licence": "CC0 1.0",
    "fictional": True,
    "notice": NOTICE,
}
TREE = {
    "NL01": ("Nederland", None),
    "PV20": ("Groningen", "NL01"),
    "PV21": ("Fryslân", "NL01"),
    "GM0014": ("Groningen", "PV20"),
    "GM0037": ("Stadskanaal", "PV20"),
    "GM0080": ("Leeuwarden", "PV21"),
    "WK001400": ("Centrum", "GM0014"),
    "WK001401": ('Oud; "Zuid"', "GM0014"),
    "WK003700": ("Stadskanaal", "GM0037"),
    "WK008000": ("Binnenstad", "GM0080"),
    "WK008001": ("Bilgaard", "GM0080"),
    "BU00140000": ("Binnenstad-Noord", "WK001400"),
    "BU00140001": ("Binnenstad-Zuid", "WK001400"),
    "BU00140100": ("Rivierenbuurt", "WK001401"),
    "BU00370000": ("Noord", "WK003700"),
    "BU00370001": ("Zuid", "WK003700"),
    "BU00800000": ("Grote Kerkbuurt", "WK008000"),
    "BU00800100": ("Bilgaard & Havankpark", "WK008001"),
    "BU00800101": ("Vierhuis", "WK008001"),
}
LEVELS = {
    "NL": "nederland",
    "PV": "provincie",
    "GM": "gemeente",
    "WK": "wijk",
    "BU": "buurt",
}
SERIES = (
    ("verdachten", None, None),
    ("verdachten", "leeftijd", "jong"),
    ("verdachten", "leeftijd", "oud"),
    ("kwekerijen", None, None),
)
INDICATORS = {
    "verdachten": {
        "title": "Verdachten",
        "theme": "drugs",
        "unit": "per 1.000 inwoners",
        "decimals": 1,
        "years": list(YEARS),
        "provisional": [2024],
        "zero": "structural",
        "protected_by_source": False,
        "breakdowns": {"leeftijd": {"title": "Leeftijd", "parts": {"jong": "Jong", "oud": "Oud"}}},
    },
    "kwekerijen": {
        "title": "Kwekerijen",
        "theme": "drugs",
        "unit": "kwekerijen",
        "decimals": 0,
        "years": list(YEARS),
        "provisional": [2024],
        "zero": "publish",
        "protected_by_source": True,
        "breakdowns": {},
    },
}
UNDIVIDED = "BU00370001"
SIZE = {"NL": 800, "PV": 400, "GM": 200, "WK": 60, "BU": 20}


def count_of(code, year, part):
    """Return a count, or why there is none: two buurten are withheld each year, one was late."""
    buurten = [key for key in TREE if key.startswith("BU")]
    if code in {buurten[year % 8], buurten[(year + 1) % 8]}:
        return "withheld"
    if (code, year) == ("BU00370000", 2022) or (part and code == UNDIVIDED):
        return "missing"
    whole = SIZE[code[:2]] + 2 * (year - 2022) + list(TREE).index(code)
    return {None: whole, "jong": whole // 4, "oud": whole - whole // 4}[part]


def row_of(series, code, year):
    """Return a row of the canonical table as a dictionary."""
    indicator, breakdown, part = series
    count = count_of(code, year, part)
    whole = count_of(code, year, None)
    if isinstance(count, str):
        value = count
    elif part:
        value = round(100 * count / whole, 1)
    else:
        value = round(count / 7, 1)
    if indicator == "kwekerijen":
        value, count = count, None
    units = {"kwekerijen": "kwekerijen", "verdachten": "per 1.000 inwoners"}
    return {
        "indicator": indicator,
        "regiocode": code,
        "regionaam": TREE[code][0],
        "niveau": LEVELS[code[:2]],
        "jaar": year,
        "uitsplitsing": breakdown,
        "categorie": part,
        "waarde": None if isinstance(value, str) else float(value),
        "waarde_toestand": value if isinstance(value, str) else "shown",
        "aantal": count if isinstance(count, int) else None,
        "aantal_toestand": {str: count, int: "shown"}.get(type(count)),
        "voorlopig": "ja" if year == 2024 else "nee",
        "eenheid": "% van het totaal" if part else units[indicator],
        "let_op": NOTICE,
    }


def rows_of():
    return [row_of(one, code, year) for one in SERIES for code in TREE for year in YEARS]


NUMBERS = {"jaar": pa.int64(), "waarde": pa.float64(), "aantal": pa.int64()}


def table_of(rows):
    """Return rows as a table."""
    kinds = {name: NUMBERS.get(name, pa.string()) for name in rows[0]}
    return pa.table(
        {name: pa.array([row[name] for row in rows], kind) for name, kind in kinds.items()}
    ).replace_schema_metadata({key: str(value) for key, value in ABOUT.items()})


def write_parquet(dist, table, **how):
    """Write the canonical table, a row group for each series."""
    told = {"compression": "zstd", "row_group_size": len(TREE) * len(YEARS), **how}
    pq.write_table(table, dist / "data/all.parquet", **told)


def field(value):
    if value is None:
        return ""
    text = str(value).replace(".", ",") if isinstance(value, float) else str(value)
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if {*text} & {*';"'} else text


def csv_of(rows):
    columns = [name for name in rows[0] if name != "indicator"]
    lines = [columns, *([field(row[name]) for name in columns] for row in rows)]
    return b"\xef\xbb\xbf" + "".join(";".join(line) + "\r\n" for line in lines).encode()


def cell(row, name):
    return {"state": row[f"{name}_toestand"]} if row[name] is None else row[name]


def region_of(rows, code):
    """Return a region as the JSON of its gemeente tells it."""
    told = {
        one: [
            r
            for r in rows
            if (r["indicator"], r["uitsplitsing"], r["categorie"]) == one and r["regiocode"] == code
        ]
        for one in SERIES
    }
    name, parent = TREE[code]
    cells = {
        one: {n: [cell(row, n) for row in some] for n in ("waarde", "aantal")}
        for one, some in told.items()
    }
    parts = {
        part: {
            "counts": cells["verdachten", "leeftijd", part]["aantal"],
            "values": cells["verdachten", "leeftijd", part]["waarde"],
        }
        for part in ("jong", "oud")
    }
    return {
        "name": name,
        "level": LEVELS[code[:2]],
        "parent": parent,
        "values": {one: cells[one, None, None]["waarde"] for one in INDICATORS},
        "counts": {"verdachten": cells["verdachten", None, None]["aantal"]},
        "parts": {} if code == UNDIVIDED else {"verdachten": {"leeftijd": parts}},
    }


def inside(gemeente):
    wijken = [code for code, (_, parent) in TREE.items() if parent == gemeente]
    yield from ("NL01", TREE[gemeente][1], gemeente)
    for wijk in wijken:
        yield wijk
        yield from (code for code, (_, parent) in TREE.items() if parent == wijk)


def compact(told):
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def outline_of(code):
    x = round(5 + list(TREE).index(code) / 100, 5)
    ring = [[x, 52.1], [x + 0.5, 52.1], [x + 0.5, 52.2], [x, 52.1]]
    ring = [[round(a, 5), b] for a, b in ring]
    return {
        "type": "Feature",
        "properties": {"code": code, "name": TREE[code][0]},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def outlines():
    codes = [code for code in TREE if code.startswith("GM")]
    features = [outline_of(code) for code in codes]
    return {"type": "FeatureCollection", "notice": NOTICE, "features": features}


def relist(dist):
    """Write the manifest of what is there."""
    files = {
        path.relative_to(dist).as_posix(): {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "bytes": path.stat().st_size,
            "type": "text/plain; charset=utf-8",
        }
        for path in sorted(dist.rglob("*"), key=lambda path: path.relative_to(dist).as_posix())
        if path.is_file() and path.name != "manifest.json"
    }
    head = {"release": ABOUT["release"], "generator": "zicht 0.1.0", "fictional": True}
    told = {**head, "partial": False, "files": files}
    (dist / "manifest.json").write_text(json.dumps(told, indent=1) + "\n")


PAGES = (
    "index.html",
    "gemeente/index.html",
    "gemeente/gm0014-groningen/index.html",
    "gemeente/gm0014-groningen/drugs/index.html",
    "thema/drugs/verdachten/index.html",
    "uitleg/privacy/index.html",
    "wijk/wk001401-oud-zuid/index.html",
)
TEXTS = {
    "404.html": "<p>Niets.",
    "_headers": "/*\n  X-Content-Type-Options: nosniff\n",
    "_nginx.conf": "location / {\n}\n",
    "_redirects": "/gemeente/gm0014/* /gemeente/gm0014-groningen/ 301\n",
    "robots.txt": "User-agent: *\nDisallow: /\n",
    ".well-known/security.txt": "Expires: 2025-10-31T00:00:00Z\n",
}
ASSETS = {
    "css": b"/* 7px */ p { margin: 7px }",
    "js": b"let Zuid=7,array=[1,2];",
    "svg": b'<svg width="7"/>',
}


def sitemap():
    pages = sorted(f"https://x.example/{page.removesuffix('index.html')}" for page in PAGES)
    rows = "".join(f"<url><loc>{page}</loc><lastmod>2024-11-01</lastmod></url>\n" for page in pages)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    name = 'urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f"{head}<{name}>\n{rows}</urlset>\n"


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Uitgaven van Zicht op Ondermijning</title>
<link>https://x.example/</link>
<description>Elke nieuwe uitgave van de cijfers.</description>
<language>nl</language>
<atom:link href="https://x.example/uitgaven.xml" rel="self" type="application/rss+xml"/>
<pubDate>Fri, 01 Nov 2024 00:00:00 GMT</pubDate>
<item>
<title>Uitgave van 1 november 2024</title>
<link>https://x.example/uitleg/colofon/</link>
<guid isPermaLink="false">https://x.example/#2024-11-01</guid>
<pubDate>Fri, 01 Nov 2024 00:00:00 GMT</pubDate>
<description>Cijfers over ondermijning van 3 gemeenten.</description>
<category>Drugs</category>
</item>
</channel>
</rss>
"""


def files_of():
    """Yield every file but Parquet and the manifest, by path."""
    rows = rows_of()
    for key in INDICATORS:
        yield f"data/indicator/{key}.csv", csv_of([r for r in rows if r["indicator"] == key])
    for gemeente in (code for code in TREE if code.startswith("GM")):
        regions = {code: region_of(rows, code) for code in inside(gemeente)}
        told = {**ABOUT, "indicators": INDICATORS, "regions": regions}
        yield f"data/gemeente/{gemeente.lower()}.json", compact(told)
    yield "data/gebieden/gemeenten.geojson", compact(outlines())
    yield from ((page, b"<p>") for page in PAGES)
    yield from ((path, text.encode()) for path, text in TEXTS.items())
    for suffix, content in ASSETS.items():
        yield f"assets/site.{hashlib.sha256(content).hexdigest()[:10]}.{suffix}", content
    yield "sitemap.xml", sitemap().encode()
    yield "uitgaven.xml", FEED.encode()


class Site:
    """A built site that a test may spoil, and the audit of what it then tells."""

    leak = LEAK

    def __init__(self, dist):
        self.dist = dist

    def __truediv__(self, path):
        return self.dist / path

    def replace(self, path, old, new, *, count=1):
        """Replace text or bytes in a file; the old must be there."""
        old, new = (x.encode() if isinstance(x, str) else x for x in (old, new))
        content = (self.dist / path).read_bytes()
        assert old in content, f"{old} is not in {path}"
        (self.dist / path).write_bytes(content.replace(old, new, count))

    def write(self, path, content):
        """Write a file, its folders too."""
        place = self.dist / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)

    def change(self, path, how):
        """Change what a file of JSON says."""
        told = json.loads((self.dist / path).read_bytes())
        how(told)
        (self.dist / path).write_bytes(compact(told))

    def table(self):
        """Return the rows of the canonical table, as dictionaries."""
        return rows_of()

    def write_rows(self, rows, **how):
        """Write the canonical table anew."""
        write_parquet(self.dist, table_of(rows), **how)

    def write_table(self, table, **how):
        write_parquet(self.dist, table, **how)

    def as_table(self, rows):
        return table_of(rows)

    def read(self):
        return read_site(self.dist)

    def audit(self, *, relisted=True):
        """Return what the audit finds, after the manifest was made to agree with the files."""
        if relisted:
            relist(self.dist)
        found = list(data_disclosures(self.dist, read_site(self.dist)))
        assert str(LEAK) not in "\n".join(map(str, found))
        return found

    def leaks(self, path, **how):
        """Return what the audit finds, all of it in this file."""
        found = self.audit(**how)
        assert {one.path for one in found} == {path}
        return "\n".join(map(str, found))


@pytest.fixture(scope="session")
def made_site(tmp_path_factory):
    dist = tmp_path_factory.mktemp("made") / "dist"
    site = Site(dist)
    for path, content in files_of():
        site.write(path, content)
    site.write_rows(rows_of())
    relist(dist)
    return dist


@pytest.fixture
def site(made_site, tmp_path):
    """A copy of the site, for one test to spoil."""
    shutil.copytree(made_site, tmp_path / "dist")
    return Site(tmp_path / "dist")
