"""Two folders that change places, so that there is never a moment without a site."""

import ctypes
import errno
import os
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNABLE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> None:
    """Let two folders with one parent change places, in one step where the system can.

    Linux can since 3.15, on most file systems; elsewhere it takes three renames, and
    `restore` mends what a crash between them leaves.
    Errors: OSError; then both folders are where they were.
    """
    failure = _exchange_at_once(one, other)
    if failure in _UNABLE:
        _exchange_in_steps(one, other)
    elif failure:
        raise OSError(failure, os.strerror(failure), str(other))


def restore(place: Path) -> None:
    """Put back a folder that a crash in the middle of an exchange left aside."""
    aside = _aside(place)
    if aside.is_dir() and not place.exists():
        aside.rename(place)


def _exchange_at_once(one: Path, other: Path) -> int:
    """Return 0 when the folders changed places, else the number of the error."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return errno.ENOSYS
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return 0 if done == 0 else ctypes.get_errno()


def _exchange_in_steps(one: Path, other: Path) -> None:
    """Let two folders change places by way of a third name."""
    aside = _aside(other)
    other.rename(aside)
    try:
        one.rename(other)
    except OSError:
        aside.rename(other)
        raise
    aside.rename(one)


def _aside(place: Path) -> Path:
    return place.parent / f"{place.name}.old"
