import numpy as np

from zicht.model.area import Area, Division
from zicht.model.figure import Grid, SafeFigures, SafeSeries, State
from zicht.model.theme import Counts, Measure, Series
from zicht.shape.peers import find_peers, similar_medians


def division(count):
    areas = [Area(f"GM{n:04}", f"G{n}", "NL01") for n in range(1, count + 1)]
    return Division.sorted(2024, [Area("NL01", "Nederland", None), *areas])


def grid(column):
    values = np.array([[np.nan if c is None else c] for c in column], float)
    states = np.array([[State.WITHHELD if c is None else 0] for c in column], np.uint8)
    return Grid((2024,), values, states, (False,))


def facts(people, degree):
    def series(key, column):
        told = Series(key, key, "", Counts.COMPUTED, 0, True, (Measure("T", "M"),))
        cells = grid([None, *column])
        return SafeSeries(told, cells, np.ones(cells.states.shape, np.bool_))

    both = {
        "inwoners": series("inwoners", people),
        "stedelijkheid": series("stedelijkheid", degree),
    }
    return SafeFigures(both)


def test_peers_share_stedelijkheid_and_size_and_leave_oneself_out():
    found = find_peers(facts([30_000] * 5 + [60_000], [3] * 4 + [1, 3]), division=division(6))
    assert found["GM0001"].codes == ("GM0002", "GM0003", "GM0004")
    assert found["GM0001"].words == "matig stedelijke gemeenten met 20.000 tot 50.000 inwoners"


def test_too_few_alike_are_widened_to_the_size_class():
    found = find_peers(facts([30_000] * 5, [3, 3, 1, 1, 1]), division=division(5))
    assert found["GM0001"].codes == ("GM0002", "GM0003", "GM0004", "GM0005")
    assert found["GM0001"].words == "gemeenten met 20.000 tot 50.000 inwoners"


def test_without_the_facts_there_are_no_peers():
    assert find_peers(SafeFigures({}), division=division(3)) == {}
    assert set(find_peers(facts([None, 1, 1], [1, 1, 1]), division=division(3))) == {
        "GM0002",
        "GM0003",
    }


def test_the_median_needs_three_and_half_of_the_peers():
    whole = division(5)
    peers = find_peers(facts([1] * 5, [5] * 5), division=whole)
    shown = similar_medians(grid([None, 9, 1, 2, 4, 8]), peers, division=whole)
    assert shown.cell(1, 2024).value == 3
    few = similar_medians(grid([None, 9, 1, 2, None, None]), peers, division=whole)
    assert few.cell(1, 2024).state is State.WITHHELD
    assert few.cell(0, 2024).state is State.MISSING
