"""What the machine can do to us while we write, told so that the reader knows what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zicht.model.errors import BuildError, Problem

_FULL = "Make room on the disk, or choose a folder on another one."
_CLOSED = "Choose a folder that you may write, or ask for the right to write this one."
_TODO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "Raise the limit on the size of a file (ulimit -f), or write elsewhere.",
    errno.EROFS: _CLOSED,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EBUSY: "Nothing may hold the folder: choose one inside it, or unmount it.",
    errno.ENAMETOOLONG: "Choose a folder with a shorter path.",
}


@contextmanager
def writing(place: Path) -> Iterator[None]:
    """Tell every failure to write as a problem of the place.

    Errors: BuildError instead of any OSError.
    """
    try:
        yield
    except OSError as error:
        raise BuildError(_problem(error, place)) from error


def _problem(error: OSError, place: Path) -> Problem:
    """Return what the operating system said, where, and what to do."""
    said = error.strerror or str(error)
    return Problem(
        what=f"The site could not be written: {said}.",
        where=str(error.filename or place),
        todo=_TODO.get(error.errno or 0, "See to the folder and the disk, then build again."),
    )
