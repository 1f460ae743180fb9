"""Which figures tell too much by themselves: few, nearly all of a total, or few contributors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from zicht.model.account import Reason, Reasons
from zicht.model.figure import State
from zicht.model.raw import RawFigures, RawSeries
from zicht.model.rules import Dominance, Zero
from zicht.model.system import Bools, Floats
from zicht.model.theme import Concentration, Counts, Indicator, Series
from zicht.protect.dominance import dominated, upper_need


@dataclass(frozen=True, slots=True)
class Shares:
    """Who contributes to sums of money: how many, the largest, the second; and the secret rule.

    Shape:  grids, rows in the order of the division, a column a year.
    """

    contributors: Floats
    largest: Floats
    second: Floats
    rule: Dominance


@dataclass(frozen=True, slots=True)
class Primary:
    """What is withheld of one series for its own sake, and how well it must be hidden.

    Shape:  grids, rows in the order of the division, a column a year. `reach`, `below` and
            `width` are asked of a cell only where it is withheld.
    """

    reasons: Reasons
    reach: Floats
    below: Floats
    width: Floats
    upper: Floats
    shares: Shares | None = None


def find_primary(
    indicator: Indicator, raw: RawFigures, *, dominance: Dominance | None
) -> Mapping[str, Primary]:
    """Return for an indicator and each of its categories what is withheld for its own sake.

    Shape:  by key of the series, the indicator first.
    Errors: none; `read` refused sums of money without secret parameters.
    Source: decision 8, rules R1 to R5
    """
    own = raw.series[indicator.key]
    whole = on_years(raw, indicator.rate.of, own) if indicator.rate is not None else None
    part_of = whole if indicator.rate is not None and indicator.rate.part_of else None
    found = {indicator.key: of_series(own, whole=part_of)}
    if indicator.concentration is not None and dominance is not None:
        found[indicator.key] = _concentrated(own, indicator.concentration, raw, rule=dominance)
    for breakdown in indicator.breakdowns:
        for part in breakdown.parts:
            found[part.key] = _of_category(raw.series[part.key], own)
    return found


def of_series(raw: RawSeries, *, whole: Floats | None = None) -> Primary:
    """Return what is withheld of one series by itself.

    Shape:  `whole`, where given, is a public number for each cell of which the cell is a part:
            then the rest of it is a count as well, and nobody holds more than it possible.
    Errors: none.
    Source: decision 8, rules R1, R2, R3 and R5
    """
    rules, numbers = raw.series.rules, _numbers(raw)
    shown = raw.states == State.SHOWN
    reasons = np.where(raw.states == State.WITHHELD, np.uint8(Reason.SOURCE), np.uint8(Reason.NONE))
    if raw.series.counts is not Counts.MONEY:
        reasons[shown & (numbers > 0) & (numbers < rules.fewest)] = Reason.FEW
    if rules.zero is Zero.SENSITIVE:
        reasons[shown & (numbers == 0)] = Reason.ZERO
    upper = np.full(numbers.shape, np.inf)
    below = np.full(numbers.shape, np.inf)
    if whole is not None:
        rest = np.nan_to_num(whole, nan=np.inf) - numbers
        few_others = shown & (numbers > 0) & (rest > 0) & (rest < rules.fewest)
        reasons[few_others & (reasons == Reason.NONE)] = Reason.GROUP
        _group(raw, whole, reasons, below)
        upper = np.nan_to_num(np.maximum(whole, numbers), nan=np.inf)
    reach = np.minimum(float(rules.reach), upper)
    width = np.minimum(float(rules.width), upper)
    return Primary(reasons, reach, below, width, upper)


def _of_category(raw: RawSeries, whole: RawSeries) -> Primary:
    """Return what is withheld of a category: as of any series, and when it is nearly the whole."""
    plain = of_series(raw)
    total = on_years_of(whole, raw)
    enough = np.where(total >= raw.series.rules.fewest, total, np.nan)
    _group(raw, enough, plain.reasons, plain.below)
    return plain


def _group(raw: RawSeries, whole: Floats, reasons: Reasons, below: Floats) -> None:
    """Withhold what is nearly all of a whole: a reader would know it of everybody in it."""
    rules, numbers = raw.series.rules, _numbers(raw)
    limit = np.ceil(np.nan_to_num(whole, nan=np.inf) * rules.group_share_pct / 100)
    group = (raw.states == State.SHOWN) & (numbers > 0) & (numbers >= limit)
    reasons[group & (reasons == Reason.NONE)] = Reason.GROUP
    below[group] = limit[group] - 1


def _concentrated(
    raw: RawSeries, concentration: Concentration, figures: RawFigures, *, rule: Dominance
) -> Primary:
    total = _numbers(raw)
    shares = Shares(
        on_years(figures, concentration.contributors.key, raw),
        on_years(figures, concentration.largest.key, raw),
        on_years(figures, concentration.second.key, raw),
        rule,
    )
    known = total.ravel(), shares.largest.ravel(), shares.second.ravel()
    plain = of_series(raw)
    wrong = dominated(*known, shares.contributors.ravel(), rule=rule).reshape(total.shape)
    need = upper_need(*known, rule=rule).reshape(total.shape)
    hide = wrong & (raw.states == State.SHOWN) & (total > 0)
    reasons = np.where(hide, np.uint8(Reason.DOMINANCE), plain.reasons)
    return Primary(
        reasons,
        np.where(hide, total + need, plain.reach),
        np.where(hide, np.maximum(total - need, 0), plain.below),
        np.where(hide, 2 * need, plain.width),
        plain.upper,
        shares,
    )


def _numbers(raw: RawSeries) -> Floats:
    """Return the numbers with zero where there is none: the states tell which is which."""
    numbers: Floats = np.nan_to_num(raw.values)
    return numbers


def on_years(figures: RawFigures, key: str, like: RawSeries) -> Floats:
    """Return a series on the years of another; NaN where it has no number."""
    return on_years_of(figures.series[key], like)


def on_years_of(source: RawSeries, like: RawSeries) -> Floats:
    """Return the numbers of a series on the years of another; NaN where it has none."""
    found = np.full(like.values.shape, np.nan)
    for column, year in enumerate(like.years):
        if year in source.years:
            found[:, column] = source.values[:, source.years.index(year)]
    return found


def rated(indicator: Indicator, raw: RawFigures) -> Iterator[tuple[str, Bools]]:
    """Yield for an indicator and each of its categories where a rate or share may be told.

    A rate of a small denominator says much of few people, whatever its numerator.
    Source: decision 8, rule R5
    """
    own = raw.series[indicator.key]
    fewest = own.series.rules.fewest_of
    of = None if indicator.rate is None else on_years(raw, indicator.rate.of, own)
    yield indicator.key, _enough(own.series, of, fewest, own)
    for breakdown in indicator.breakdowns:
        for part in breakdown.parts:
            like = raw.series[part.key]
            yield part.key, _enough(part, on_years_of(own, like), fewest, like)


def _enough(series: Series, of: Floats | None, fewest: int, like: RawSeries) -> Bools:
    if of is None or series.protected_by_source:
        return np.ones(like.values.shape, dtype=np.bool_)
    return np.asarray(np.isnan(of) | (of == 0) | (of >= fewest))
