"""The profile of a group: which categories occur more often in it than among everyone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zicht.model.atlas import Atlas
from zicht.model.chart import Ask, Pair, Profile
from zicht.model.dutch import number
from zicht.model.figure import SHARE_DECIMALS, Among, Category, Cell, Figures, State
from zicht.model.theme import Breakdown, Counts, Form
from zicht.render.words import joined

TIMES_DECIMALS = 1
_BOTH = 2
"""Of so many categories the second is what the first leaves."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a category of a breakdown, the group and everyone."""

    of: str
    title: str
    count: Cell
    share: Cell
    everyone: Cell
    times: Cell
    few: bool


@dataclass(frozen=True, slots=True)
class Profiled:
    """All profiles of an indicator as one; `chart` is None where no share may be shown.

    `halves` are the breakdowns of which one of two categories stands there, `hidden` the
    categories that are withheld. `few` tells that in each category less than half of the people
    belong to the group.
    """

    title: str
    year: int
    early: bool
    group: str
    everyone: str
    lines: tuple[Line, ...]
    halves: str
    hidden: str
    few: bool
    chart: Profile | None
    form: str = Form.PROFILE.value
    decimals: int = SHARE_DECIMALS

    @property
    def asked(self) -> tuple[Ask, ...]:
        """Return the charts that this asks for."""
        return () if self.chart is None else (self.chart,)


def profile_of(
    atlas: Atlas, figures: Figures, breakdowns: Sequence[Breakdown], code: str
) -> Profiled | None:
    """Return the profile of the group in one region, in the newest year that its level knows.

    Shape:  lines with the most times first, in the order of the theme where they are alike; those
            without come last. Of two categories the first only.
    Units:  counts; shares in percent; times with one decimal.
    Errors: none; None where nothing was delivered for this region.
    """
    row = atlas.division.row[code]
    year = _newest(figures, breakdowns, atlas.division.rows(atlas.division[code].level))
    lines = () if year is None else tuple(_lines(figures, breakdowns, row, year))
    if year is None or all(line.count.state is State.MISSING for line in lines):
        return None
    ordered = sorted(
        lines, key=lambda line: -1.0 if line.times.value is None else -line.times.value
    )
    known = [line for line in ordered if line.times.value is not None]
    unknown = [line for line in ordered if line.times.value is None]
    everyone = next((each.everyone.title for each in breakdowns if each.everyone), "")
    halves = [f"\u201c{each.title}\u201d" for each in breakdowns if len(each.parts) == _BOTH]
    group = figures.indicator.series.unit
    title = _headline(known, everyone=everyone)
    return Profiled(
        title,
        year,
        any(cell.provisional for line in known for cell in (line.share, line.everyone)),
        group,
        everyone,
        (*known, *unknown),
        joined(halves),
        joined([line.title for line in unknown if line.times.state is State.WITHHELD]),
        figures.indicator.series.counts is Counts.PERSONS and all(line.few for line in known),
        _chart(figures, known, title=title, everyone=everyone) if known else None,
    )


def _newest(figures: Figures, breakdowns: Sequence[Breakdown], rows: slice) -> int | None:
    """Return the newest year in which any of these rows has a share beside everyone's.

    Where none has, the newest with a count.
    """
    parts = [part for each in breakdowns for part in figures.parts[each.key].values()]
    for grids in (
        [part.everyone.times for part in parts if part.everyone is not None],
        [part.counts for part in parts],
    ):
        years = (
            year
            for grid in grids
            for at, year in enumerate(grid.years)
            if (grid.states[rows, at] == State.SHOWN).any()
        )
        newest = max(years, default=None)
        if newest is not None:
            return newest
    return None


def _lines(
    figures: Figures, breakdowns: Sequence[Breakdown], row: int, year: int
) -> Iterator[Line]:
    for breakdown in breakdowns:
        parts = list(figures.parts[breakdown.key].values())
        for part in parts[:1] if len(parts) == _BOTH else parts:
            if part.everyone is not None:
                yield _line(breakdown.title, part, part.everyone, row=row, year=year)


def _line(of: str, part: Category, everyone: Among, *, row: int, year: int) -> Line:
    count, all_of_them = part.counts.cell(row, year), everyone.counts.cell(row, year)
    return Line(
        of,
        part.title,
        count,
        part.shares.cell(row, year),
        everyone.shares.cell(row, year),
        everyone.times.cell(row, year),
        2 * (count.value or 0.0) < (all_of_them.value or 0.0),
    )


def _headline(known: Sequence[Line], *, everyone: str) -> str:
    """Return the message: what occurs most above everyone."""
    if not known:
        return f"Profiel naast {everyone}"
    first = known[0]
    if (first.times.value or 0.0) <= 1:
        return f"Geen kenmerk komt vaker voor dan bij {everyone}"
    times = number(first.times.value or 0.0, decimals=TIMES_DECIMALS)
    return f"{first.title}: {times} keer zo vaak als bij {everyone}"


def _chart(figures: Figures, lines: Sequence[Line], *, title: str, everyone: str) -> Profile:
    group = figures.indicator.series.unit
    said = " ".join(_said(line, group=group, everyone=everyone) for line in lines)
    pairs = tuple(Pair(line.title, line.share, line.everyone, line.times) for line in lines)
    key = f"profiel-{figures.indicator.key}"
    return Profile(key, title, said, "%", SHARE_DECIMALS, pairs, group, everyone)


def _said(line: Line, *, group: str, everyone: str) -> str:
    own, other = (
        number(cell.value or 0.0, decimals=SHARE_DECIMALS) for cell in (line.share, line.everyone)
    )
    times = number(line.times.value or 0.0, decimals=TIMES_DECIMALS)
    return f"{line.title}: {own}% van de {group}, {other}% van {everyone}; {times} keer zo vaak."
