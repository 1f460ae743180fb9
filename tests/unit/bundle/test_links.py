import pytest

from zicht.bundle.links import Links

HERE = "gemeente/gm0363-amsterdam/"
PATHS = {
    "index.html",
    f"{HERE}index.html",
    f"{HERE}drugs/index.html",
    "wijk/wk036301-oost/index.html",
    "uitleg/index.html",
    "uitleg/lezen/index.html",
    "data/gemeente/gm0363.csv",
    "assets/site.0123456789.css",
}
BASE = "https://zicht.example/onder/"
INSTEAD = {"thema/drugs/kwekerijen/": f"{HERE}drugs/index.html#kwekerijen"}
LINKS = Links(PATHS, BASE, INSTEAD)


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("drugs/", "drugs/index.html"),
        ("./", "index.html"),
        ("../../", "../../index.html"),
        ("../../wijk/wk036301-oost/", "../../wijk/wk036301-oost/index.html"),
        ("../../uitleg/lezen/#opvallend", "../../uitleg/lezen/index.html#opvallend"),
        ("../../uitleg", "https://zicht.example/onder/uitleg"),
        ("../../data/gemeente/gm0363.csv", "../../data/gemeente/gm0363.csv"),
        ("../../assets/site.0123456789.css", "../../assets/site.0123456789.css"),
        ("#wijken", "#wijken"),
        ("../gm0394-haarlemmermeer/", f"{BASE}gemeente/gm0394-haarlemmermeer/"),
        ("../#pv27", f"{BASE}gemeente/#pv27"),
        ("../../vergelijk/?gebied=GM0363", f"{BASE}vergelijk/?gebied=GM0363"),
        ("../../thema/drugs/", f"{BASE}thema/drugs/"),
        ("../../thema/drugs/kwekerijen/", "drugs/index.html#kwekerijen"),
        ("https://www.cbs.nl/", "https://www.cbs.nl/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_a_link_leads_to_a_file_of_the_bundle_or_outside(address, leads):
    told, outside = LINKS.lead(address, HERE)
    assert told == leads
    assert outside == leads.startswith("https:")


def test_a_link_to_its_own_page_names_the_file():
    assert LINKS.lead("../../uitleg/lezen/", "uitleg/lezen/") == ("index.html", False)
