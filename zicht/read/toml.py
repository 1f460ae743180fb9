"""A TOML file through a pydantic model, with the line of everything that is wrong."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from zicht.model.errors import Problem
from zicht.read.findings import Finding


class Entry(BaseModel):
    """Text from outside: what it may hold and nothing else."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


E = TypeVar("E", bound=Entry)

_TODO = {
    "missing": "Add this key.",
    "extra_forbidden": "Remove this key or correct its name; see the format in contracts.md.",
}


def read_toml(path: Path, entry: type[E]) -> Finding[E | None]:
    """Return the file as an entry, or None after telling all that is wrong with it.

    Errors: a Problem for a file that is not UTF-8 or not TOML, and for each key that is unknown,
            missing or of the wrong kind.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        return entry.model_validate(tomllib.loads(text))
    except UnicodeDecodeError as error:
        yield Problem(f"{path.name} is not UTF-8: {error.reason}.", str(path), "Save it as UTF-8.")
    except tomllib.TOMLDecodeError as error:
        yield Problem(f"{path.name} is not TOML: {error}.", str(path), "Correct that line.")
    except ValidationError as error:
        for fault in error.errors():
            yield _problem(path, text, fault)
    return None


def line_of(text: str, place: tuple[str | int, ...]) -> int:
    """Return the line (from 1) of a key: line_of(text, ("indicator", 1, "title")).

    A place that is not written out (a missing key) gives the line of what should hold it.
    """
    lines, found = text.splitlines(), 0
    for position, name in enumerate(place):
        if isinstance(name, int):
            continue
        after = place[position + 1] if position + 1 < len(place) else 0
        nth = after if isinstance(after, int) else 0
        found = _find(lines, found, name, nth=nth)
    return max(found, 1)


def _find(lines: list[str], start: int, name: str, *, nth: int) -> int:
    header = re.compile(rf"\s*\[\[\s*([\w-]+\.)*{re.escape(name)}\s*\]\]")
    headers = [row for row, line in enumerate(lines[start:], start + 1) if header.match(line)]
    if len(headers) > nth:
        return headers[nth]
    key = re.compile(rf"""\s*(\[[\w.]*)?["']?{re.escape(name)}["']?\s*(\]|=)""")
    for row, line in enumerate(lines[start:], start + 1):
        if key.match(line):
            return row
        if line.lstrip().startswith("[["):
            break
    return start


def _problem(path: Path, text: str, fault: ErrorDetails) -> Problem:
    place = fault["loc"]
    named = ".".join(f"{part}" for part in place)
    return Problem(
        what=f"{named}: {fault['msg']}.",
        where=f"{path}, line {line_of(text, place)}, key {named}",
        todo=_TODO.get(fault["type"], "Correct the value."),
    )
