"""A count in its categories: how many of each, and what share of the whole that is."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from zicht.model.area import Division
from zicht.model.figure import SHARE_DECIMALS, Category, Grid, SafeFigures, SafeSeries
from zicht.model.theme import Breakdown, Indicator
from zicht.shape.profile import among_everyone
from zicht.shape.rates import fill_totals, on_years, rate, rounded


def parts_of(
    indicator: Indicator, safe: SafeFigures, whole: Grid, *, division: Division
) -> Mapping[str, Mapping[str, Category]]:
    """Return the categories of an indicator, set beside the whole as it is published.

    Shape:  by key of the breakdown and of the category, in the order of the theme; the rows and
            years of `whole`. Totals that were not delivered are filled in as for the whole.
    Units:  counts as whole numbers; shares in percent.
    Errors: none; `read` already refused themes whose categories are absent.
    """
    return {each.key: _split(each, safe, whole, division) for each in indicator.breakdowns}


def _split(
    breakdown: Breakdown, safe: SafeFigures, whole: Grid, division: Division
) -> Mapping[str, Category]:
    parts = [_category(safe.series[part.key], whole, division) for part in breakdown.parts]
    if breakdown.everyone is not None:
        every = [safe.series[part.key].grid for part in breakdown.everyone.parts]
        group = [part.shares for part in parts]
        told = among_everyone(every, group, division=division)
        parts = [replace(part, everyone=one) for part, one in zip(parts, told, strict=True)]
    keys = (part.key.rpartition(".")[2] for part in breakdown.parts)
    return dict(zip(keys, parts, strict=True))


def _category(part: SafeSeries, whole: Grid, division: Division) -> Category:
    counts = rounded(fill_totals(part.grid, division=division), decimals=0)
    fewest_of = part.series.rules.fewest_of
    shares = share(counts, whole, rated=part.rated, fewest_of=fewest_of)
    return Category(part.series.title, on_years(counts, whole.years), on_years(shares, whole.years))


def share(part: Grid, whole: Grid, *, rated: npt.NDArray[np.bool_], fewest_of: int) -> Grid:
    """Return what percentage of the whole each part is.

    A share is told only beside a part and a whole that are both shown, from which anybody could
    compute it: it tells nothing that those two do not, and nothing of a withheld number.

    Shape:  the rows and years of `part`; a year that the whole lacks is MISSING.
    Units:  percent of the whole, one decimal.
    Errors: none. States as those of a rate; a share of a whole under `fewest_of` is withheld, a
            share of nothing is IMPOSSIBLE.
    Source: decision 8
    """
    enough = on_years(whole, part.years).values >= fewest_of
    return rate(part, whole, per=100, decimals=SHARE_DECIMALS, rated=rated & enough)
