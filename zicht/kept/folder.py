"""Writing what is kept."""

import os
from contextlib import suppress
from pathlib import Path


def keep(place: Path, content: bytes) -> None:
    """Write a file whole; leave it out where the machine refuses, for a build can do without.

    Errors: none.
    """
    part = place.with_name(f"{place.name}.{os.getpid()}.part")  # another build may keep the same
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
