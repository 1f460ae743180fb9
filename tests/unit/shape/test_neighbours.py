import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.shape.coverages import grid, outlines, wobbly_grid
from zicht.shape.coverage import clean_coverage
from zicht.shape.neighbours import neighbours


def slow_neighbours(found):
    """The same by definition: a common border has a length."""
    return {
        code: tuple(
            other
            for other, there in zip(found.codes, found.shapes, strict=True)
            if other != code and shapely.length(shapely.intersection(shape, there)) > 0
        )
        for code, shape in zip(found.codes, found.shapes, strict=True)
    }


def test_on_a_checkerboard_a_corner_is_not_enough():
    beside = neighbours(outlines(grid(3, 3)))
    assert beside["WK000101"] == ("WK000001", "WK000100", "WK000102", "WK000201")
    assert beside["WK000000"] == ("WK000001", "WK000100")


def test_an_island_has_an_entry_and_no_neighbours():
    regions = grid(2, 1) | {"WK999900": shapely.box(9000, 0, 9001, 1)}
    assert neighbours(outlines(regions))["WK999900"] == ()


def test_a_region_in_a_hole_has_one_neighbour():
    inner = shapely.box(1000, 1000, 2000, 2000)
    regions = {"GM0001": shapely.box(0, 0, 3000, 3000).difference(inner), "GM0002": inner}
    assert neighbours(outlines(regions)) == {"GM0001": ("GM0002",), "GM0002": ("GM0001",)}


def test_two_parts_of_one_region_are_not_its_neighbours():
    parts = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)])
    assert neighbours(outlines({"GM0001": parts})) == {"GM0001": ()}


def test_no_regions_have_no_neighbours():
    some = outlines(grid(1, 1))
    assert neighbours(type(some)(some.level, (), some.shapes[:0], some.origin)) == {}


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), keep=st.lists(st.booleans(), min_size=16, max_size=16))
def test_as_by_definition(seed, keep):
    regions = wobbly_grid(4, 4, seed=seed)
    kept = {code: shape for (code, shape), k in zip(regions.items(), keep, strict=True) if k}
    if not kept:
        return
    found = outlines(kept)
    assert neighbours(found) == slow_neighbours(found)


def test_real_neighbours_are_those_by_definition(gemeenten):
    cleaned, _ = clean_coverage(gemeenten)
    near = shapely.STRtree(cleaned.shapes).query(cleaned.shapes, predicate="touches")
    lengths = shapely.length(shapely.intersection(cleaned.shapes[near[0]], cleaned.shapes[near[1]]))
    expected = {code: [] for code in cleaned.codes}
    for one, other in near.T[np.asarray(lengths) > 1e-9]:
        expected[cleaned.codes[one]].append(cleaned.codes[other])
    assert neighbours(cleaned) == {code: tuple(sorted(at)) for code, at in expected.items()}
