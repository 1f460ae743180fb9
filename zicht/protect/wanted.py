"""What a search for shields is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from zicht.model.system import Bools, Floats, Ints, Needs


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search is asked: the cells that are withheld, those that may be, and how well.

    `cost` is public: what readers lose when a cell is withheld. `alone` are the cells of which
    one contributor knows the number; `small` those that tell too much of few. `telling` says of
    some cells whether their sum, which a reader can work out, tells too much of who is in it.
    """

    unknown: Bools
    may: Bools
    cost: Floats
    needs: Needs
    alone: Bools
    small: Bools
    telling: Callable[[Ints], bool] = lambda _: False

    def of(self, cells: Ints) -> "Wanted":
        """Return what is asked of some cells."""
        needs = Needs(self.needs.reach[cells], self.needs.below[cells], self.needs.width[cells])
        return Wanted(
            self.unknown[cells],
            self.may[cells],
            self.cost[cells],
            needs,
            self.alone[cells],
            self.small[cells],
        )
