"""A page before it is rendered, and a file of the site."""

from collections.abc import Mapping
from dataclasses import dataclass

from zicht.model.chart import Ask


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its folder ("" is the start), template and title, what it is told, its charts.

    `still` tells whether its charts are only drawn, with no data for a reader to take.
    `framed` tells whether it is published a second time, bare, for other sites to frame, and
    `inside` whether the data of its charts stand in the page instead of in a file beside it.
    """

    folder: str
    template: str
    title: str
    told: Mapping[str, object]
    charts: tuple[Ask, ...] = ()
    framed: bool = False
    inside: bool = False
    still: bool = False


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file: its address inside the site ("gemeente/index.html") and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that was written: its address, checksum, size and media type."""

    path: str
    sha256: str
    bytes: int
    type: str
