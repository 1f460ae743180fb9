"""What a page weighs before its reader does anything: itself, its style and its scripts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli

BEFORE_BYTES = 100_000
"""All that comes over the line before a reader does anything."""
STYLE_BYTES = 15_000
"""The style, of that."""

_TAG = re.compile(r"<(base|link|script|img)\b[^>]*>")
_AT = re.compile(r'(?<=\s)(?:href|src)="([^"]+)"')
_LINKED = re.compile(r'rel="(?:stylesheet|modulepreload|preload|icon)"')
_HEAVIEST = 8
"""Pages of a template that are compressed: the largest before are the largest after, or nearly."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a page with brotli, and of what comes with it."""

    path: str
    raw: int
    page: int
    beside: int

    @property
    def before(self) -> int:
        """All that comes before a reader does anything."""
        return self.page + self.beside


@cache
def pressed(path: Path) -> bytes:
    """Return a file as a host sends it that compresses while it serves."""
    return bytes(brotli.compress(path.read_bytes(), quality=9))


def beside(dist: Path, page: Path) -> tuple[Path, ...]:
    """Return the files that a browser asks for with a page, each once, in the order of the page."""
    here = "/" + page.relative_to(dist).as_posix()
    found: dict[Path, None] = {}
    for tag in _TAG.finditer(page.read_text(encoding="utf-8")):
        if (at := _AT.search(tag[0])) is None:
            continue
        if tag[1] == "base":
            here = urljoin(here, at[1])
        elif tag[1] != "link" or _LINKED.search(tag[0]):
            found[dist / urlsplit(urljoin(here, at[1])).path.lstrip("/")] = None
    return tuple(found)


def weight_of(dist: Path, page: Path) -> Weight:
    """Return what a page weighs."""
    others = sum(len(pressed(path)) for path in beside(dist, page))
    own = brotli.compress(page.read_bytes(), quality=9)
    return Weight(page.relative_to(dist).as_posix(), page.stat().st_size, len(own), others)


def template_of(path: str) -> str:
    """Return which kind of page an address is of: "gemeente/*/*/" is a gemeente and a theme."""
    parts = path.removesuffix("index.html").rstrip("/").split("/")
    kept = 2 if parts[0] == "embed" else 1
    return "/".join((*parts[:kept], *("*" for _ in parts[kept:]))) or "start"


def heaviest(dist: Path) -> Mapping[str, Weight]:
    """Return the heaviest page of each kind, by its kind."""
    return {kind: max(some, key=lambda one: one.before) for kind, some in _weights(dist)}


def _weights(dist: Path) -> Iterator[tuple[str, list[Weight]]]:
    kinds: dict[str, list[Path]] = {}
    for page in sorted(dist.rglob("*.html")):
        kinds.setdefault(template_of(page.relative_to(dist).as_posix()), []).append(page)
    for kind, pages in sorted(kinds.items()):
        largest = sorted(pages, key=lambda page: -page.stat().st_size)[:_HEAVIEST]
        yield kind, [weight_of(dist, page) for page in largest]


def print_weights(dist: Path) -> None:
    """Print the heaviest page of each kind, and whether it keeps within the budget."""
    print(f"\n{'before a reader does anything, kB with brotli':<52}{'raw':>8}{'page':>7}{'all':>7}")
    for kind, told in heaviest(dist).items():
        over = "  over the budget" * (told.before > BEFORE_BYTES)
        kilo = f"{told.raw / 1e3:>8.1f}{told.page / 1e3:>7.1f}{told.before / 1e3:>7.1f}"
        print(f"{kind + '  ' + told.path.removesuffix('index.html'):<52.52}{kilo}{over}")
