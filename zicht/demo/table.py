"""A table of the source: its measures and their cells."""

from dataclasses import dataclass

from zicht.demo.country import Ints
from zicht.demo.split import Parts
from zicht.demo.states import States


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure as the source describes it. `secrecy` is its word for a withheld cell."""

    key: str
    title: str
    unit: str = "aantal"
    secrecy: str = "Confidential"


@dataclass(frozen=True, slots=True)
class Block:
    """The cells of one measure, in one category where the table has categories."""

    measure: Measure
    category: str | None
    numbers: Ints
    states: States


@dataclass(frozen=True, slots=True)
class Table:
    """One table: a folder in `figures/`."""

    key: str
    title: str
    parts: Parts | None
    blocks: tuple[Block, ...]
