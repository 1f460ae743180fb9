"""Charts of every kind for the tests, and one engine for all of them."""

from collections.abc import Callable, Iterator, Sequence

import pytest
import shapely

from zicht import draw
from zicht.model.chart import Chart, Item, Leaf, Line, Pair, Role, Route, Routes, Share
from zicht.model.figure import Cell, State

YEARS = tuple(range(2016, 2025))
UNIT = "per 10.000 woningen"


def shown(value: float, *, provisional: bool = False) -> Cell:
    return Cell(State.SHOWN, value, provisional)


@pytest.fixture(scope="session")
def kinds() -> draw.Kinds:
    return draw.compile_kinds()


@pytest.fixture(scope="session")
def engine(kinds: draw.Kinds) -> Iterator[draw.Engine]:
    with draw.Engine(kinds) as started:
        yield started


@pytest.fixture(scope="session")
def svg(engine: draw.Engine) -> Callable[[Chart], str]:
    """Return a function that draws one chart."""
    return lambda chart: engine.draw([chart])[0].svg


def lines(name: str = "Almere", *, tilt: float = 0.3) -> list[Line]:
    own = [shown(3 + tilt * place, provisional=place == 8) for place in range(9)]
    own[2], own[3] = Cell(State.WITHHELD), Cell(State.MISSING)
    return [
        Line("Nederland", Role.COUNTRY, YEARS, tuple(shown(2.0 + tilt) for _ in YEARS)),
        Line("Vergelijkbaar", Role.SIMILAR, YEARS, tuple(shown(3.1) for _ in YEARS)),
        Line(name, Role.HERE, YEARS, tuple(own), breaks=(2022,)),
    ]


def items(count: int = 8, *, name: str = "Wijk", shift: float = 0.0) -> list[Item]:
    cells: Sequence[Cell] = [shown(round(shift + place * 1.7 % 9, 1)) for place in range(count)]
    states = {2: State.WITHHELD, 3: State.MISSING, 4: State.IMPOSSIBLE}
    return [
        Item(
            f"WK0034{place:02d}",
            f"{name} {place}",
            Cell(states[place]) if place in states else cell,
            here=place == 5,
            href=f"../wk0034{place:02d}/",
        )
        for place, cell in enumerate(cells)
    ]


def leaves(regions: Sequence[Item]) -> list[Leaf]:
    """Return the regions as branches, every other one inside the one before it."""
    return [
        Leaf(each.code, each.name, at % 2, each.cell, shown(3.0 + at), each.href)
        for at, each in enumerate(regions)
    ]


def pairs(count: int = 4, *, shift: float = 0.0) -> list[Pair]:
    """Return categories of a group beside everyone; the third is withheld."""
    withheld = Cell(State.WITHHELD)
    told = [
        Pair(f"Kenmerk {at}", shown(40.0 - 9 * at + shift), shown(12.5), shown(3.2 - 0.7 * at))
        for at in range(count)
    ]
    told[2] = Pair("Kenmerk 2", withheld, shown(12.5), withheld)
    return told


def shares(count: int = 4, *, shift: float = 0.0, years: int = 4) -> list[Share]:
    """Return parts of a whole over the years; of the second year one is withheld."""
    even = 100.0 / count
    told = [
        Share(
            f"Deel {at}",
            tuple(
                shown(round(even + (shift + year) * (1 if at == 0 else -1 / (count - 1)), 1))
                for year in range(years)
            ),
        )
        for at in range(count)
    ]
    first, *rest = told
    return [Share(first.name, (first.cells[0], Cell(State.WITHHELD), *first.cells[2:])), *rest]


def shapes(count: int = 8, *, width: float = 0.02) -> dict[str, str]:
    return {
        f"WK0034{place:02d}": shapely.to_geojson(
            shapely.box(
                5 + place % 3 * width,
                52 + place // 3 * 0.01,
                5 + (place % 3 + 1) * width,
                52 + (place // 3 + 1) * 0.01,
            )
        )
        for place in range(count)
    }


def every_kind(*, name: str = "Almere", variant: int = 0) -> list[Chart]:
    """Return a chart of each kind; another variant has other figures, rows and shapes."""
    told = {"title": f"{name} {variant}", "description": "Beschrijving"}
    rows = items(8 - variant, name=name, shift=variant * 1.1)
    trend = lines(name, tilt=0.3 - variant * 0.2)
    fit = {"unit": UNIT, "decimals": 1}
    return [
        draw.line(f"lijn{variant}", **told, lines=trend[variant:], **fit),
        draw.spark(f"vonk{variant}", **told, line=trend[2], decimals=1),
        draw.bar(f"staaf{variant}", **told, items=rows, **fit, reference=("Nederland", shown(3.2))),
        draw.strip(f"strook{variant}", **told, items=rows, **fit),
        draw.dots(
            f"punten{variant}", **told, items=rows, **fit, reference=("Nederland", shown(3.2))
        ),
        draw.choropleth(
            f"kaart{variant}",
            **told,
            items=rows,
            bounds=(1.0, 2.5, 4.0, 6.0),
            **fit,
            shapes=shapes(8 - variant, width=0.02 + variant * 0.01),
        ),
        draw.profile(
            f"profiel{variant}",
            **told,
            pairs=pairs(5 - variant, shift=variant),
            group="deze groep",
            everyone="alle inwoners",
            unit="%",
            decimals=1,
        ),
        draw.composition(
            f"verdeling{variant}",
            **told,
            years=YEARS[variant:4],
            shares=shares(5 - variant, shift=variant, years=4 - variant),
            tints=range(5 - variant),
            unit="%",
            decimals=1,
        ),
        draw.ages(
            f"jaren{variant}",
            **told,
            years=YEARS[variant:4],
            shares=shares(5 - variant, shift=variant, years=4 - variant),
            bounds=(8.0, 16.0, 24.0, 32.0),
            unit="%",
            decimals=1,
        ),
        draw.tree(f"boom{variant}", **told, leaves=leaves(rows), **fit, against="Nederland"),
        draw.flow(f"stroom{variant}", **told, ask=routes(rows, variant=variant)),
    ]


def routes(rows: Sequence[Item], *, variant: int = 0) -> Routes:
    """Return lines from the own region to three others, or back."""
    own = next(item for item in rows if item.here).code
    others = [item for item in rows if item.cell.value is not None and not item.here][:3]
    pairs = [(own, one.code) if variant != 1 else (one.code, own) for one in others]
    return Routes(
        *(f"stroom{variant}", "t", "d", "verdenkingen", 0),
        routes=tuple(Route(*pair, other=one) for pair, one in zip(pairs, others, strict=True)),
        areas=tuple(rows),
        shapes=shapes(len(rows), width=0.02 + variant * 0.01),
        outward=variant != 1,
    )


@pytest.fixture(scope="session")
def charts() -> Callable[..., list[Chart]]:
    return every_kind


@pytest.fixture(scope="session")
def figures() -> Callable[..., list[Item]]:
    return items


@pytest.fixture(scope="session")
def outlines() -> Callable[..., dict[str, str]]:
    return shapes


@pytest.fixture(scope="session")
def trends() -> Callable[..., list[Line]]:
    return lines
