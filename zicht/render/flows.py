"""Flows of one gemeente: where they go, where they come from, and what stays inside."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask, Bars, Item, Route, Routes
from zicht.model.dutch import number
from zicht.model.figure import SHARE_DECIMALS, Cell, State
from zicht.model.flow import FlowFigures, FlowYear, Partner
from zicht.model.theme import Flow, Theme
from zicht.render.around import Around
from zicht.render.view import link

MOST = 10
"""So many other gemeenten are drawn; the table has all that are shown."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a table: a gemeente (None for all others together), how many, which share."""

    area: Area | None
    href: str | None
    here: bool
    count: Cell
    share: Cell


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a flow: those that come from this gemeente, or those that go to it.

    `own` and `other` are what the two gemeenten are called; `rest` is in no line of its own.
    """

    key: str
    own: str
    other: str
    headline: str
    total: Cell
    rows: tuple[Listed, ...]
    bars: Bars | None
    map: Routes | None
    outward: bool

    @property
    def charts(self) -> tuple[Ask, ...]:
        """Return the charts that this side asks for."""
        return tuple(chart for chart in (self.bars, self.map) if chart is not None)


@dataclass(frozen=True, slots=True)
class Told:
    """A year of a flow: the totals of both ends, and the shares inside."""

    year: int
    origins: Cell
    stay: Cell
    destinations: Cell
    local: Cell


@dataclass(frozen=True, slots=True)
class FlowSection:
    """A flow of one gemeente in full."""

    flow: Flow
    year: int
    sides: tuple[Side, Side]
    years: tuple[Told, ...]

    @property
    def charts(self) -> tuple[Ask, ...]:
        """Return the charts that this section asks for."""
        return tuple(chart for side in self.sides for chart in side.charts)


def flow_sections(atlas: Atlas, code: str, theme: Theme, *, base: str) -> tuple[FlowSection, ...]:
    """Return the flows of a theme for one gemeente."""
    figures = (atlas.flows[flow.key] for flow in theme.flows)
    return tuple(_section(atlas, each, code, base=base) for each in figures)


def _section(atlas: Atlas, figures: FlowFigures, code: str, *, base: str) -> FlowSection:
    year, place = figures.latest, figures.place(code)
    views = (_View(atlas, figures, year, place, base, outward) for outward in (True, False))
    out, into = (view.side() for view in views)
    return FlowSection(
        figures.flow,
        year.year,
        (out, into),
        tuple(
            Told(y.year, y.origins[place], stay[place], y.destinations[place], local[place])
            for y, stay, local in zip(figures.safe.years, figures.stay, figures.local, strict=True)
        ),
    )


@dataclass(frozen=True, slots=True)
class _View:
    """A flow seen from one end of it in one gemeente."""

    atlas: Atlas
    figures: FlowFigures
    year: FlowYear
    place: int
    base: str
    outward: bool

    @property
    def area(self) -> Area:
        return self.area_at(self.place)

    def area_at(self, place: int) -> Area:
        return self.atlas.division[self.figures.safe.gemeenten[place]]

    def side(self) -> Side:
        flow, total, share = self.figures.flow, self.total(), self.share()
        own, other = flow.origin, flow.destination
        if not self.outward:
            own, other = other, own
        partners, inside = self.partners(), self.year.between(self.place, self.place)
        says = Message(total, inside, share)
        return Side(
            "uit" if self.outward else "in",
            own,
            other,
            headline(flow, self.area.name, own=own, other=other, says=says),
            total,
            tuple(self.rows(partners, inside)),
            self.bars(partners, inside, other),
            self.map(partners, other),
            self.outward,
        )

    def total(self) -> Cell:
        totals = self.year.origins if self.outward else self.year.destinations
        return totals[self.place]

    def share(self) -> Cell:
        shares = self.figures.stay if self.outward else self.figures.local
        return shares[-1][self.place]

    def partners(self) -> tuple[Partner, ...]:
        if self.outward:
            return self.year.out_of(self.place)
        return self.year.into(self.place)

    def item(self, place: int, cell: Cell) -> Item:
        area = self.area_at(place)
        here = place == self.place
        href = None if here else link(area, base=self.base)
        return Item(area.code, area.name, cell, here, href)

    def cell(self, count: int) -> Cell:
        return Cell(State.SHOWN, float(count), self.year.provisional)

    def rows(self, partners: Sequence[Partner], inside: Cell) -> Iterator[Listed]:
        """Yield the own gemeente, the others that are shown, and all that are not together."""
        total = self.total().value
        if total is None:
            return
        yield self.listed(self.place, inside)
        for place, count in partners:
            yield self.listed(place, self.cell(count))
        rest = total - (inside.value or 0) - sum(count for _, count in partners)
        if rest or inside.value is None:
            yield Listed(None, None, here=False, count=self.cell(int(rest)), share=self.part(rest))

    def listed(self, place: int, count: Cell) -> Listed:
        item = self.item(place, count)
        return Listed(self.area_at(place), item.href, item.here, count, self.part(count.value))

    def part(self, count: float | None) -> Cell:
        total, fewest = self.total().value, self.figures.flow.rules.fewest_of
        if count is None or total is None or total < fewest:
            return Cell(State.WITHHELD)
        share = round(100 * count / total, SHARE_DECIMALS)
        return Cell(State.SHOWN, share, self.year.provisional)

    def bars(self, partners: Sequence[Partner], inside: Cell, other: str) -> Bars | None:
        if not partners and inside.value is None:
            return None
        items = [self.item(place, self.cell(count)) for place, count in partners[:MOST]]
        if inside.value is not None:
            items.append(self.item(self.place, inside))
        items.sort(key=lambda item: -(item.cell.value or 0))
        flow = self.figures.flow
        return Bars(
            key=f"staaf-{'uit' if self.outward else 'in'}-{flow.key}",
            title=f"{other.capitalize()} van {flow.unit} met {self.figures_own()}",
            description=_said(items),
            unit=flow.unit,
            decimals=0,
            items=tuple(items),
        )

    def figures_own(self) -> str:
        flow = self.figures.flow
        return f"{flow.origin if self.outward else flow.destination} {self.area.name}"

    def map(self, partners: Sequence[Partner], other: str) -> Routes | None:
        if not partners:
            return None
        items = [self.item(place, self.cell(count)) for place, count in partners[:MOST]]
        own = self.area.code
        shapes = Around(self.atlas).shapes(own, [item.code for item in items])
        flow = self.figures.flow
        return Routes(
            key=f"stroom-{'uit' if self.outward else 'in'}-{flow.key}",
            title=f"Kaart: {other} van {flow.unit} met {self.figures_own()}",
            description=_said(items),
            unit=flow.unit,
            decimals=0,
            routes=tuple(
                Route(own, item.code, item) if self.outward else Route(item.code, own, item)
                for item in items
            ),
            areas=areas_of(self.atlas, shapes, base=self.base, here=own),
            shapes={code: self.atlas.shapes[code] for code in shapes},
            outward=self.outward,
        )


def areas_of(atlas: Atlas, codes: Sequence[str], *, base: str, here: str = "") -> tuple[Item, ...]:
    """Return regions to draw without any figure, each with its link."""
    areas = [atlas.division[code] for code in codes]
    none = Cell(State.MISSING)
    return tuple(
        Item(area.code, area.name, none, area.code == here, link(area, base=base)) for area in areas
    )


def _said(items: Sequence[Item]) -> str:
    told = (f"{item.name} {number(item.cell.value or 0, decimals=0)}" for item in items)
    return f"{', '.join(told)}."


@dataclass(frozen=True, slots=True)
class Message:
    """What the message of one end says: of how many, how many are inside, which share."""

    total: Cell
    inside: Cell
    share: Cell


def headline(flow: Flow, name: str, *, own: str, other: str, says: Message) -> str:
    """Return the message of one end; where no share can be told, the number itself if it can."""
    total, inside, share = says.total.value, says.inside.value, says.share.value
    if total is None:
        return f"Hoeveel {flow.unit} er zijn met {own} {name}, is niet te tonen"
    told = f"{number(total, decimals=0)} {flow.unit} met {own} {name}"
    if share is not None:
        part = number(share, decimals=SHARE_DECIMALS)
        return f"Van de {told} heeft {part}% ook {other} {name}"
    if inside is not None:
        return f"Van de {told} hebben er {number(inside, decimals=0)} ook {other} {name}"
    return f"Er zijn {told}. Welk deel ook {other} {name} heeft, is niet te tonen"
