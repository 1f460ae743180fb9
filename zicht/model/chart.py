"""What a chart is made of, and a chart before and after it is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from zicht.model.figure import Cell, State


class Role(Enum):
    """Whose line it is. The colour follows from the role, the same on every page."""

    HERE = "here"
    SIMILAR = "similar"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Line:
    """A series over the years: one cell a year; `breaks` are years that start a new segment."""

    name: str
    role: Role
    years: tuple[int, ...]
    cells: tuple[Cell, ...]
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A region in a chart: `here` marks the page's own, `href` is relative to the page.

    `said` is what a reader hears of it where that is another thing than its figure.
    """

    code: str
    name: str
    cell: Cell
    here: bool = False
    href: str | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What a page asks to have drawn. `key` is unique on its page.

    `title` and `description` are what a screen reader speaks; `unit` follows a number.
    """

    key: str
    title: str
    description: str
    unit: str
    decimals: int


@dataclass(frozen=True, slots=True)
class Trend(Ask):
    """Lines over the years beside each other."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Spark(Ask):
    """One line without axes, for a row of a table."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bars(Ask):
    """Regions below each other in this order, with a reference to hold them against."""

    items: tuple[Item, ...]
    reference: tuple[str, Cell] | None = None


@dataclass(frozen=True, slots=True)
class Strip(Ask):
    """All regions of a level on one axis, with the page's own among them."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """How many go from one gemeente to another; `href` leads to the page of `other`."""

    origin: str
    destination: str
    other: Item


@dataclass(frozen=True, slots=True)
class Routes(Ask):
    """Lines between gemeenten on a map, the thicker the more; a dot stands where they lead to.

    `areas` are all regions that are drawn; those at an end of a line are marked in it. `shapes`
    holds a GeoJSON geometry (WGS84) as text for each code.
    """

    routes: tuple[Route, ...]
    areas: tuple[Item, ...]
    shapes: Mapping[str, str]
    outward: bool


@dataclass(frozen=True, slots=True)
class Leaf:
    """A category in a tree: its share, what that is held against, how deep it lies."""

    code: str
    name: str
    depth: int
    cell: Cell
    there: Cell | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Nested(Ask):
    """Categories below each other in this order, each set in as deep as it lies in others.

    `against` names what the small line in each bar stands for; empty where there is none.
    """

    leaves: tuple[Leaf, ...]
    against: str = ""


@dataclass(frozen=True, slots=True)
class Dots(Ask):
    """A few regions on one axis, with the page's own among them and what they lie within."""

    items: tuple[Item, ...]
    reference: tuple[str, Cell]


@dataclass(frozen=True, slots=True)
class Map(Ask):
    """Regions coloured by class: `bounds` begin the second and later classes.

    `shapes` holds a GeoJSON geometry (WGS84) as text for each code.
    """

    items: tuple[Item, ...]
    shapes: Mapping[str, str]
    bounds: tuple[float, ...]

    @property
    def absent(self) -> tuple[State, ...]:
        """Return the reasons for having no number that this map shows: its legend tells them."""
        return tuple(sorted({item.cell.state for item in self.items} - {State.SHOWN}))


TINTS = 8
_SPREAD = {1: (0,), 2: (0, 3), 3: (0, 2, 3)}


@dataclass(frozen=True, slots=True)
class Pair:
    """A category of a group beside everyone: both shares, and how many times the one the other."""

    name: str
    share: Cell
    everyone: Cell
    times: Cell


@dataclass(frozen=True, slots=True)
class Profile(Ask):
    """A group held against everyone, category by category in this order.

    `group` and `everyone` are whom a share is of: "deze groep", "alle inwoners".
    """

    pairs: tuple[Pair, ...]
    group: str
    everyone: str


@dataclass(frozen=True, slots=True)
class Share:
    """A category over the years: its share of the whole, one cell a year."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Composition(Ask):
    """Categories that together are the whole, year after year."""

    years: tuple[int, ...]
    shares: tuple[Share, ...]

    @property
    def tints(self) -> tuple[int, ...]:
        """Return the colour of each category, for the chart and its legend: 0 is the darkest.

        There are eight; they come round again. A few categories lie more than one step apart.
        """
        count = len(self.shares)
        return _SPREAD.get(count, tuple(place % TINTS for place in range(count)))


@dataclass(frozen=True, slots=True)
class Ages(Ask):
    """Categories that follow each other, year after year, in classes of shares.

    `bounds` begin the second and later classes.
    """

    years: tuple[int, ...]
    shares: tuple[Share, ...]
    bounds: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: `kind` names its specification, `datasets` holds JSON text by dataset name.

    The rows travel as JSON because that is what both the engine and the browser read; a dataset
    that several charts of a page share (`shapes`) is the same text in each.
    `key` is unique on its page; `title` and `description` are what a screen reader speaks.
    """

    key: str
    kind: str
    title: str
    description: str
    datasets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart that was drawn: the SVG as it goes into a page."""

    chart: Chart
    svg: str
