"""One thing that is counted."""

from dataclasses import dataclass

from zicht.demo.risk import Burden, Draw
from zicht.demo.split import Parts
from zicht.demo.states import EVERYWHERE, WHOLE, Gaps, Scope
from zicht.demo.table import Measure

IN_WIJKEN = Scope(("NL", "PV", "GM", "WK"), since=2022)
IN_GEMEENTEN = Scope(("NL", "PV", "GM"), since=2022)
IN_PROVINCIES = Scope(("NL", "PV"), since=2022)
IN_THE_COUNTRY = Scope(("NL",), since=2022)
ALL_OF_THEM = Draw(1.0)


@dataclass(frozen=True, slots=True)
class Everyone:
    """What a group is held against: all in `base`, in the same categories, rounded."""

    measure: Measure
    base: str
    rounded_to: int


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that is counted: in which table, among what, how often, where, with which gaps.

    `part` numbers its chance; the order in a list matters only where `base` is the measure of a
    subject before it. `among` is where it can occur, if that is not the base.
    """

    part: int
    table: str
    measure: Measure
    base: str
    how: Burden | Draw
    gaps: Gaps = WHOLE
    scope: Scope = EVERYWHERE
    parts: tuple[Parts, ...] = ()
    among: str = ""
    rounded_to: int = 1
    everyone: Everyone | None = None
