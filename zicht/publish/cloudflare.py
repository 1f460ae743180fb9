"""`_headers` and `_redirects`, in the words that Cloudflare gave them: written, and read again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from zicht.publish.headers import Rules
from zicht.publish.redirects import STATUS, redirects

_REDIRECT = re.compile(r"(/\S*)\s+(\S+)(?:\s+(30[12378]))?")
_FOUND = 302
"""What a redirect without a number is."""


def headers_text(rules: Rules) -> str:
    """Return `_headers`. There rules add up, so what a rule replaces is first detached with "!"."""
    return "".join(_told(rules))


def _told(rules: Rules) -> Iterator[str]:
    for place, (pattern, headers) in enumerate(rules):
        wider = (told for around, told in rules[:place] if pattern.startswith(around[:-1]))
        said = set(chain.from_iterable(wider))
        yield f"{pattern}\n"
        for name, value in headers.items():
            yield f"  ! {name}\n" * (name in said)
            yield f"  {name}: {value}\n" * (value is not None)


def redirects_text() -> str:
    """Return `_redirects`."""
    return "".join(f"{old} {new} {STATUS}\n" for old, new in redirects())


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of addresses, the headers that it takes away, and those that it adds."""

    pattern: str
    detached: frozenset[str]
    added: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Hosted:
    """What a built site asks of its host."""

    rules: tuple[Rule, ...]
    redirects: Mapping[str, tuple[int, str]]

    def headers(self, path: str) -> Mapping[str, str]:
        """Return the headers of an address. Rules add up; "! Name" takes away what was told."""
        told: dict[str, list[str]] = {}
        for rule in self.rules:
            if _matches(rule.pattern, path):
                for name in rule.detached:
                    told.pop(name, None)
                for name, value in rule.added:
                    told.setdefault(name, []).append(value)
        return {name: ", ".join(values) for name, values in told.items()}


def read_hosted(dist: Path) -> Hosted:
    """Return what a built site asks of its host; a file that is absent asks nothing."""
    redirects = {
        found[1]: (int(found[3] or _FOUND), found[2])
        for line in _lines(dist / "_redirects")
        if (found := _REDIRECT.fullmatch(line.strip()))
    }
    return Hosted(tuple(_rules(_lines(dist / "_headers"))), redirects)


def _lines(file: Path) -> Sequence[str]:
    if not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def _rules(lines: Sequence[str]) -> Iterator[Rule]:
    """Yield the rules: a pattern at the start of a line, its headers on the lines below it."""
    starts = [at for at, line in enumerate(lines) if not line.startswith((" ", "\t"))]
    for start, end in pairwise([*starts, len(lines)]):
        told = [line.strip() for line in lines[start + 1 : end]]
        away = frozenset(line.removeprefix("! ").strip() for line in told if line.startswith("! "))
        pairs = [line.partition(":") for line in told if not line.startswith("! ")]
        added = tuple((name.strip(), value.strip()) for name, _, value in pairs)
        yield Rule(lines[start].strip(), away, added)


def _matches(pattern: str, path: str) -> bool:
    """Tell whether an address fits: "*" is anything, ":word" anything but a slash."""
    parts = re.split(r"(\*|:[A-Za-z]\w*)", pattern)
    ways = (".*" if p == "*" else "[^/]+" if p[:1] == ":" else re.escape(p) for p in parts)
    return re.fullmatch("".join(ways), path) is not None
