"""The site from real figures of CBS: what the source files say is what the pages say."""

import csv
import json
import re

import brotli
import pytest

pytestmark = pytest.mark.large


def source(folder, table, measure, code, **where):
    """Return a value straight from the file as delivered."""
    with (folder / "figures" / table / "Observations.csv").open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            place = (row.get("WijkenEnBuurten") or row.get("RegioS")).strip()
            told = all(row[dimension] == value for dimension, value in where.items())
            if row["Measure"] == measure and place == code and told:
                return float(row["Value"].replace(",", "."))
    return None


def cells(site, code):
    return json.loads((site / f"data/gemeente/{code.lower()}.json").read_text())


def shown(site, folder, indicator):

    html = (site / folder / "index.html").read_text()
    row = html.split(f'/{indicator}/">', 1)[1]
    return re.search(r'data-l="Hier">([\d.,*]+)', row).group(1)


@pytest.mark.parametrize("code", ["GM0363", "GM0014", "GM0088", "GM1979", "GM0518"])
def test_the_population_is_that_of_the_source(real_site, real_data, code):
    told = cells(real_site, code)
    key = "inwoners" if "inwoners" in told["indicators"] else "aantal-inwoners"
    years = told["indicators"][key]["years"]
    for year, table in ((2022, "85318NED"), (2023, "85618NED"), (2024, "85984NED")):
        known = source(real_data, table, "T001036", code)
        assert told["regions"][code]["values"][key][years.index(year)] == known


@pytest.mark.parametrize("code", ["GM0363", "GM0599"])
def test_a_rate_is_the_count_over_the_inhabitants_of_that_year(real_site, real_data, code):
    told = cells(real_site, code)
    year = {"Perioden": "2024JJ00", "SoortMisdrijf": "T001161"}
    count = source(real_data, "83648NED", "M004200_2", code, **year)
    people = source(real_data, "85984NED", "T001036", code)
    key = next(k for k, i in told["indicators"].items() if i["unit"] == "per 1.000 inwoners")
    decimals = told["indicators"][key]["decimals"]
    found = {
        k
        for k, i in told["indicators"].items()
        if i["unit"] == "per 1.000 inwoners" and told["regions"][code]["counts"][k][-1] == count
    }
    assert found, "no indicator counts all crime"
    rate = told["regions"][code]["values"][found.pop()][-1]
    assert rate == pytest.approx(count / people * 1000, abs=0.5 * 10**-decimals)


def test_a_merged_gemeente_lacks_the_years_before_it_was(real_site):
    told = cells(real_site, "GM1992")
    crime = next(k for k, i in told["indicators"].items() if 2012 in i["years"])
    values = told["regions"]["GM1992"]["counts"][crime]
    years = told["indicators"][crime]["years"]
    before = [cell for year, cell in zip(years, values, strict=True) if year < 2023]
    assert {"state": "missing"} in before
    assert isinstance(values[years.index(2024)], int)


def test_real_pages_do_not_call_themselves_fictional(real_site):
    html = (real_site / "gemeente/gm0363-amsterdam/index.html").read_text()
    assert "Verzonnen" not in html
    assert "noindex" not in html


def test_a_page_to_frame_says_what_it_tells_and_may_be_read_by_machines(real_site):
    whole = (real_site / "gemeente/gm0363-amsterdam/index.html").read_text()
    bare = (real_site / "embed/gemeente/gm0363-amsterdam/index.html").read_text()
    (description,) = re.findall(r'<meta name="description" content="([^"]+)">', whole)
    assert f'<meta name="description" content="{description}">' in bare
    assert "noindex" not in bare
    assert "Amsterdam" in description
    assert len(list((real_site / "gemeente").glob("gm*"))) == 342
    assert len(list((real_site / "wijk").glob("wk*"))) == 3393


def test_a_page_shows_the_figure_of_the_source(real_site, real_data):
    density = source(real_data, "85984NED", "M000100", "WK001400")
    folder = next((real_site / "wijk").glob("wk001400-*"))
    html = (folder / "index.html").read_text()
    assert f"{density:,.0f}".replace(",", ".") in html


def test_what_a_page_to_combine_fetches_first_is_light(real_site):
    """The outlines, the regions, the choices, and the two columns that weigh most."""
    columns = sorted(
        (
            len(brotli.compress(path.read_bytes(), quality=9))
            for path in real_site.glob("data/indicator/*/gemeenten.json")
        ),
        reverse=True,
    )
    first = ("gebieden/overzicht.geojson", "regio/gemeenten.json", "indicatoren.json")
    others = [(real_site / "data" / path).read_bytes() for path in first]
    weight = sum(len(brotli.compress(content, quality=9)) for content in others)
    assert weight + sum(columns[:2]) < 60_000
