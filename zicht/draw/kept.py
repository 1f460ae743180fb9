"""The kinds of chart as compiled, kept from build to build while nothing changes them."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Final

from zicht.draw.kinds import Kinds, compile_kinds

_HOME: Final = Path(__file__).parent
_MAKERS: Final = "altair", "vl-convert-python"


def kept_kinds(folder: Path) -> Kinds:
    """Return every kind, compiled; from the folder where it has them.

    A file is named after our own sources and the versions of the libraries that compile. One
    that is damaged or of another form is not used and written again; anybody may remove it.
    Errors: OSError where the folder cannot be written.
    """
    place = folder / f"kinds-{_fingerprint()}.json"
    found = _load(place)
    if found is None:
        found = compile_kinds()
        _store(place, found)
    return found


def _fingerprint() -> str:
    """Return a name for all that kinds depend on."""
    sources = sorted(path for kind in ("*.py", "*.js") for path in _HOME.rglob(kind))
    parts = [*(path.read_bytes() for path in sources), *(version(it).encode() for it in _MAKERS)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


def _load(place: Path) -> Kinds | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        digest, _, text = place.read_text("utf-8").partition("\n")
        if digest == _digest(text):
            return Kinds(**json.loads(text))
    return None


def _store(place: Path, kinds: Kinds) -> None:
    """Write the kinds, and remove those of other versions."""
    text = json.dumps(asdict(kinds), ensure_ascii=False)
    part = place.with_suffix(f".{os.getpid()}.part")  # another build may store the same
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(f"{_digest(text)}\n{text}", "utf-8")
    part.replace(place)
    for other in place.parent.glob("kinds-*.json"):
        if other != place:
            other.unlink(missing_ok=True)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
