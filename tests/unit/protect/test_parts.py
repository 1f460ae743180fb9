"""A system falls into the parts that sums link, and nothing is lost."""

import numpy as np
from hypothesis import given, settings

from tests.unit.protect.systems import system, with_unknown
from zicht.protect.program.parts import matrix_of, parts


def test_parts_are_linked_by_sums_of_unknown_cells_only():
    table = system([{5: 1, 1: 1}, {1: 1, 2: 1, 0: 1}, {4: 1, 0: 1, 3: 1}], [0] * 7)
    among = np.array([False, True, True, True, True, True, True])
    found = [part.cells.tolist() for part in parts(table, among)]
    assert found == [[1, 2, 5], [3, 4], [6]], "cell 0 is shown and links nothing"


@settings(derandomize=True, deadline=None)
@given(with_unknown())
def test_the_parts_together_are_the_whole(instance):
    table, among = instance
    whole = matrix_of(table).toarray()
    seen = np.zeros_like(whole)
    for part in parts(table, among):
        block = np.ix_(part.sums, part.cells)
        seen[block] += matrix_of(part.system).toarray()
        np.testing.assert_array_equal(part.system.base, table.base[part.cells])
        np.testing.assert_array_equal(part.cells, np.sort(part.cells))
    np.testing.assert_array_equal(seen, np.where(among, whole, 0))


def test_nothing_has_no_parts():
    assert not list(parts(system([{0: 1, 1: -1}], [1, 1]), np.zeros(2, bool)))
