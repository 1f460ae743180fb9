from datetime import date

import pytest

from zicht.model.area import Area, Change, Division
from zicht.shape.trend import border_breaks

AREAS = [
    Area("NL01", "Nederland", None),
    Area("GM0439", "Purmerend", "NL01"),
    Area("GM0363", "Amsterdam", "NL01"),
    Area("WK043901", "Centrum", "GM0439"),
]
CHANGES = [
    Change(date(2022, 1, 1), "absorbed", ("GM0370", "GM0439"), ("GM0439",)),
    Change(date(2022, 3, 24), "absorbed", ("GM0363", "GM0457"), ("GM0363",)),
]


@pytest.mark.parametrize(
    ("code", "years"),
    [("GM0439", [2022]), ("WK043901", [2022]), ("GM0363", [2022]), ("NL01", [])],
)
def test_a_series_breaks_where_the_area_changed(code, years):
    division = Division.sorted(2024, AREAS, CHANGES)
    assert list(border_breaks(code, division=division)) == years
