"""Years that may not be compared, because the region changed."""

from collections.abc import Mapping

from zicht.model.area import Division


def border_breaks(code: str, *, division: Division) -> Mapping[int, str]:
    """Return the years from which a region has another area, with the reason in Dutch.

    A wijk or buurt follows its gemeente. A change in the middle of a year breaks that very year:
    it is the first that is not wholly about the old area.
    """
    own = {code, *(area.code for area in division.parents(code))}
    years = (change.day.year for change in division.changes if own & set(change.new))
    return {year: f"Vanaf {year} geldt een andere gemeentegrens." for year in sorted(years)}
