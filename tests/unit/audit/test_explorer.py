"""The files that pages to explore with read tell what figures, pages and outlines tell."""

import pytest

from tests.unit.audit.conftest import ABOUT, INDICATORS, NOTICE, TREE, YEARS, compact, outline_of
from zicht.audit.explorer import explorer_paths
from zicht.model.address import slug

COLUMN, WIJKEN = (f"data/indicator/kwekerijen/{name}.json" for name in ("gemeenten", "wijken"))
CATALOGUE = "data/indicatoren.json"
REGISTER, WIJK = "data/regio/gemeenten.json", "data/regio/wijken.json"
POINTS, PART = "data/gebieden/punten.json", "data/gebieden/gm0014.geojson"
MEANING = 'Hoe veel er is, "geteld" & gemeten.'
WHY = "Er is anders geteld & gemeten."
BREAK = "<dt>Breuk in 2023</dt><dd>Er is anders geteld &amp; gemeten.</dd>"
LEAD = "Hoe veel er is, &#34;geteld&#34; &amp; gemeten."
BORDER = "GM0037"
BESIDE = {"GM0014": ["GM0037"], "GM0037": ["GM0014", "GM0080"], "GM0080": ["GM0037"]}


def of(*prefixes):
    return [code for code in TREE if code[:2] in prefixes]


def cells(site, key, code):
    rows = [row for row in site.table() if (row["indicator"], row["regiocode"]) == (key, code)]
    whole = [row for row in rows if row["uitsplitsing"] is None]
    return [
        plain(row["waarde"]) if row["waarde"] is not None else {"state": row["waarde_toestand"]}
        for row in whole
    ]


def plain(number):
    return int(number) if number == int(number) else number


def column(site, key, level, codes):
    """Return what the column of an indicator tells: all of it was delivered."""
    said = {name: INDICATORS[key][name] for name in ("title", "theme", "unit", "decimals")}
    return {
        **ABOUT,
        "key": key,
        **said,
        "level": level,
        "breaks": {"2023": WHY},
        "years": list(YEARS),
        "provisional": [2024],
        "regions": codes,
        "values": [cells(site, key, code) for code in codes],
    }


def choice(key):
    said = {name: INDICATORS[key][name] for name in ("title", "unit", "decimals")}
    years = {"gemeente": list(YEARS), "wijk": list(YEARS)}
    return {"key": key, **said, "meaning": MEANING, "placed": True, "years": years}


def named(code):
    return {"code": code, "name": TREE[code][0]}


def inside(code):
    return {**named(code), "parent": TREE[code][1]}


def collection(codes):
    features = [outline_of(code) for code in codes]
    return {"type": "FeatureCollection", "notice": NOTICE, "features": features}


def middle(code):
    """Return the point inside the triangle of an outline: halfway its height, where it is."""
    (west, south), _, (_, north), _ = outline_of(code)["geometry"]["coordinates"][0]
    return [round(west + 0.375, 3), round((south + north) / 2, 3)]


def page(code):
    rows = "".join(
        f'<tr{" class=hier" if each == code else ""}><th scope="row">'
        f'<a href="../{each.lower()}-{slug(TREE[each][0])}/">{TREE[each][0]}</a></th></tr>'
        for each in (code, *BESIDE[code])
    )
    facts = '<p class="facts">30.000 inwoners · matig stedelijk</p>'
    moved = "Vanaf 2021 geldt een andere gemeentegrens. Vergelijk de jaren niet zomaar."
    broken = f'<p class="breuk">{moved}</p>' if code == BORDER else ""
    return f'{facts}{broken}<section aria-labelledby="buren"><table>{rows}</table></section>'


def files_of(site):
    """Yield the pages and the files by path."""
    for code in BESIDE:
        yield f"gemeente/{code.lower()}-{slug(TREE[code][0])}/index.html", page(code)
    yield "thema/drugs/index.html", "<h1>Drugs &amp; meer</h1>"
    for key in INDICATORS:
        table = '<section aria-labelledby="tabel"><thead><th>Positie</th></thead></section>'
        yield f"thema/drugs/{key}/index.html", f'<p class="lead">{LEAD}</p>{table}{BREAK}'
        levels = {"gemeente": of("NL", "PV", "GM"), "wijk": of("WK")}
        for level, codes in levels.items():
            name = {"gemeente": "gemeenten", "wijk": "wijken"}[level]
            yield f"data/indicator/{key}/{name}.json", column(site, key, level, codes)
    choices = [choice(key) for key in INDICATORS]
    theme = {"key": "drugs", "title": "Drugs & meer", "ranked": True, "indicators": choices}
    yield CATALOGUE, {**ABOUT, "themes": [theme]}
    regions = [
        {
            **inside(code),
            "inhabitants": 30_000,
            "neighbours": beside,
            "similar": [c for c in BESIDE if c != code],
            "breaks": [2021] if code == BORDER else [],
        }
        for code, beside in BESIDE.items()
    ]
    yield REGISTER, {**ABOUT, "around": [named(c) for c in of("NL", "PV")], "regions": regions}
    yield WIJK, {**ABOUT, "regions": [inside(code) for code in of("WK")]}
    yield "data/gebieden/wijken.geojson", collection(of("WK"))
    yield PART, collection(["WK001400", "WK001401"])
    yield POINTS, {**ABOUT, "points": {code: middle(code) for code in of("WK")}}


@pytest.fixture
def explored(site):
    """The site with these files, and the pages that they are held against."""
    for path, told in files_of(site):
        site.write(path, told if isinstance(told, str) else compact(told))
    sitemap = (site / "sitemap.xml").read_text()
    known = [path for path, told in files_of(site) if isinstance(told, str)]
    pages = sorted({path.removesuffix("index.html") for path in known})
    rows = {
        f"<url><loc>https://x.example/{at}</loc><lastmod>2024-11-01</lastmod></url>" for at in pages
    }
    head, *old, end = sitemap.strip().split("\n")[1:]
    both = "\n".join([head, *sorted(rows | set(old)), end])
    site.write("sitemap.xml", sitemap.split("\n")[0] + "\n" + both + "\n")
    return site


def test_these_files_tell_nothing_more(explored):
    assert explored.audit() == []


def first(told):
    return told["themes"][0]["indicators"][0]


LEAKS = {
    "a cell": (COLUMN, lambda told: told["values"][3].__setitem__(0, 7777)),
    "a cell that is withheld": (WIJKEN, lambda told: told["values"].__setitem__(1, [7777, 0, 0])),
    "a state": (COLUMN, lambda told: told["values"][3].__setitem__(0, {"state": "impossible"})),
    "beside a state": (WIJKEN, lambda told: told.update(values=[{"state": "withheld", "n": 7777}])),
    "a cell too many": (COLUMN, lambda told: told["values"][3].append(7777)),
    "a year": (COLUMN, lambda told: told["years"].__setitem__(0, 7777)),
    "a provisional year": (COLUMN, lambda told: told["provisional"].append(7777)),
    "a break": (COLUMN, lambda told: told["breaks"].update({"2024": "7777"})),
    "why it breaks": (COLUMN, lambda told: told["breaks"].update({"2023": "7777"})),
    "a border": (REGISTER, lambda told: told["regions"][0]["breaks"].append(2022)),
    "no border": (REGISTER, lambda told: told["regions"][1]["breaks"].clear()),
    "a region": (COLUMN, lambda told: told["regions"].__setitem__(3, "GM7777")),
    "another order": (COLUMN, lambda told: told["regions"].reverse()),
    "a unit": (COLUMN, lambda told: told.update(unit="7777")),
    "decimals": (COLUMN, lambda told: told.update(decimals=7777)),
    "a key of a column": (COLUMN, lambda told: told.update(average=7777)),
    "the release": (COLUMN, lambda told: told.update(release="7777-01-01")),
    "a title": (CATALOGUE, lambda told: first(told).update(title="7777")),
    "a meaning": (CATALOGUE, lambda told: first(told).update(meaning="7777")),
    "the title of a theme": (CATALOGUE, lambda told: told["themes"][0].update(title="7777")),
    "a year with a figure": (CATALOGUE, lambda told: first(told)["years"]["wijk"].append(7777)),
    "a level": (CATALOGUE, lambda told: first(told)["years"].update(buurt=[7777])),
    "a place": (CATALOGUE, lambda told: first(told).update(placed=False)),
    "a ranked theme": (CATALOGUE, lambda told: told["themes"][0].update(ranked=7777)),
    "a key of an indicator": (CATALOGUE, lambda told: first(told).update(most=7777)),
    "an indicator": (CATALOGUE, lambda told: told["themes"][0]["indicators"].reverse()),
    "a gemeente's name": (REGISTER, lambda told: told["regions"][0].update(name="7777")),
    "a gemeente's parent": (REGISTER, lambda told: told["regions"][0].update(parent="PV21")),
    "a neighbour": (REGISTER, lambda told: told["regions"][0]["neighbours"].append("GM0080")),
    "no neighbour": (REGISTER, lambda told: told["regions"][1]["neighbours"].pop()),
    "inhabitants": (REGISTER, lambda told: told["regions"][0].update(inhabitants=30_001)),
    "a similar gemeente": (REGISTER, lambda told: told["regions"][0]["similar"].pop()),
    "similar in an order": (REGISTER, lambda told: told["regions"][0]["similar"].reverse()),
    "what lies around": (REGISTER, lambda told: told["around"][0].update(name="7777")),
    "a key of a gemeente": (REGISTER, lambda told: told["regions"][0].update(inwoners=7777)),
    "a wijk's name": (WIJK, lambda told: told["regions"][0].update(name="7777")),
    "a wijk elsewhere": (WIJK, lambda told: told["regions"][0].update(parent="GM0080")),
    "a wijk's key": (WIJK, lambda told: told["regions"][0].update(x=7777)),
    "a point": (POINTS, lambda told: told["points"]["WK001400"].__setitem__(0, 5.7777)),
    "a point of another": (POINTS, lambda told: told["points"].update(WK7777=[5, 52])),
    "a third number": (POINTS, lambda told: told["points"]["WK001400"].append(7777)),
    "a wijk of another gemeente": (
        PART,
        lambda told: told["features"].append(outline_of("WK008000")),
    ),
    "another outline": (
        PART,
        lambda told: told["features"].__setitem__(
            0, {**outline_of("WK001400"), "geometry": outline_of("WK001401")["geometry"]}
        ),
    ),
}


@pytest.mark.parametrize(("path", "spoil"), LEAKS.values(), ids=LEAKS)
def test_anything_else_is_found(explored, path, spoil):
    explored.change(path, spoil)
    assert explored.leaks(path)


SPELLINGS = {
    "a key twice": (COLUMN, '"unit":"kwekerijen"', '"unit":"7777","unit":"kwekerijen"'),
    "a number in more signs": (COLUMN, '"decimals":0', '"decimals":0.0'),
    "a truth as a number": (CATALOGUE, '"placed":true', '"placed":1'),
    "a space": (POINTS, '"points":', '"points": '),
    "a point in more signs": (POINTS, "52.15]", "52.150]"),
    "a letter in more signs": (WIJK, "Bilgaard", "Bilga\\u0061rd"),
}


@pytest.mark.parametrize(("path", "old", "new"), SPELLINGS.values(), ids=SPELLINGS)
def test_another_spelling_is_found(explored, path, old, new):
    explored.replace(path, old, new)
    assert explored.leaks(path)


def test_without_a_table_of_neighbours_only_what_touches_may_be_named(explored):
    """The outlines of all three gemeenten overlap here; without that of one it touches none."""
    path = "gemeente/gm0014-groningen/index.html"
    explored.replace(path, ' aria-labelledby="buren"', "")
    assert explored.audit() == []
    explored.change("data/gebieden/gemeenten.geojson", lambda told: told["features"].pop(1))
    assert "/regions/0/neighbours" in explored.leaks(REGISTER)


def test_a_level_without_a_figure_has_no_file(site):
    rows = site.table()
    for row in rows:
        if row["indicator"] == "kwekerijen" and row["niveau"] == "wijk":
            row |= {"waarde": None, "waarde_toestand": "withheld"}
    site.write_rows(rows)
    known = explorer_paths(site.read())
    assert COLUMN in known
    assert WIJKEN not in known


def test_a_file_that_is_no_json_is_told(explored):
    explored.write(PART, "7777")
    assert explored.leaks(PART)
