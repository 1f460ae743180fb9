"""What is asked of protection for one family of series in one year, and what it answers."""

from dataclasses import dataclass

from zicht.model.account import Reasons
from zicht.model.area import Division
from zicht.model.errors import Problem
from zicht.model.ledger import Known
from zicht.model.raw import RawSeries
from zicht.model.system import Floats
from zicht.protect.family import Family
from zicht.protect.primary import Primary


@dataclass(frozen=True, slots=True)
class Job:
    """A family of series to be shielded in one year, with all that it takes.

    Any process can do it, in any order. `size` says how many people live in each region, which
    is public.
    """

    family: Family
    year: int
    division: Division
    series: tuple[RawSeries, ...]
    primary: tuple[Primary, ...]
    known: tuple[Known | None, ...]
    size: Floats


@dataclass(frozen=True, slots=True)
class Shielded:
    """Why each cell of a family is withheld in one year, and what could not be done otherwise.

    `reasons` has an array by region for each series, in the order of the family.
    """

    reasons: tuple[Reasons, ...]
    notes: tuple[Problem, ...]
