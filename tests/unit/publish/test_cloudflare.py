import pytest

from zicht.publish.cloudflare import read_hosted

HEADERS = """\
# what everybody gets
/*
  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'
  X-Twee: a

/embed/*
  ! Content-Security-Policy
  Content-Security-Policy: default-src 'self'
  X-Twee: b
/wijk/:naam/
  X-Wijk: ja
"""


@pytest.fixture
def hosted(tmp_path):
    (tmp_path / "_headers").write_text(HEADERS)
    (tmp_path / "_redirects").write_text("# moved\n/oud /nieuw/ 301\n/ooit/ /nu/\nonzin\n")
    return read_hosted(tmp_path)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/", ("default-src 'none'; frame-ancestors 'none'", "a", None)),
        ("/embed/x/", ("default-src 'self'", "a, b", None)),
        ("/embed", ("default-src 'none'; frame-ancestors 'none'", "a", None)),
        ("/wijk/noord/", ("default-src 'none'; frame-ancestors 'none'", "a", "ja")),
        ("/wijk/noord/x/", ("default-src 'none'; frame-ancestors 'none'", "a", None)),
    ],
)
def test_rules_add_up_unless_one_is_detached(hosted, path, told):
    headers = hosted.headers(path)
    names = ("Content-Security-Policy", "X-Twee", "X-Wijk")
    assert tuple(headers.get(name) for name in names) == told


def test_redirects_are_found_unless_they_are_for_good(hosted):
    assert hosted.redirects == {"/oud": (301, "/nieuw/"), "/ooit/": (302, "/nu/")}


def test_a_site_that_asks_nothing_gets_nothing(tmp_path):
    hosted = read_hosted(tmp_path)
    assert (hosted.headers("/"), hosted.redirects) == ({}, {})
