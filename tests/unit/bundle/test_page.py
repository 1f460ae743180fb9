from zicht.bundle.links import Links
from zicht.bundle.page import bundled_page, bundled_rows

HERE = "gemeente/gm0363-amsterdam/"
PATHS = {"index.html", f"{HERE}index.html", f"{HERE}drugs/index.html", "uitleg/index.html"}
LINKS = Links(PATHS, "https://zicht.example/")
HEADER = Links(PATHS, "https://zicht.example/", {"thema/drugs/": f"{HERE}drugs/index.html"})


def bundled(html, folder=HERE):
    return bundled_page(html, folder=folder, links=LINKS, header=HEADER)


def test_a_link_that_leads_outside_says_so():
    told = bundled('<p><a class="x" href="../../thema/drugs/">Drugs</a> <a href="drugs/">hier</a>')
    outside = '<a rel="external" class="x" href="https://zicht.example/thema/drugs/">'
    assert told == f'<p>{outside}Drugs</a> <a href="drugs/index.html">hier</a>'


def test_the_header_keeps_what_leads_to_the_bundle_and_loses_the_field_to_search():
    header = (
        '<header class="top"><a class="brand" href="../../">Zicht</a>'
        '<form class="zoekveld" role="search" action="../"><button>Zoek</button></form>'
        '<nav><ul><li><a href="../../thema/drugs/">Drugs</a></li>\n'
        '<li><a href="../../combineer/">Combineren</a></li>\n'
        '<li><a href="../../uitleg/">Uitleg</a></li></ul></nav></header>'
    )
    assert bundled(header) == (
        '<header class="top"><a class="brand" href="../../index.html">Zicht</a>'
        '<nav><ul><li><a href="drugs/index.html">Drugs</a></li>\n'
        '<li><a href="../../uitleg/index.html">Uitleg</a></li></ul></nav></header>'
    )


def test_a_bare_page_counts_from_the_page_that_it_is_the_twin_of():
    bare = '<base href="../../../gemeente/gm0363-amsterdam/" target="_top"><a href="drugs/">x</a>'
    assert bundled(bare, f"embed/{HERE}") == (
        '<base href="../../../gemeente/gm0363-amsterdam/index.html" target="_top">'
        '<a href="drugs/index.html">x</a>'
    )


def test_a_page_asks_for_no_module():
    page = (
        '<link rel="modulepreload" href="../../assets/cells.0123456789.js">\n'
        '<script type="module" src="../../assets/share.0123456789.js"></script>\n<p>x'
    )
    assert bundled(page) == "<p>x"


def test_text_and_what_is_no_link_stay():
    page = '<svg><path d="M0"/><use href="#a"/></svg><p>a href="../x/" &amp; &lt;a href="y/"&gt;'
    assert bundled(page) == page


def test_regions_on_a_map_lead_where_links_do():
    rows = '[{"href":"drugs/","n":1},{"href":"../gm0394/"}]'
    told = bundled_rows(rows, folder=HERE, links=LINKS)
    outside = "https://zicht.example/gemeente/gm0394/"
    assert told == f'[{{"href":"drugs/index.html","n":1}},{{"href":"{outside}"}}]'
