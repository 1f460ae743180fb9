"""The links of pages: where each leads, which places they name, which pages they open."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zicht.audit.links.addresses import Address, addresses, markup, named, names, rows, start_of
from zicht.audit.links.fault import Fault
from zicht.audit.links.ground import NOT_FOUND, Ground, aim

CHARTS = "grafieken.json"


@dataclass(slots=True)
class Looked:
    """What some pages say: faults, the pages that each opens, the places in others that it names.

    `anchors` has by page and place the first page that leads there, and the address by which.
    """

    faults: list[Fault] = field(default_factory=list)
    opened: dict[str, tuple[str, ...]] = field(default_factory=dict)
    anchors: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)


def links_of(dist: Path, ground: Ground, paths: Sequence[str]) -> Looked:
    """Return what is found of these pages, any share of them; places are looked for later.

    Errors: FileNotFoundError for a path that is not there.
    """
    looked = Looked()
    for path in paths:
        _look(path, (dist / path).read_text("utf-8"), _charts(dist / path), ground, looked)
    return looked


def _charts(page: Path) -> str:
    """Return the file of the charts of a page; empty where it has none."""
    beside = page.with_name(CHARTS)
    there = page.name == "index.html" and beside.is_file()
    return beside.read_text("utf-8") if there else ""


def _look(path: str, text: str, charts: str, ground: Ground, looked: Looked) -> None:
    told, text = rows(f"{text}{charts}"), markup(text)
    own = Counter(names(text))
    looked.faults += _named_twice(path, own)
    looked.faults += _unnamed(path, text, own)
    start = _start(path, text)
    opened: set[str] = set()
    for one in dict.fromkeys((*addresses(text), *told)):
        to = aim(one.text, start=start, ground=ground, rooted=path == NOT_FOUND)
        if to is None:
            looked.faults += _loaded(path, one)
        elif to.wrong:
            looked.faults.append(_fault(path, one, to.wrong, to.todo))
        else:
            opened |= {to.path} if one.element == "a" and to.path.endswith(".html") else set()
            if to.anchor and to.path == path:
                looked.faults += _without(path, one, own, to.anchor)
            elif to.anchor:
                looked.anchors.setdefault((to.path, to.anchor), (path, one.text))
    looked.opened[path] = tuple(sorted(opened))


def _start(path: str, text: str) -> str:
    """Return the page from which links start: that of the base, or the page itself."""
    base = start_of(text)
    if not base:
        return path
    folder = posixpath.normpath(posixpath.join(posixpath.dirname(path), base))
    return posixpath.join("" if folder == "." else folder, "index.html")


def _fault(path: str, one: Address, wrong: str, todo: str) -> Fault:
    return Fault(path, one.place, f'The address "{one.text}" {wrong}.', todo)


def _loaded(path: str, one: Address) -> Iterator[Fault]:
    if one.loaded and not one.text.startswith("data:"):
        yield _fault(path, one, "is loaded from another site", "Publish the file with the site.")


def _without(path: str, one: Address, own: Counter[str], anchor: str) -> Iterator[Fault]:
    if anchor not in own:
        yield _fault(path, one, "names a place that the page has not", _ANCHOR)


_ANCHOR = "Give the place that id, or lead to another."


def _named_twice(path: str, own: Counter[str]) -> Iterator[Fault]:
    for name, count in own.items():
        if count > 1:
            what = f'The id "{name}" stands in the page {count} times.'
            yield Fault(path, "id", what, "Give each place a name of its own.")


def _unnamed(path: str, text: str, own: Counter[str]) -> Iterator[Fault]:
    for attribute, name in sorted(set(named(text))):
        if name not in own:
            what = f'{attribute} names "{name}", and the page has no such id.'
            yield Fault(path, attribute, what, _ANCHOR)
