"""The secret parameters of the rules about few contributors, from the file that is given.

No message repeats what the file holds: neither a value, nor a key that may be a value gone astray.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from zicht.model.errors import BuildError, Problem
from zicht.model.rules import Dominance
from zicht.read.findings import Finding, hear
from zicht.read.toml import Entry, line_of

Percent = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)]

_MAY_BE = {
    "fewest": "a whole number, two or more",
    "p_pct": "a percentage above zero, at most a hundred",
    "n": "one or two",
    "k_pct": "a percentage above zero, at most a hundred",
    "largest_pct": "a percentage above zero, at most a hundred",
}
_DEFAULT = Dominance()


class DominanceEntry(Entry):
    """The file that `--rules` names."""

    fewest: Annotated[int, Field(ge=2)] = _DEFAULT.fewest
    p_pct: Percent | None = None
    n: Annotated[int, Field(ge=1, le=2)] | None = None
    k_pct: Percent | None = None
    largest_pct: Percent = _DEFAULT.largest_pct

    def as_dominance(self) -> Dominance:
        """Return it as the model says it."""
        return Dominance(self.fewest, self.p_pct, self.n, self.k_pct, self.largest_pct)


def read_dominance(path: Path) -> Dominance:
    """Return the parameters of the rules about few contributors.

    Units:  percent; `fewest` and `n` count contributors.
    Errors: BuildError for a file that is absent or no TOML, for a key that is unknown, a value
            that it cannot have, half an (n, k) rule, and neither that rule nor a p% rule. It
            never holds what stands in the file.
    """
    entry, problems = hear(_read(path))
    if entry is None or problems:
        raise BuildError(*problems)
    return entry.as_dominance()


def _read(path: Path) -> Finding[DominanceEntry | None]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        told = tomllib.loads(text)
    except OSError:
        yield Problem("The file of rules cannot be read.", str(path), "Name another (--rules).")
        return None
    except UnicodeDecodeError:
        yield Problem("The file of rules is not UTF-8.", str(path), "Save it as UTF-8.")
        return None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line \d+", str(error))
        where = f"{path}, {at[0]}" if at else str(path)
        yield Problem("The file of rules is not TOML.", where, "Correct it.")
        return None
    faults = list(_faults(path, text, told))
    yield from faults
    return None if faults else DominanceEntry.model_validate(told)


def _faults(path: Path, text: str, told: dict[str, object]) -> Iterator[Problem]:
    try:
        entry = DominanceEntry.model_validate(told)
    except ValidationError as error:
        places = [fault["loc"] for fault in error.errors(include_input=False)]
    else:
        yield from _contradictions(path, entry)
        return
    for key in dict.fromkeys(str(place[0]) for place in places):
        where = f"{path}, line {line_of(text, (key,))}"
        if key in _MAY_BE:
            yield Problem(
                what=f"{key} has a value that it cannot have.",
                where=f"{where}, key {key}",
                todo=f"Write {_MAY_BE[key]}.",
            )
        else:
            yield Problem(
                what="The file of rules has a key that is unknown.",
                where=where,
                todo=f"Use {', '.join(_MAY_BE)} only.",
            )


def _contradictions(path: Path, entry: DominanceEntry) -> Iterator[Problem]:
    if (entry.n is None) != (entry.k_pct is None):
        yield Problem(
            what="The file of rules has half an (n, k) rule.",
            where=f"{path}, keys n and k_pct",
            todo="Give both, or neither.",
        )
    elif entry.n is None and entry.p_pct is None:
        yield Problem(
            what="The file of rules has neither a p% rule nor an (n, k) rule.",
            where=f"{path}, keys p_pct, n and k_pct",
            todo="Give p_pct, or n and k_pct.",
        )
