"""Who may frame the pages that are made to be framed: origins, for a content security policy."""

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field

from zicht.model.errors import BuildError, Problem
from zicht.read.findings import Finding, hear
from zicht.read.toml import Entry, line_of, read_toml

_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_PORT = r"(:([1-9][0-9]{0,4}|\*))?"
_HTTPS = re.compile(rf"https://(\*\.)?({_LABEL}\.)+{_LABEL}{_PORT}")
_LOOPBACK = re.compile(rf"https?://(127\.0\.0\.1|localhost|\[::1\]){_PORT}")
_ENDS_POLICY = re.compile(r"""[\s;,"'\\]|[^\x21-\x7e]""")
"""What would end the list, the policy or the line of a header in which an origin stands."""


class FramesEntry(Entry):
    """The file: the origins."""

    origins: list[str] = Field(default_factory=list)


def read_frames(path: Path) -> tuple[str, ...]:
    """Return the origins that may frame `/embed/`, each once, in alphabetic order.

    Shape:  a scheme, a host, perhaps a port: "https://*.gemeente.example"; in small letters.
    Errors: BuildError for a file that is absent or no such table, with every origin in it that
            cannot be one or that would let in more than a host names.
    """
    if not path.is_file():
        todo = "Name a file with `origins = []`, or leave --frames out."
        raise BuildError(Problem("There is no list of who may frame.", str(path), todo))
    origins, problems = hear(_read(path))
    if problems:
        raise BuildError(*problems)
    return origins


def _read(path: Path) -> Finding[tuple[str, ...]]:
    entry = (yield from read_toml(path, FramesEntry)) or FramesEntry()
    told = [origin.lower() for origin in entry.origins]
    line = line_of(path.read_text(encoding="utf-8-sig"), ("origins",)) if told else 1
    for origin in dict.fromkeys(told):
        yield from _faults(origin, where=f"{path}, line {line}, key origins")
    return tuple(sorted(set(told)))


def _faults(origin: str, *, where: str) -> Iterator[Problem]:
    """Yield what is wrong with an origin: the first that a reader would mend."""
    if _HTTPS.fullmatch(origin) or _LOOPBACK.fullmatch(origin):
        return
    shown = f"{origin!r} cannot frame us"
    if _ENDS_POLICY.search(origin):
        why = "quotes, spaces, commas, semicolons and other letters than a-z have no place in it"
        todo = "Write one origin in each string; a name with other letters as xn--."
    elif origin in {"*", "https:", "http:", "https://*", "http://*"}:
        why = "this is everybody"
        todo = "Name the hosts; *. before a name stands for all names below it."
    elif origin.startswith("http://"):
        why = "what comes over http can be changed on its way"
        todo = "Write https://, or leave it out."
    elif not origin.startswith("https://"):
        why = "it does not start with https://"
        todo = "Write the scheme and the host: https://intranet.gemeente.example."
    elif origin.count("/") > 2:  # noqa: PLR2004  those of https://
        why = "an origin ends with its host or port"
        todo = "Leave out what follows the host, the slash too."
    else:
        why = "its host is not the whole name of one"
        todo = "Write a name with a dot, *. at its start alone: https://*.gemeente.example."
    yield Problem(f"{shown}: {why}.", where, todo)
