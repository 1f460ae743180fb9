"""A table of the source: its measures, its dimensions and its cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from zicht.demo.numbers import Numbers
from zicht.demo.states import States


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as the source describes it. `secrecy` is its word for a withheld cell."""

    key: str
    title: str
    unit: str = "aantal"
    decimals: int = 0
    secrecy: str = "Confidential"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension beside regions and periods: its codes with their titles, the total first."""

    key: str
    title: str
    titles: Mapping[str, str]

    @property
    def total(self) -> str:
        """Return the code of all categories together."""
        return next(iter(self.titles))


@dataclass(frozen=True, slots=True)
class Block:
    """The cells of one measure in one category: a code for each dimension of its table."""

    measure: Measure
    codes: tuple[str, ...]
    numbers: Numbers
    states: States


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a folder in `figures/`."""

    key: str
    title: str
    dimensions: tuple[Dimension, ...]
    blocks: tuple[Block, ...]

    def codes(self, **chosen: str) -> tuple[str, ...]:
        """Return a code for each dimension: those that are chosen, else the total."""
        return tuple(chosen.get(one.key, one.total) for one in self.dimensions)
