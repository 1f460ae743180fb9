"""A file of the site, and what the site is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file: its address inside the site ("gemeente/index.html") and its bytes."""

    path: str
    content: bytes
