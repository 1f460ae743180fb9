"""What a built site tells, rebuilt from its files alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zicht.model.area import Division
from zicht.model.figure import Grid
from zicht.model.rules import Zero


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """One indicator as a reader of the files knows it.

    counts      the counts (or sums of money); None where only a figure computed by the source
                is shown
    compared    the figure that is compared (the rate, or the count itself), as shown
    parts       the counts of each category, by breakdown and then by category
    zero        what a zero tells, as the site says
    judged      False where the source protected the figures: then its own rules hold
    decimals    of the compared figure
    adds_up     the regions of a level together are the region around them
    everyone    the counts among everyone that the categories of a profile are held against
    under       the category around each that lies in another, by breakdown; the others together
                are the whole
    """

    key: str
    counts: Grid | None
    compared: Grid
    parts: Mapping[str, Mapping[str, Grid]]
    zero: Zero
    judged: bool
    decimals: int
    adds_up: bool = True
    everyone: Mapping[str, Mapping[str, Grid]] = field(default_factory=dict)
    under: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def sums(self, breakdown: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the whole, named "", and each category with others in it, with those in it."""
        under, parts = self.under.get(breakdown, {}), self.parts[breakdown]
        for around in ("", *parts):
            inside = tuple(part for part in parts if under.get(part, "") == around)
            if inside:
                yield around, inside


@dataclass(frozen=True, slots=True)
class PublishedFlowYear:
    """The numbers of a flow that are shown in a year, by the codes of origin and destination.

    Nederland as origin or destination stands for all gemeenten together.
    """

    counts: Mapping[tuple[str, str], int]
    provisional: bool


@dataclass(frozen=True, slots=True)
class PublishedFlow:
    """One flow as a reader of the files knows it, with its words and its years."""

    key: str
    title: str
    theme: str
    unit: str
    years: Mapping[int, PublishedFlowYear]


@dataclass(frozen=True, slots=True)
class Published:
    """All that a site tells in its data files: rows in the order of `division`."""

    division: Division
    series: Mapping[str, PublishedSeries]
    flows: Mapping[str, PublishedFlow] = field(default_factory=dict)
