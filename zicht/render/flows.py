"""Flows of one gemeente: where they go, where they come from, and what stays inside."""

from collections.abc import Sequence
from dataclasses import dataclass

from zicht.model.area import Area
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask, Bars, Item, Route, Routes
from zicht.model.dutch import number
from zicht.model.figure import SHARE_DECIMALS, Cell, State
from zicht.model.flow import FlowEnd, FlowFigures, FlowPart
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
    years, place = figures.safe.years, figures.place(code)
    views = (_View(atlas, figures, place, base, outward) for outward in (True, False))
    out, into = (view.side() for view in views)
    return FlowSection(
        figures.flow,
        figures.latest.year,
        (out, into),
        tuple(
            Told(y.year, y.origins[place], stay[place], y.destinations[place], local[place])
            for y, stay, local in zip(years, figures.stay, figures.local, strict=True)
        ),
    )


@dataclass(frozen=True, slots=True)
class _View:
    """A flow seen from one end of it in one gemeente."""

    atlas: Atlas
    figures: FlowFigures
    place: int
    base: str
    outward: bool

    @property
    def name(self) -> str:
        return self.area_at(self.place).name

    @property
    def end(self) -> FlowEnd:
        return (self.figures.out if self.outward else self.figures.into)[self.place]

    @property
    def sides(self) -> tuple[str, str]:
        """What the own gemeente and the others are called, seen from this end."""
        flow = self.figures.flow
        if self.outward:
            return flow.origin, flow.destination
        return flow.destination, flow.origin

    def area_at(self, place: int) -> Area:
        return self.atlas.division[self.figures.safe.gemeenten[place]]

    def side(self) -> Side:
        (own, other), end = self.sides, self.end
        says = Message(end.total, end.inside.count, end.inside.share)
        return Side(
            "uit" if self.outward else "in",
            own,
            other,
            headline(self.figures.flow, self.name, own=own, other=other, says=says),
            end.total,
            tuple(self.listed(part) for part in end.parts),
            self.bars(),
            self.map(),
            self.outward,
        )

    def listed(self, part: FlowPart) -> Listed:
        if part.place is None:
            return Listed(None, None, here=False, count=part.count, share=part.share)
        item = self.item(part.place, part.count)
        return Listed(self.area_at(part.place), item.href, item.here, part.count, part.share)

    def item(self, place: int, count: Cell) -> Item:
        area, here = self.area_at(place), place == self.place
        href = None if here else link(area, base=self.base)
        return Item(area.code, area.name, count, here, href)

    def largest(self) -> list[Item]:
        """Return the other gemeenten that are drawn."""
        others = self.end.others[:MOST]
        return [self.item(part.place, part.count) for part in others if part.place is not None]

    def bars(self) -> Bars | None:
        (own, other), flow, inside = self.sides, self.figures.flow, self.end.inside.count
        items = self.largest()
        if inside.value is not None:
            items.append(self.item(self.place, inside))
        if not items:
            return None
        items.sort(key=lambda item: -(item.cell.value or 0))
        return Bars(
            key=f"staaf-{'uit' if self.outward else 'in'}-{flow.key}",
            title=f"{other.capitalize()} van {flow.unit} met {own} {self.name}",
            description=_said(items),
            unit=flow.unit,
            decimals=0,
            items=tuple(items),
        )

    def map(self) -> Routes | None:
        (own, other), flow, items = self.sides, self.figures.flow, self.largest()
        if not items:
            return None
        here = self.area_at(self.place).code
        shapes = Around(self.atlas).shapes(here, [item.code for item in items])
        return Routes(
            key=f"stroom-{'uit' if self.outward else 'in'}-{flow.key}",
            title=f"Kaart: {other} van {flow.unit} met {own} {self.name}",
            description=_said(items),
            unit=flow.unit,
            decimals=0,
            routes=tuple(
                Route(here, item.code, item) if self.outward else Route(item.code, here, item)
                for item in items
            ),
            areas=areas_of(self.atlas, shapes, base=self.base, here=here),
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
