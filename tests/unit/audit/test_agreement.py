"""Rows of data/all.parquet that say more than the other rows allow."""

import pytest

PATH = "data/all.parquet"


@pytest.fixture
def rows(site):
    return site.table()


def find(rows, code, year, part=None, indicator="verdachten"):
    keys = (indicator, code, year, part)
    (row,) = [
        row
        for row in rows
        if (row["indicator"], row["regiocode"], row["jaar"], row["categorie"]) == keys
    ]
    return row


@pytest.fixture
def hidden(rows):
    """A row whose figure is withheld."""
    return find(rows, "BU00800100", 2022)


def only(site, rows, how):
    """Return what is found of one kind in the canonical file; the other files only differ."""
    site.write_rows(rows)
    found = [one for one in site.audit() if one.path == PATH]
    assert {one.how for one in found} >= {how}
    return "\n".join(str(one) for one in found if one.how == how)


@pytest.mark.parametrize(("column", "leak"), [("waarde", 7777.0), ("aantal", 7777)])
def test_a_number_beside_a_state_that_withholds_it(site, rows, hidden, column, leak):
    hidden[column] = leak
    told = only(site, rows, "A number stands beside a state that says there is none.")
    assert "BU00800100, verdachten, 2022" in told
    assert f"column {column}" in told


def test_not_a_number_is_a_number_that_hides_another(site, rows, hidden):
    hidden["waarde"] = float("nan")
    told = only(site, rows, "A number stands beside a state that says there is none.")
    assert "BU00800100" in told


def test_a_figure_that_is_said_to_be_shown_and_is_not(site, rows):
    find(rows, "GM0014", 2023)["waarde"] = None
    assert "GM0014" in only(site, rows, "It is said to be shown and is no number.")


@pytest.mark.parametrize(
    ("part", "column", "leak"), [(None, "waarde", 7.777), ("jong", "waarde", 7.777)]
)
def test_more_decimals_than_are_shown(site, rows, part, column, leak):
    find(rows, "GM0014", 2023, part)[column] = leak
    assert "GM0014" in only(site, rows, "It has more decimals than are shown.")


def test_a_rate_of_a_withheld_count(site, rows):
    row = find(rows, "GM0014", 2023)
    row["aantal"], row["aantal_toestand"] = None, "withheld"
    told = only(site, rows, "A rate of a withheld count tells how large it is.")
    assert "GM0014, verdachten, 2023" in told


def test_a_rate_that_is_impossible_tells_that_a_withheld_count_is_zero(site, rows, hidden):
    hidden["waarde_toestand"] = "impossible"
    assert "BU00800100" in only(site, rows, "A rate of a withheld count tells how large it is.")


def test_a_share_of_a_withheld_count(site, rows):
    row = find(rows, "GM0014", 2023, "oud")
    row["aantal"], row["aantal_toestand"] = None, "withheld"
    told = only(site, rows, "A share of a withheld count tells how large it is.")
    assert "GM0014, verdachten leeftijd oud, 2023" in told


def test_a_share_of_a_withheld_total(site, rows):
    row = find(rows, "GM0014", 2023)
    for column in ("waarde", "aantal"):
        row[column], row[f"{column}_toestand"] = None, "withheld"
    told = only(site, rows, "A share of a withheld total tells how large it is.")
    assert "verdachten leeftijd jong" in told
    assert "verdachten leeftijd oud" in told


def test_a_share_that_is_not_that_of_its_counts(site, rows):
    find(rows, "GM0014", 2023, "jong")["waarde"] += 0.2
    told = only(site, rows, "A share that is not that of its counts tells of something else.")
    assert "GM0014, verdachten leeftijd jong, 2023" in told


def test_two_regions_in_an_order_of_their_own(site, rows):
    at = [i for i, row in enumerate(rows) if row["categorie"] is None]
    rows[at[30]], rows[at[33]] = rows[at[33]], rows[at[30]]
    told = only(site, rows, "Rows go by series, region and year; another order tells who has more.")
    assert "column jaar" in told


def test_two_categories_in_an_order_that_changes(site, rows):
    young = [row for row in rows if row["categorie"] == "jong"]
    others = [row for row in rows if row["categorie"] != "jong"]
    site.write_rows([*others[:60], *young, *others[60:]])
    assert [one for one in site.audit() if one.path == PATH]


@pytest.mark.parametrize(
    ("column", "leak", "how"),
    [
        ("regionaam", "Groningen 7777", "It is not what the other files say of the region."),
        ("niveau", "7777", "It is not what the other files say of the region."),
        ("eenheid", "7777", "It changes from row to row, where it should be the same."),
        ("voorlopig", "7777", "It changes from row to row, where it should be the same."),
        ("let_op", "7777", "It changes from row to row, where it should be the same."),
    ],
)
def test_words_that_say_more_than_a_word(site, rows, column, leak, how):
    find(rows, "GM0014", 2023)[column] = leak
    assert "GM0014, verdachten, 2023" in only(site, rows, how)


def test_a_mark_of_provisional_that_changes_tells_a_bit(site, rows):
    find(rows, "GM0014", 2023)["voorlopig"] = "ja"
    how = "It changes from row to row, where it should be the same."
    assert "GM0014, verdachten, 2023" in only(site, rows, how)
