import pytest
import shapely

from tests.unit.shape.coverages import grid, outlines
from zicht.model.errors import BuildError
from zicht.shape.cleaning import Cleaning
from zicht.shape.coverage import clean_coverage


def test_squares_that_share_borders_are_left_as_they_are():
    given = outlines(grid(3, 3))
    cleaned, cleaning = clean_coverage(given)
    assert cleaning == Cleaning()
    assert cleaned.codes == given.codes
    assert shapely.equals(cleaned.shapes, given.shapes).all()


def test_no_regions_are_a_coverage():
    nothing = outlines({"WK000100": shapely.box(0, 0, 1, 1)})
    nothing = type(nothing)(nothing.level, (), nothing.shapes[:0], nothing.origin)
    cleaned, cleaning = clean_coverage(nothing)
    assert (cleaned.codes, cleaning) == ((), Cleaning())


def test_a_region_in_a_hole_and_an_island_are_normal():
    ring = shapely.box(0, 0, 3000, 3000).difference(shapely.box(1000, 1000, 2000, 2000))
    island = shapely.box(9000, 9000, 9500, 9500)
    given = outlines(
        {
            "WK000100": shapely.MultiPolygon([ring, island]),
            "WK000101": shapely.box(1000, 1000, 2000, 2000),
        }
    )
    assert clean_coverage(given)[1] == Cleaning()


def test_a_small_overlap_is_mended_and_measured():
    regions = grid(10, 10)
    regions["WK000000"] = shapely.box(0, 0, 1005, 1000)
    cleaned, cleaning = clean_coverage(outlines(regions))
    assert shapely.coverage_is_valid(cleaned.shapes)
    assert cleaning.overlap_km2 == pytest.approx(0.005)
    assert cleaning.overlap_share == pytest.approx(0.005 / 100.005)
    assert cleaning.largest_change == pytest.approx(0.005, rel=0.01)
    assert cleaning.lost_km2 == pytest.approx(0, abs=1e-9)
    assert (cleaning.invalid, cleaning.changed, cleaning.rounds) == (0, (), 1)


def test_a_border_with_a_point_on_one_side_only_is_mended():
    regions = grid(2, 1)
    regions["WK000000"] = shapely.Polygon([(0, 0), (1000, 0), (1000, 500), (1000, 1000), (0, 1000)])
    cleaned, cleaning = clean_coverage(outlines(regions))
    assert shapely.coverage_is_valid(cleaned.shapes)
    assert (cleaning.overlap_km2, cleaning.rounds) == (0, 1)


def test_an_overlap_of_more_than_a_thousandth_is_refused_with_its_measure():
    regions = grid(2, 1)
    regions["WK000000"] = shapely.box(0, 0, 1009, 1000)
    with pytest.raises(BuildError) as refused:
        clean_coverage(outlines(regions))
    (problem,) = refused.value.problems
    assert "0.01 km2 (0.448% of the area)" in problem.what
    assert "unsimplified source" in problem.todo
    assert problem.where == "areas/test.geojson"


def test_a_region_that_would_change_by_more_than_a_hundredth_is_refused_by_name():
    regions = grid(20, 20)
    regions["WK999900"] = shapely.box(-400, 0, 20, 400)
    with pytest.raises(BuildError, match=r"of 1 regions by more than 1%, up to .*WK999900"):
        clean_coverage(outlines(regions))


def test_a_change_too_small_to_see_is_not_held_against_a_tiny_region():
    regions = grid(20, 20)
    regions["WK999900"] = shapely.box(-40, 0, 2, 40)
    assert clean_coverage(outlines(regions))[1].largest_change > 0.01


def test_a_region_inside_another_is_an_overlap():
    regions = grid(2, 2) | {"WK999900": shapely.box(200, 200, 400, 400)}
    with pytest.raises(BuildError, match=r"0.04 km2 .*belongs to two"):
        clean_coverage(outlines(regions))


def test_two_regions_with_one_outline_are_refused():
    regions = grid(3, 3) | {"WK999900": shapely.box(0, 0, 1000, 1000)}
    with pytest.raises(BuildError, match=r"1\.00 km2"):
        clean_coverage(outlines(regions))


def test_a_polygon_that_crosses_itself_is_counted_and_mended():
    spike = shapely.Polygon(
        [(0, 0), (1000, 0), (1000, 1000), (500, 1000), (500, 1200), (500, 1000), (0, 1000)]
    )
    regions = grid(2, 1) | {"WK000000": spike}
    cleaned, cleaning = clean_coverage(outlines(regions))
    assert cleaning.invalid == 1
    assert shapely.area(cleaned.shapes).tolist() == pytest.approx([1e6, 1e6])


@pytest.mark.parametrize(
    "shape",
    [None, shapely.Polygon(), shapely.LineString([(0, 0), (1, 1)]), shapely.Point(0, 0)],
)
def test_every_region_without_an_area_is_named(shape):
    regions = grid(2, 2) | {"WK999900": shape, "WK999901": shape}
    with pytest.raises(BuildError) as refused:
        clean_coverage(outlines(regions))
    assert [problem.what for problem in refused.value.problems] == [
        "The outline of WK999900 has no area.",
        "The outline of WK999901 has no area.",
    ]


def test_rings_start_at_the_same_point_however_they_were_delivered():
    regions = grid(2, 2)
    turned = {
        code: shapely.Polygon(
            [*reversed(shape.exterior.coords[2:-1]), *shape.exterior.coords[1::-1]]
        )
        for code, shape in regions.items()
    }
    one, other = clean_coverage(outlines(regions))[0], clean_coverage(outlines(turned))[0]
    assert shapely.to_wkb(one.shapes).tolist() == shapely.to_wkb(other.shapes).tolist()


def test_the_real_wijken_are_a_coverage(wijken):
    cleaned, cleaning = clean_coverage(wijken)
    assert len(cleaned.codes) == 3393
    assert shapely.coverage_is_valid(cleaned.shapes)
    assert cleaning.changed == ()


def test_the_real_gemeenten_are_mended(gemeenten):
    cleaned, cleaning = clean_coverage(gemeenten)
    assert shapely.coverage_is_valid(cleaned.shapes)
    assert cleaning.overlap_km2 == pytest.approx(0.107, abs=0.001)
    assert cleaning.largest_change == pytest.approx(0.0082, abs=0.0001)


def test_the_real_file_simplified_one_by_one_is_refused(overlapping):
    with pytest.raises(BuildError) as refused:
        clean_coverage(overlapping)
    (problem,) = refused.value.problems
    assert "48.97 km2 (0.140% of the area)" in problem.what
    assert "Polygons that are invalid: 11." in problem.what
    assert "WK" in problem.what
