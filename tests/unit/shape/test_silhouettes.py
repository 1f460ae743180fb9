"""Outlines for a small picture: together in one square, north above."""

import json
import re

from zicht.shape import silhouettes


def square(west, south, size):
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def points(path):
    numbers = [int(one) for one in re.findall(r"\d+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_what_lies_north_is_above_and_what_lies_east_is_right():
    told = silhouettes({"A": square(5.0, 52.0, 0.1), "B": square(5.1, 52.1, 0.1)})
    (ax, ay), (bx, by) = (min(points(told[code])) for code in "AB")
    assert ax < bx
    assert ay > by


def test_all_fit_in_one_square_and_are_as_wide_as_they_are():
    told = silhouettes({"A": square(5.0, 60.0, 1.0)})
    xs, ys = zip(*points(told["A"]), strict=True)
    assert (min(ys), max(ys)) == (0, 1000)
    assert 490 < max(xs) - min(xs) < 500
    assert min(xs) + max(xs) == 1000


def test_an_island_smaller_than_a_step_is_left_out():
    told = silhouettes({"A": square(4.0, 51.0, 2.0), "B": square(4.0, 51.0, 0.0001)})
    assert told["B"] == ""
    assert told["A"].count("M") == 1


def test_no_outlines_no_picture():
    assert silhouettes({}) == {}
