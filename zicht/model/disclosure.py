"""What a reader of the site could find out and should not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Something that the published files give away: in which file, where in it, and how.

    It names cells by their codes and never repeats the number that leaks.
    """

    what: str
    path: str
    place: str
    how: str

    def __str__(self) -> str:
        """Return the parts on three lines."""
        return f"{self.what}\n    where: {self.path}, {self.place}\n    how: {self.how}"
