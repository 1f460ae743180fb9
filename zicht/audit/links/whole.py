"""All pages together: the places that others name, and the pages that nobody leads to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from zicht.audit.links.addresses import markup, names
from zicht.audit.links.fault import Fault
from zicht.audit.links.ground import NOT_FOUND, Ground
from zicht.audit.links.pages import Looked
from zicht.audit.page.embeds import is_embed
from zicht.model.errors import Problem

START = "index.html"
_LISTED = re.compile(r"<url><loc>([^<>]*)</loc>")
Anchors = Mapping[tuple[str, str], tuple[str, str]]


def anchors_of(looked: Iterable[Looked]) -> Anchors:
    """Return the places that pages name in other pages, each with the first that does."""
    every: dict[tuple[str, str], tuple[str, str]] = {}
    for share in looked:
        for key, told in share.anchors.items():
            every[key] = min(told, every.get(key, told))
    return every


def anchor_faults(
    dist: Path, wanted: Sequence[tuple[str, Mapping[str, tuple[str, str]]]]
) -> list[Fault]:
    """Return the places that pages name in others and that are not there.

    `wanted` has by page the places in it, each with the page that names it and the address.
    """
    found = []
    for path, places in wanted:
        own = (
            set(names(markup((dist / path).read_text("utf-8"))))
            if path.endswith(".html")
            else set()
        )
        for place, (page, address) in places.items():
            if place not in own:
                what = f'The address "{address}" names a place that {path} has not.'
                todo = "Give the place that id, or lead to another."
                found.append(Fault(page, "href", what, todo))
    return found


def by_page(anchors: Anchors) -> list[tuple[str, dict[str, tuple[str, str]]]]:
    """Return the places that are named, by the page that should have them."""
    pages: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for (path, place), told in sorted(anchors.items()):
        pages[path][place] = told
    return sorted(pages.items())


def page_faults(dist: Path, ground: Ground, opened: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Yield the pages that nobody reaches by plain links from the start, or that no list names.

    `opened` has the pages that each page leads to. Pages made to be framed are copies, and the
    page for an address that is not there has no address: neither is looked for.
    """
    reached, waiting = {START}, [START]
    while waiting:
        for path in opened.get(waiting.pop(), ()):
            if path not in reached and not is_embed(path):
                reached.add(path)
                waiting.append(path)
    listed = _listed(dist, ground)
    for path in sorted(opened):
        if is_embed(path) or path == NOT_FOUND:
            continue
        if path not in reached:
            what = "No plain link leads to this page from the start."
            yield Fault(path, "the site", what, "Link to it from a page that can be reached.")
        if path not in listed:
            what = "No list of pages names this page."
            yield Fault(path, "sitemap.xml", what, "Add it to the list, or take it away.")


def _listed(dist: Path, ground: Ground) -> frozenset[str]:
    """Return the pages that the lists for machines name."""
    texts = (path.read_text("utf-8", "replace") for path in sorted(dist.glob("sitemap*.xml")))
    root = urlsplit(ground.base).path
    ways = (
        unquote(urlsplit(place).path)[len(root) :]
        for text in texts
        for place in _LISTED.findall(text)
    )
    return frozenset(f"{way}index.html" if way[-1:] in {"", "/"} else way for way in ways)


def told_faults(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Return faults as problems: the same fault in many files is told once, with how many."""
    alike: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for fault in faults:
        alike[fault.what, fault.place, fault.todo].append(fault.path)
    return tuple(
        Problem(what, _where(paths, place), todo)
        for (what, place, todo), paths in sorted(alike.items())
    )


def _where(paths: Sequence[str], place: str) -> str:
    first, more = min(paths), len(set(paths)) - 1
    return f"{first}, {place}{f', and in {more:,} other files' if more else ''}"
