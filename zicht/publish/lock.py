"""One build at a time in a folder."""

import errno
import fcntl
import os
from pathlib import Path

from zicht.model.errors import BuildError, Problem

_UNABLE = {errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP}
"""What network disks say that know no locks on folders; there, builds are not told apart."""


def lock(folder: Path, *, wait: bool = False) -> int:
    """Return a lock on a folder that exists; it ends with `os.close` or with the process.

    The lock is on the folder itself, so that it leaves no file behind and moves along when the
    folder is renamed.
    Errors: BuildError when another process holds it and `wait` is False.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        free = _take(handle, wait=wait) and os.path.samestat(os.fstat(handle), folder.stat())
    except BaseException:
        os.close(handle)
        raise
    if not free:
        os.close(handle)
        raise BuildError(_busy(folder))
    return handle


def _take(handle: int, *, wait: bool) -> bool:
    """Take the lock of an open folder; tell whether that worked."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _UNABLE:
            raise
    return True


def _busy(folder: Path) -> Problem:
    """Return the problem of two builds in one folder."""
    return Problem(
        what="Another build or publication is writing here.",
        where=str(folder),
        todo="Wait until it is done, or choose another folder.",
    )
