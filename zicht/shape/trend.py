"""Years that may not be compared, because the region changed."""

from collections.abc import Mapping

from zicht.model.area import Division


def border_breaks(code: str, *, division: Division) -> Mapping[int, str]:
    """Return the years from which a region has another area, with the reason in Dutch.

    A wijk or buurt follows its gemeente. A change on 1 January breaks that very year, a later
    one the next year: figures about a year stand on the division of its first day.
    """
    own = {code, *(area.code for area in division.parents(code))}
    breaks: dict[int, str] = {}
    for change in division.changes:
        if own & set(change.new):
            first_day = (change.day.month, change.day.day) == (1, 1)
            year = change.day.year + (0 if first_day else 1)
            breaks[year] = f"Vanaf {year} geldt een andere gemeentegrens."
    return breaks
