import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.shape.coverages import grid, outlines, wobbly_grid
from zicht.model.errors import BuildError
from zicht.shape.coverage import clean_coverage
from zicht.shape.neighbours import neighbours
from zicht.shape.outlines import simplify_coverage


def points(found):
    return int(shapely.get_num_coordinates(found.shapes).sum())


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), tolerance_m=st.sampled_from([0, 10, 50, 200, 2000]))
def test_shared_borders_stay_shared(seed, tolerance_m):
    before = outlines(wobbly_grid(3, 3, seed=seed))
    after = simplify_coverage(before, tolerance_m=tolerance_m)
    assert after.codes == before.codes
    assert shapely.coverage_is_valid(after.shapes)
    assert shapely.is_valid(after.shapes).all()
    assert points(after) <= points(before)
    assert neighbours(after) == neighbours(before)


def test_a_jagged_border_loses_most_of_its_points():
    before = outlines(wobbly_grid(4, 4, seed=1))
    assert points(simplify_coverage(before, tolerance_m=100)) < points(before) / 4


def test_a_region_in_a_hole_still_fills_it():
    inner = shapely.Point(1500, 1500).buffer(500, quad_segs=50)
    outer = shapely.box(0, 0, 3000, 3000).difference(inner)
    after = simplify_coverage(outlines({"GM0001": outer, "GM0002": inner}), tolerance_m=60)
    assert shapely.area(after.shapes).sum() == pytest.approx(9e6)
    assert points(after) < 60


def test_the_smallest_region_is_never_lost():
    regions = grid(2, 1) | {"WK999900": shapely.box(2000, 0, 2002, 2)}
    cleaned, _ = clean_coverage(outlines(regions))
    after = simplify_coverage(cleaned, tolerance_m=5000)
    assert (shapely.area(after.shapes) > 0).all()


def test_outlines_that_overlap_are_refused():
    regions = grid(2, 1)
    regions["WK000000"] = shapely.box(0, 0, 1100, 1000)
    with pytest.raises(BuildError, match="no longer share their borders"):
        simplify_coverage(outlines(regions), tolerance_m=10)


def test_a_region_without_outline_is_named():
    regions = grid(2, 1) | {"WK999900": shapely.Polygon()}
    with pytest.raises(BuildError, match="loses the outline of WK999900"):
        simplify_coverage(outlines(regions), tolerance_m=10)


def test_no_regions_are_no_work():
    some = outlines(grid(1, 1))
    nothing = type(some)(some.level, (), some.shapes[:0], some.origin)
    assert simplify_coverage(nothing, tolerance_m=100) is nothing


@pytest.mark.parametrize("tolerance_m", [20, 100, 250])
def test_the_real_wijken_stay_a_coverage(wijken, tolerance_m):
    cleaned, _ = clean_coverage(wijken)
    after = simplify_coverage(cleaned, tolerance_m=tolerance_m)
    assert shapely.coverage_is_valid(after.shapes)
    assert neighbours(after) == neighbours(cleaned)
