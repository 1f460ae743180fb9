from datetime import date

import numpy as np
import pytest

from zicht.model.area import Area, Change, Division
from zicht.model.ledger import EMPTY, Ledger

GEMEENTEN = ("GM0001", "GM0002", "GM0003", "GM0009")
YEARS = (2019, 2020, 2021, 2022)


def division(*changes):
    areas = [Area("NL01", "Nederland", None), *(Area(c, c, "NL01") for c in GEMEENTEN)]
    return Division.sorted(2024, areas, changes)


def change(day, old, new, kind="merged"):
    return Change(date.fromisoformat(day), kind, tuple(old.split()), tuple(new.split()))


def ledger(*entries):
    """Return a ledger of (region, year, low, high, release) about the series "a"."""
    codes = tuple(dict.fromkeys(entry[0] for entry in entries))
    return Ledger(
        keys=("a",),
        codes=codes,
        series=np.zeros(len(entries), np.int64),
        region=np.array([codes.index(entry[0]) for entry in entries]),
        year=np.array([entry[1] for entry in entries]),
        low=np.array([float(entry[2]) for entry in entries]),
        high=np.array([float(entry[3]) for entry in entries]),
        release=np.array([entry[4] for entry in entries], dtype="datetime64[D]"),
    )


def cell(known, code, year, *, of):
    row, column = of.row[code], YEARS.index(year)
    if np.isnan(known.low[row, column]):
        assert np.isnan(known.high[row, column])
        assert np.isnat(known.release[row, column])
        return None
    day = known.release[row, column].astype(str)
    return known.low[row, column], known.high[row, column], day, bool(known.revised[row, column])


def test_nothing_is_known_before_the_first_release():
    known = EMPTY.known("a", division(), YEARS)
    assert np.isnan(known.low).all()
    assert known.low.shape == (5, 4)
    assert EMPTY.newest is None


def test_a_cell_is_known_as_it_was_told():
    told = ledger(("GM0002", 2020, 12, 14, "2023-11-01"))
    known = told.known("a", division(), YEARS)
    assert cell(known, "GM0002", 2020, of=division()) == (12, 14, "2023-11-01", False)
    assert np.isfinite(known.low).sum() == 1
    assert np.isnan(told.known("b", division(), YEARS).low).all()


def test_a_revised_number_is_known_by_its_newest_release_in_whatever_order_they_stand():
    told = ledger(("GM0002", 2020, 13, 13, "2024-11-01"), ("GM0002", 2020, 12, 12, "2023-11-01"))
    known = told.known("a", division(), YEARS)
    assert cell(known, "GM0002", 2020, of=division()) == (13, 13, "2024-11-01", True)
    earlier = told.before(date(2024, 11, 1))
    assert earlier.newest == date(2023, 11, 1)
    known = earlier.known("a", division(), YEARS)
    assert cell(known, "GM0002", 2020, of=division()) == (12, 12, "2023-11-01", False)


def test_what_is_no_region_or_year_of_the_site_is_passed_over():
    told = ledger(("GM7777", 2020, 1, 1, "2023-11-01"), ("GM0001", 1999, 1, 1, "2023-11-01"))
    assert np.isnan(told.known("a", division(), YEARS).low).all()


@pytest.mark.parametrize("kind", ["merged", "renamed"])
def test_a_new_gemeente_is_known_before_it_began_as_the_sum_of_those_it_came_of(kind):
    told = ledger(
        ("GM0501", 2020, 10, 12, "2021-11-01"),
        ("GM0502", 2020, 20, 20, "2022-11-01"),
        ("GM0501", 2019, 7, 7, "2021-11-01"),
    )
    of = division(change("2021-01-01", "GM0501 GM0502", "GM0001", kind))
    known = told.known("a", of, YEARS)
    assert cell(known, "GM0001", 2020, of=of) == (30, 32, "2022-11-01", False)
    assert cell(known, "GM0001", 2019, of=of) is None


def test_a_sum_of_a_revised_number_is_revised():
    told = ledger(
        ("GM0501", 2020, 10, 10, "2021-11-01"),
        ("GM0501", 2020, 11, 11, "2022-11-01"),
        ("GM0502", 2020, 20, 20, "2021-11-01"),
    )
    of = division(change("2021-01-01", "GM0501 GM0502", "GM0001"))
    assert cell(told.known("a", of, YEARS), "GM0001", 2020, of=of) == (31, 31, "2022-11-01", True)


def test_what_was_told_of_a_region_itself_goes_before_a_sum():
    told = ledger(
        ("GM0001", 2020, 30, 31, "2023-11-01"),
        ("GM0501", 2020, 10, 10, "2021-11-01"),
        ("GM0502", 2020, 20, 20, "2021-11-01"),
    )
    of = division(change("2021-01-01", "GM0501 GM0502", "GM0001"))
    assert cell(told.known("a", of, YEARS), "GM0001", 2020, of=of) == (30, 31, "2023-11-01", False)


def test_a_gemeente_that_kept_its_name_is_another_region_before_its_area_changed():
    told = ledger(("GM0001", 2020, 10, 10, "2021-11-01"), ("GM0501", 2020, 5, 5, "2021-11-01"))
    of = division(change("2021-01-01", "GM0001 GM0501", "GM0001", "absorbed"))
    assert cell(told.known("a", of, YEARS), "GM0001", 2020, of=of) == (10, 10, "2021-11-01", False)
    alone = ledger(("GM0501", 2020, 5, 5, "2021-11-01"))
    assert cell(alone.known("a", of, YEARS), "GM0001", 2020, of=of) is None


def test_a_piece_that_had_absorbed_another_is_counted_with_it():
    of = division(
        change("2020-01-01", "GM0501 GM0503", "GM0501", "absorbed"),
        change("2022-01-01", "GM0501 GM0502", "GM0001"),
    )
    pieces = [(c, 2019, n, n, "2023-11-01") for c, n in (("GM0501", 1), ("GM0502", 20))]
    absorbed = ("GM0503", 2019, 300, 300, "2023-11-01")
    known = ledger(*pieces).known("a", of, YEARS)
    assert cell(known, "GM0001", 2019, of=of) is None
    known = ledger(*pieces, absorbed).known("a", of, YEARS)
    assert cell(known, "GM0001", 2019, of=of) == (321, 321, "2023-11-01", False)
    later = [(c, 2021, n, n, "2023-11-01") for c, n in (("GM0501", 301), ("GM0502", 20))]
    known = ledger(*later).known("a", of, YEARS)
    assert cell(known, "GM0001", 2021, of=of) == (321, 321, "2023-11-01", False)


def test_a_piece_that_merged_before_is_taken_apart_again():
    of = division(
        change("2020-01-01", "GM0501 GM0502", "GM0601"),
        change("2022-01-01", "GM0601 GM0503", "GM0001"),
    )
    told = ledger(
        *((c, 2019, n, n, "2020-11-01") for c, n in (("GM0501", 1), ("GM0502", 2), ("GM0503", 4)))
    )
    known = told.known("a", of, YEARS)
    assert cell(known, "GM0001", 2019, of=of) == (7, 7, "2020-11-01", False)


def test_a_piece_of_a_gemeente_that_was_divided_leaves_no_sum():
    of = division(
        change("2020-01-01", "GM0501 GM0700", "GM0501 GM0502", "split"),
        change("2022-01-01", "GM0501 GM0503", "GM0001"),
    )
    told = ledger(
        *((c, 2019, 5, 5, "2020-11-01") for c in ("GM0501", "GM0503", "GM0700", "GM0502"))
    )
    assert cell(told.known("a", of, YEARS), "GM0001", 2019, of=of) is None


def test_a_gemeente_that_began_in_the_middle_of_a_year_is_the_sum_of_the_old_ones_in_that_year():
    told = ledger(*((c, y, 5, 5, "2023-11-01") for c in ("GM0501", "GM0502") for y in YEARS))
    of = division(change("2021-03-24", "GM0501 GM0502", "GM0001"))
    known = told.known("a", of, YEARS)
    assert cell(known, "GM0001", 2021, of=of) == (10, 10, "2023-11-01", False)
    assert cell(known, "GM0001", 2022, of=of) is None
