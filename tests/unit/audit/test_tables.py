"""Numbers that a CSV tells and the canonical rows do not."""

import pytest

PATH = "data/indicator/verdachten.csv"
HIDDEN = "BU00800100;Bilgaard & Havankpark;buurt;2022;;;;withheld;;withheld;nee"


@pytest.mark.parametrize(
    ("new", "column"),
    [
        (HIDDEN.replace(";;;;withheld;;", ";;;7777,0;withheld;;"), "column waarde"),
        (HIDDEN.replace(";;withheld;nee", ";7777;withheld;nee"), "column aantal"),
        (HIDDEN.replace(";nee", ";7777"), "column voorlopig"),
        (HIDDEN.replace("park;", "park 7777;"), "column regionaam"),
        (HIDDEN.replace("buurt", "7777"), "column niveau"),
        (HIDDEN.replace("withheld;;", "7777;;"), "column waarde_toestand"),
        (HIDDEN.replace("withheld;;", "missing;;"), "column waarde_toestand"),
    ],
)
def test_a_field_that_says_another_thing(site, new, column):
    site.replace(PATH, HIDDEN, new)
    told = site.leaks(PATH)
    assert column in told
    assert "BU00800100, verdachten, 2022" in told


@pytest.mark.parametrize("spelling", ["57,90", "57,9000007777", "057,9", "5,79e1", " 57,9", "57.9"])
def test_a_number_in_more_signs_than_it_needs(site, spelling):
    site.replace(PATH, ";57,9;shown;405;", f";{spelling};shown;405;")
    assert "column waarde" in site.leaks(PATH)


@pytest.mark.parametrize("tail", ["\r\n", "7777", "7777\r\n", "\n", " "])
def test_text_after_the_last_row(site, tail):
    content = (site / PATH).read_bytes()
    site.write(PATH, content + tail.encode())
    assert site.leaks(PATH)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b";shown;405;", b';"shown";405;'),
        (b"\xef\xbb\xbf", b""),
        (b"\r\n", b"\n"),
        (b"\r\n", b"\r\n\r\n"),
    ],
)
def test_signs_that_belong_to_no_field(site, old, new):
    site.replace(PATH, old, new, count=5)
    assert site.leaks(PATH)


def test_two_rows_in_another_order(site):
    content = (site / PATH).read_bytes().split(b"\r\n")
    content[20], content[40] = content[40], content[20]
    site.write(PATH, b"\r\n".join(content))
    assert "stand in another order" in site.leaks(PATH)


def test_a_row_more(site):
    content = (site / PATH).read_bytes()
    site.write(PATH, content + content.split(b"\r\n")[9] + b"\r\n")
    assert "Its rows are others" in site.leaks(PATH)


def test_a_column_more(site):
    content = (site / PATH).read_bytes()
    site.write(PATH, content.replace(b"\r\n", b";7777\r\n"))
    assert "Its columns are not those that are known" in site.leaks(PATH)


def test_a_field_more_in_one_row(site):
    site.replace(PATH, "Verzonnen.\r\n", "Verzonnen.;7777\r\n")
    assert "more or fewer fields" in site.leaks(PATH)
