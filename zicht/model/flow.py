"""Counts from gemeente to gemeente that may be published: what is shown of one matrix a year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zicht.model.figure import Cell, State
from zicht.model.theme import Flow

Partner = tuple[int, int]
"""The place of another gemeente, and how many."""


@dataclass(frozen=True, slots=True)
class FlowYear:
    """One year after protection; places are those in `SafeFlow.gemeenten`.

    whole         how many there are in all
    origins       how many come from each gemeente, wherever they go
    destinations  how many go to each gemeente, wherever they come from
    flows         the counts that are shown, by origin and destination; all others are withheld
    """

    year: int
    provisional: bool
    whole: Cell
    origins: tuple[Cell, ...]
    destinations: tuple[Cell, ...]
    flows: Mapping[tuple[int, int], int]

    def between(self, origin: int, destination: int) -> Cell:
        """Return how many go from one gemeente to another, or stay in it."""
        count = self.flows.get((origin, destination))
        if count is None:
            return Cell(State.WITHHELD)
        return Cell(State.SHOWN, float(count), self.provisional)

    def out_of(self, place: int) -> tuple[Partner, ...]:
        """Return the other gemeenten that are shown to go to, the largest first."""
        return _ordered((b, n) for (a, b), n in self.flows.items() if a == place != b)

    def into(self, place: int) -> tuple[Partner, ...]:
        """Return the other gemeenten that are shown to come from, the largest first."""
        return _ordered((a, n) for (a, b), n in self.flows.items() if b == place != a)


def _ordered(found: Iterator[Partner]) -> tuple[Partner, ...]:
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


@dataclass(frozen=True, slots=True)
class SafeFlow:
    """A flow after protection. Only `protect` makes these.

    `gemeenten` are the codes of all gemeenten in the order of the division; years ascend.
    """

    flow: Flow
    gemeenten: tuple[str, ...]
    years: tuple[FlowYear, ...]


@dataclass(frozen=True, slots=True)
class FlowPart:
    """How many at one end of a flow go to or come from one gemeente, and what share that is.

    `place` is None for all that have no part of their own, together.
    """

    place: int | None
    count: Cell
    share: Cell


@dataclass(frozen=True, slots=True)
class FlowEnd:
    """The flow of one gemeente seen from one end, in the newest year.

    total   how many there are at this end
    inside  how many of them stay inside the gemeente, or come from inside
    others  the other gemeenten that are shown, the largest first
    rest    all that are in none of those; None where there are none, or nobody can say how many
    """

    total: Cell
    inside: FlowPart
    others: tuple[FlowPart, ...]
    rest: FlowPart | None

    @property
    def parts(self) -> tuple[FlowPart, ...]:
        """Return all parts in the order of a table; none where the total is not shown."""
        if self.total.value is None:
            return ()
        return (self.inside, *self.others, *(() if self.rest is None else (self.rest,)))


@dataclass(frozen=True, slots=True)
class FlowFigures:
    """A flow, ready to be told.

    out    for each gemeente: the end from which it goes
    into   for each gemeente: the end to which it comes
    stay   for each year and gemeente: what percentage of those who come from it stay in it
    local  for each year and gemeente: what percentage of those who go to it come from it
    """

    safe: SafeFlow
    out: tuple[FlowEnd, ...]
    into: tuple[FlowEnd, ...]
    stay: tuple[tuple[Cell, ...], ...]
    local: tuple[tuple[Cell, ...], ...]

    @property
    def flow(self) -> Flow:
        """Return what is counted."""
        return self.safe.flow

    @property
    def latest(self) -> FlowYear:
        """Return the newest year."""
        return self.safe.years[-1]

    def place(self, code: str) -> int:
        """Return the place of a gemeente. Errors: ValueError for one that is not there."""
        return self.safe.gemeenten.index(code)
