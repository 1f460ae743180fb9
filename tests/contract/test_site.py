"""What every built site promises, held against a large one."""

import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import brotli
import pyarrow.parquet as pq
import pytest

from zicht.inspection import links as dead_links
from zicht.pipeline import workers

pytestmark = pytest.mark.large

THEMES = Path(__file__).parents[2] / "data/themes"
VOID_LINKS = ("mailto:", "https://", "http://")
OMBUDSMAN = "https://www.nationaleombudsman.nl/"
BASE = "https://zicht-op-ondermijning.example/"


class Links(HTMLParser):
    """Collects what a page points to, the ids it offers, and what it must not have."""

    def __init__(self):
        super().__init__()
        self.targets, self.ids, self.styled, self.h1 = [], set(), [], 0
        self.base = self.bare = ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        if tag == "base":
            self.base = told.pop("href")
        self.bare = told.get("data-embed", self.bare)
        self.targets += [told[name] for name in ("href", "src") if told.get(name)]
        if "id" in told:
            assert told["id"] not in self.ids, f"id {told['id']} twice"
            self.ids.add(told["id"])
        if "style" in told or tag == "style" or any(name.startswith("on") for name in told):
            self.styled.append(self.get_starttag_text())
        self.h1 += tag == "h1"


def parse(path):
    links = Links()
    links.feed(path.read_text())
    return links


@pytest.fixture(scope="module")
def pages(large_site):
    return {
        str(path.relative_to(large_site)): parse(path)
        for path in sorted(large_site.rglob("*.html"))
    }


def test_every_page_that_was_promised_is_there(large_site, pages):
    folders = [path.split("/") for path in pages]
    gemeenten = [f for f in folders if f[0] == "gemeente" and len(f) == 3]
    themes = [f for f in folders if f[0] == "gemeente" and len(f) == 4]
    wijken = [f for f in folders if f[0] == "wijk"]
    assert len(gemeenten) == 13
    assert len(themes) == len(list(THEMES.glob("*.toml"))) * 13
    assert len(wijken) > 200
    for path in ("index.html", "gemeente/index.html", "404.html", "robots.txt", "sitemap.xml",
                 "manifest.json", ".well-known/security.txt", "_headers", "_redirects",
                 "thema/drugs/index.html", "thema/vastgoed/index.html", "data/all.parquet",
                 "thema/drugs/hennepkwekerijen/index.html", "data/gemeente/gm0363.json",
                 "data/indicator/hennepkwekerijen.csv", "uitleg/index.html"):  # fmt: skip
        assert (large_site / path).is_file(), path


def test_no_link_inside_the_site_is_dead(large_site, pages):
    told = [(page, one) for page, links in pages.items() for one in links.targets]
    outside = [each for each in told if each[1].startswith(VOID_LINKS)]
    away = [each for each in outside if not each[1].startswith(BASE)]
    assert away == [("uitleg/toegankelijkheid/index.html", OMBUDSMAN)]
    with workers(2) as executor:
        faults = dead_links(large_site, executor, jobs=2, say=lambda *_: None)
    assert [str(fault) for fault in faults] == []


def resolve(folder, path):
    parts = [part for part in folder.split("/") if part]
    for part in path.split("/"):
        if part == "..":
            assert parts, f"{path} leaves the site from {folder}"
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join([*parts, "index.html"] if path.endswith(("/", "..", ".")) else parts)


def test_links_of_bare_pages_start_from_the_page_itself(pages):
    started = {
        path: resolve(path.rpartition("/")[0], p.base) for path, p in pages.items() if p.base
    }
    told = {resolve(path.rpartition("/")[0], p.bare): path for path, p in pages.items() if p.bare}
    assert started == told == {path: path.removeprefix("embed/") for path in started}
    assert "embed/gemeente/gm0363-amsterdam/drugs/index.html" in started
    assert "embed/thema/drugs/hennepkwekerijen/index.html" in started


def test_pages_are_fit_for_a_strict_policy_and_have_one_heading(pages):
    assert [(page, links.styled[0]) for page, links in pages.items() if links.styled] == []
    assert [page for page, links in pages.items() if links.h1 != 1] == []


def test_every_page_and_download_says_that_it_is_fictional(large_site, pages):
    for page in pages:
        html = (large_site / page).read_text()
        assert '<meta name="robots" content="noindex">' in html, page
        assert "Verzonnen cijfers." in html, page
    for path in large_site.rglob("grafieken.json"):
        assert "verzonnen" in path.read_text(), path
    for path in (large_site / "data").rglob("*"):
        names_of_columns = path.name.startswith("kolommen")
        if path.suffix in {".json", ".geojson"} and not names_of_columns:
            assert "verzonnen" in path.read_text(), path
        if path.suffix == ".csv":
            lines = path.read_text().splitlines()
            assert all("verzonnen" in line for line in lines[1:]), path
    table = pq.read_table(large_site / "data/all.parquet", columns=["let_op"])
    assert table["let_op"].null_count == 0
    assert "Disallow: /" in (large_site / "robots.txt").read_text()


def test_the_manifest_is_the_site(large_site):
    told = json.loads((large_site / "manifest.json").read_text())
    paths = [str(p.relative_to(large_site)) for p in large_site.rglob("*") if p.is_file()]
    assert list(told["files"]) == sorted(path for path in paths if path != "manifest.json")
    assert told["release"] == "2026-11-01"
    for path in list(told["files"])[::97]:
        content = (large_site / path).read_bytes()
        assert told["files"][path]["sha256"] == hashlib.sha256(content).hexdigest()
        assert told["files"][path]["bytes"] == len(content)


def test_pages_and_scripts_are_light(large_site):
    for path in sorted((large_site / "gemeente").glob("*/index.html"))[::10]:
        assert len(brotli.compress(path.read_bytes(), quality=9)) <= 60_000, path
    amsterdam = large_site / "gemeente/gm0363-amsterdam/index.html"
    assert len(brotli.compress(amsterdam.read_bytes(), quality=9)) <= 60_000
    script = next((large_site / "assets").glob("site.*.js"))
    assert len(brotli.compress(script.read_bytes(), quality=9)) <= 10_000


CELL = re.compile(r'<td class="n"(?: data-v="([^"]+)")?>')


def test_the_map_the_table_and_the_file_show_the_same_figures(large_site):
    told = json.loads((large_site / "data/gemeente/gm0363.json").read_text())
    charts = json.loads((large_site / "gemeente/gm0363-amsterdam/drugs/grafieken.json").read_text())
    for key in ("hennepkwekerijen", "drugsverdachten", "jonge-aanwas", "drugsmisdrijven"):
        decimals = told["indicators"][key]["decimals"]
        for row in charts["datasets"][f"kaart-{key}"]:
            cell = told["regions"][row["code"]]["values"][key][-1]
            if isinstance(cell, dict):
                assert row["class"] == cell["state"], row
            else:
                shown = f"{cell:.{decimals}f}".replace(".", ",")
                assert row["text"].rstrip("*").replace(".", "") == shown, row


def test_every_state_of_a_cell_is_in_the_files(large_site):
    table = pq.read_table(large_site / "data/all.parquet")
    states = set(table["waarde_toestand"].unique().to_pylist())
    assert states == {"shown", "withheld", "impossible", "missing", "pending"}
    frame = table.to_pandas()
    assert frame.loc[frame["waarde_toestand"] != "shown", "waarde"].isna().all()
    assert frame.loc[frame["waarde_toestand"] == "shown", "waarde"].notna().all()


def test_no_count_from_one_to_nine_that_we_protect_is_published(large_site):
    frame = pq.read_table(large_site / "data/all.parquet").to_pandas()
    about = json.loads((large_site / "data/gemeente/gm0363.json").read_text())["indicators"]
    ours = [key for key, told in about.items() if not told["protected_by_source"]]
    everyone = frame["uitsplitsing"].astype("object").str.endswith(".allen").fillna(value=False)
    counts = frame.loc[frame["indicator"].isin(ours) & ~everyone, "aantal"].dropna()
    assert len(counts) > 10_000
    assert ((counts == 0) | (counts >= 10)).all()


WHERE = ["indicator", "uitsplitsing", "categorie", "jaar"]


def lonely(parts, wholes, keys):
    """Return the sums that are shown, lack just one of their parts, and so tell a small one."""
    found = parts.groupby(keys)[["hidden", "absent", "aantal"]].sum()
    whole = wholes.set_index(keys)[["state", "aantal"]].reindex(found.index)
    shown = whole["state"] == "shown"
    one = shown & (found["hidden"] == 1) & (found["absent"] == 0)
    return found[one & (whole["aantal"] - found["aantal"] < 10)].index.tolist()


def test_no_sum_that_is_shown_tells_its_one_hidden_part(large_site):
    frame = pq.read_table(large_site / "data/all.parquet").to_pandas()
    about = json.loads((large_site / "data/gemeente/gm0363.json").read_text())["indicators"]
    ours = [key for key, told in about.items() if not told["protected_by_source"]]
    frame = frame[frame["indicator"].isin(ours) & frame["aantal_toestand"].notna()]
    frame = frame.astype(dict.fromkeys((*WHERE[:3], "regiocode"), "object"))
    state, code = frame["aantal_toestand"].astype("object"), frame["regiocode"]
    frame = frame.fillna({"uitsplitsing": "", "categorie": ""}).assign(
        state=state, hidden=state == "withheld", absent=state.isin(["missing", "pending"])
    )
    assert (frame["state"] == "shown").sum() > 10_000
    around = {"WK": "GM" + code.str[2:6], "BU": "WK" + code.str[2:8]}
    for level, outer in around.items():
        inside = frame[code.str.startswith(level)].assign(regiocode=outer)
        assert lonely(inside, frame, [*WHERE, "regiocode"]) == []
    whole = frame["uitsplitsing"] == ""
    flat = ~whole & ~frame["uitsplitsing"].str.contains(r"^sbi$|\.allen$")
    for _, parts in frame[flat].groupby("uitsplitsing"):
        assert lonely(parts, frame[whole], ["indicator", "jaar", "regiocode"]) == []


NOTABLE = re.compile(
    r"<li>([^<:]+): ([\d.,]+)[^<]*? in (\d{4})(?: \(voorlopig\))?\. "
    r"Dat is (?:([\d.,]+) keer zo (?:veel|hoog) als|(?:(\d+)% )?(meer|minder|hoger|lager) dan) "
    r"in ([^(]+) \((?:voorlopig: )?([\d.,]+)%?\)\."
)


def dutch(text):
    return float(text.replace(".", "").replace(",", "."))


def test_what_stands_out_is_true_on_every_page(large_site):
    found = 0
    for path in sorted((large_site / "gemeente").glob("*/index.html")):
        code = path.parent.name[:6].upper()
        told = json.loads((large_site / f"data/gemeente/{code.lower()}.json").read_text())
        titles = {indicator["title"]: key for key, indicator in told["indicators"].items()}
        section = path.read_text().split("Opvallend hier")[1].split("</section>")[0]
        notes = NOTABLE.findall(section)
        assert len(notes) == section.count("Dat is "), path
        for title, here, year, times, percent, more, place, there in notes:
            years = told["indicators"][titles[title]]["years"]
            own = dict(zip(years, told["regions"][code]["values"][titles[title]], strict=True))
            assert own[int(year)] == dutch(here), path
            if place.isdigit():
                assert own[int(place)] == dutch(there), path
            ratio = dutch(here) / dutch(there)
            if times:
                assert dutch(times) == pytest.approx(ratio, abs=0.051)
            else:
                assert (ratio > 1) == (more in {"meer", "hoger"})
            if percent:
                assert float(percent) == pytest.approx(abs(ratio - 1) * 100, abs=0.51)
            found += 1
    assert found > 20
