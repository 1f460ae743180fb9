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
GROUP = "deze groep"
_BOTH = 2
"""Of so many categories the second is what the first leaves."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a category of a breakdown, the group and everyone.

    `name` is what it is called where its breakdown is not told: "Bijstand (uitkering)".
    """

    of: str
    title: str
    name: str
    count: Cell
    share: Cell
    everyone: Cell
    times: Cell
    few: bool


@dataclass(frozen=True, slots=True)
class Profiled:
    """All profiles of an indicator as one; `chart` is None where no share may be shown.

    `halves` tells that of some breakdown one of two categories stands there, `hidden` are the
    categories that are withheld. `few` tells that in each category less than half of the people
    belong to the group.
    """

    title: str
    year: int
    early: bool
    everyone: str
    lines: tuple[Line, ...]
    halves: bool
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
    title = _headline(known, everyone=everyone)
    return Profiled(
        title,
        year,
        any(cell.provisional for line in known for cell in (line.share, line.everyone)),
        everyone,
        (*known, *unknown),
        any(len(each.parts) == _BOTH for each in breakdowns),
        joined([line.name for line in unknown if line.times.state is State.WITHHELD]),
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
        half = len(parts) == _BOTH
        for part in parts[:1] if half else parts:
            if part.everyone is not None:
                of = "" if half else f" ({breakdown.title[:1].lower()}{breakdown.title[1:]})"
                names = (breakdown.title, part.title, f"{part.title}{of}")
                yield _line(names, part, part.everyone, row=row, year=year)


def _line(
    names: tuple[str, str, str], part: Category, everyone: Among, *, row: int, year: int
) -> Line:
    count, all_of_them = part.counts.cell(row, year), everyone.counts.cell(row, year)
    return Line(
        *names,
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
    return f"{first.name}: {times} keer zo vaak als bij {everyone}"


def _chart(figures: Figures, lines: Sequence[Line], *, title: str, everyone: str) -> Profile:
    said = " ".join(_said(line, everyone=everyone) for line in lines)
    pairs = tuple(Pair(line.name, line.share, line.everyone, line.times) for line in lines)
    key = f"profiel-{figures.indicator.key}"
    return Profile(key, title, said, "%", SHARE_DECIMALS, pairs, GROUP, everyone)


def _said(line: Line, *, everyone: str) -> str:
    own, other = (
        number(cell.value or 0.0, decimals=SHARE_DECIMALS) for cell in (line.share, line.everyone)
    )
    times = number(line.times.value or 0.0, decimals=TIMES_DECIMALS)
    return f"{line.name}: {own}% van {GROUP}, {other}% van {everyone}; {times} keer zo vaak."
