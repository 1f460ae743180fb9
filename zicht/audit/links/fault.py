"""What is wrong with an address, before it is told of all pages that have it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """An address in a file that does not do what it should: where it stands, and what to do.

    `place` is what holds it ("a href"); the same fault on many pages is told once.
    """

    path: str
    place: str
    what: str
    todo: str
