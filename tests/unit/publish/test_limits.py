import pytest

from zicht.model.page import Entry, OutputFile
from zicht.publish import doubtful_size, dropped_rules, headers_files

MIB = 2**20


def entries(count, *, size=1):
    return [Entry(f"{number}.html", "0" * 64, size, "text/html") for number in range(count)]


def files(headers="/*\n  A: b\n", redirects=""):
    return [OutputFile("_headers", headers.encode()), OutputFile("_redirects", redirects.encode())]


def test_what_we_write_ourselves_is_read_whole():
    framers = [f"https://*.gemeente-{number}.example" for number in range(30)]
    assert list(dropped_rules(headers_files(framers))) == []


@pytest.mark.parametrize(("count", "told"), [(20_000, 0), (20_001, 1)])
def test_more_files_than_a_host_takes_are_a_doubt(count, told):
    found = list(doubtful_size(entries(count)))
    assert len(found) == told
    assert all("Cloudflare Pages takes 20,000" in each.what for each in found)
    assert not any(each.blocks for each in found)


@pytest.mark.parametrize(("size", "told"), [(25 * MIB, 0), (25 * MIB + 1, 2)])
def test_each_file_that_is_too_large_is_a_doubt(size, told):
    found = list(doubtful_size(entries(2, size=size)))
    assert [each.where for each in found] == ["0.html", "1.html"][:told]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (files(headers="/x\n  A: b\n" * 100), None),
        (files(headers="/x\n  A: b\n" * 101), "101 rules of headers"),
        (files(headers=f"/*\n  A: {'b' * 1995}\n"), None),
        (files(headers=f"/*\n  A: {'b' * 1996}\n"), "2,001 characters"),
        (files(redirects="/a /b 301\n" * 2000), None),
        (files(redirects="/a /b 301\n" * 2001), "2,001 fixed redirects"),
        (files(redirects="/a/* /b/:splat 301\n" * 100), None),
        (files(redirects="/a/* /b/:splat 301\n" * 101), "101 patterned redirects"),
        (files(redirects=f"/{'a' * 992} /b 301\n"), None),
        (files(redirects=f"/{'a' * 993} /b 301\n"), "1,001 characters"),
    ],
)
def test_a_rule_that_a_host_would_drop_stops_the_build(given, told):
    found = list(dropped_rules(given))
    assert len(found) == (told is not None)
    assert all(told in each.what and each.blocks for each in found)


def test_a_list_of_framers_that_does_not_fit_is_told():
    framers = [f"https://*.gemeente-{number}.example" for number in range(100)]
    (found,) = dropped_rules(headers_files(framers))
    assert "--frames" in found.todo
    assert found.where.endswith("Content-Security-Policy")
