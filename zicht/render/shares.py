"""A breakdown over the years: what share of the whole each category has, and what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zicht.model.atlas import Atlas
from zicht.model.chart import Ages, Ask, Composition, Share
from zicht.model.dutch import number
from zicht.model.figure import SHARE_DECIMALS, Category, Cell, Figures, Grid, State
from zicht.model.theme import Breakdown, Form
from zicht.render.view import gemeente_of

_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20)
"""How wide a class of shares may be, in percent: round, and five of them reach 100."""
_CLASSES = 5
_NEEDED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the tables: a category with its shares and counts, a cell a year."""

    title: str
    shares: tuple[Cell, ...]
    counts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """A breakdown over the years; `chart` is None where nothing can be drawn."""

    form: str
    title: str
    head: str
    years: tuple[int, ...]
    lines: tuple[Line, ...]
    chart: Composition | Ages | None
    decimals: int = SHARE_DECIMALS

    @property
    def hidden(self) -> bool:
        """Tell whether a share is withheld."""
        return any(cell.state is State.WITHHELD for line in self.lines for cell in line.shares)

    @property
    def asked(self) -> tuple[Ask, ...]:
        """Return the charts that this asks for."""
        return () if self.chart is None else (self.chart,)


def shares_of(atlas: Atlas, figures: Figures, breakdown: Breakdown, code: str) -> Divided | None:
    """Return the categories of a breakdown over the years of one region.

    Shape:  lines in the order of the theme; the years for which anything was delivered.
    Units:  shares in percent of the whole, counts.
    Errors: none; None where nothing was delivered.
    """
    row, parts = atlas.division.row[code], figures.parts[breakdown.key]
    years = _years(parts, row)
    if not years:
        return None
    lines = tuple(
        Line(part.title, _cells(part.shares, row, years), _cells(part.counts, row, years))
        for part in parts.values()
    )
    broken = {**atlas.breaks.get(gemeente_of(atlas, code), {}), **figures.indicator.breaks}
    title = _headline(breakdown, lines, years, since=max(broken, default=0))
    name = f"{breakdown.key}-{figures.indicator.key}"
    chart = _chart(breakdown, lines, years, title=title, name=name)
    return Divided(breakdown.form.value, title, breakdown.title, years, lines, chart)


def _years(parts: Mapping[str, Category], row: int) -> tuple[int, ...]:
    grids = [part.counts for part in parts.values()]
    years = grids[0].years
    known = [
        any(grid.states[row, at] != State.MISSING for grid in grids) for at in range(len(years))
    ]
    return tuple(year for year, some in zip(years, known, strict=True) if some)


def _cells(grid: Grid, row: int, years: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(grid.cell(row, year) for year in years)


def _chart(
    breakdown: Breakdown, lines: Sequence[Line], years: tuple[int, ...], *, title: str, name: str
) -> Composition | Ages | None:
    """Return the chart; None where no share at all is shown."""
    shown = [cell.value for line in lines for cell in line.shares if cell.value is not None]
    if not shown:
        return None
    shares = tuple(Share(line.title, line.shares) for line in lines)
    last = zip(lines, (line.shares[-1] for line in lines), strict=True)
    said = " ".join(
        f"{line.title} in {years[-1]}: {number(cell.value, decimals=SHARE_DECIMALS)}%."
        for line, cell in last
        if cell.value is not None
    )
    said = said or f"Over {years[-1]} is geen enkel aandeel getoond."
    if breakdown.form is Form.COMPOSITION:
        return Composition(f"verdeling-{name}", title, said, "%", SHARE_DECIMALS, years, shares)
    step = next(step for step in _STEPS if step * _CLASSES >= max(shown) or step == _STEPS[-1])
    bounds = tuple(float(step * place) for place in range(1, _CLASSES))
    return Ages(f"jaren-{name}", title, said, "%", SHARE_DECIMALS, years, shares, bounds)


def _headline(
    breakdown: Breakdown, lines: Sequence[Line], years: Sequence[int], *, since: int
) -> str:
    """Return the message: the largest part, or what grew most; plain words where neither is sure.

    Only years of which every share is shown are compared, and none across a break.
    """
    whole = [
        place
        for place in range(len(years))
        if all(line.shares[place].value is not None for line in lines)
    ]
    told = ""
    if breakdown.form is Form.COMPOSITION and whole:
        told = _largest(lines, years, whole[-1])
    kept = [place for place in whole if years[place] >= since]
    if breakdown.form is Form.AGES and len(kept) >= _NEEDED:
        told = _grown(lines, years, kept[0], kept[-1])
    return told or f"Naar {breakdown.title[:1].lower()}{breakdown.title[1:]}"


def _largest(lines: Sequence[Line], years: Sequence[int], place: int) -> str:
    ordered = sorted(lines, key=lambda line: -(line.shares[place].value or 0.0))
    first, second = (line.shares[place].value or 0.0 for line in ordered[:2])
    if first == second:
        return ""
    share = number(first, decimals=SHARE_DECIMALS)
    return f"Het grootste deel in {years[place]}: {ordered[0].title}, {share}%"


def _grown(lines: Sequence[Line], years: Sequence[int], first: int, last: int) -> str:
    def growth(line: Line) -> float:
        begin, end = line.shares[first].value or 0.0, line.shares[last].value or 0.0
        return round(end - begin, SHARE_DECIMALS)

    ordered = sorted(lines, key=lambda line: -growth(line))
    if growth(ordered[0]) <= max(0.0, growth(ordered[1])):
        return ""
    begin, end = (
        number(ordered[0].shares[place].value or 0.0, decimals=SHARE_DECIMALS)
        for place in (first, last)
    )
    title = ordered[0].title
    return (
        f"Het meest gegroeid: {title}, van {begin}% in {years[first]} naar {end}% in {years[last]}"
    )
