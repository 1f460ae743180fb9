"""A file beside the site, for the release manager: the ledger, the report, the certificates."""

import os
from pathlib import Path

from zicht.publish.faults import writing


def write_beside(path: Path, content: bytes) -> None:
    """Write the file so that a crash leaves the old file or the new one, on the disk itself.

    Errors: BuildError when the machine refuses.
    """
    place = path.resolve()
    part = place.with_name(f".{place.name}.part")
    with writing(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("wb") as file:
                file.write(content)
                os.fsync(file.fileno())
            part.replace(place)
        finally:
            part.unlink(missing_ok=True)
