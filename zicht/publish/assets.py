"""Files with their checksum in their name: a browser may keep them for ever."""

import hashlib
from pathlib import PurePosixPath

from zicht.model.page import OutputFile


def hashed(name: str, content: bytes) -> OutputFile:
    """Return an asset: hashed("site.css", ...) is "assets/site.<10 hex digits>.css"."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return OutputFile(f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}", content)
