"""The kinds of chart as compiled, kept while nothing changes what they are compiled from."""

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from zicht.draw import Kinds, compile_kinds, sources_of_kinds
from zicht.kept.folder import keep


def kept_kinds(folder: Path) -> Kinds:
    """Return every kind, compiled; from the folder where it has them.

    The file is named after all that kinds depend on. One that is damaged or of another form is
    not used and written again.
    Errors: none.
    """
    place = folder / f"kinds-{_digest(sources_of_kinds())[:32]}.json"
    found = _load(place)
    if found is None:
        found = compile_kinds()
        _store(place, found)
    return found


def _load(place: Path) -> Kinds | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        digest, _, text = place.read_bytes().partition(b"\n")
        if digest.decode() == _digest(text):
            return Kinds(**json.loads(text))
    return None


def _store(place: Path, kinds: Kinds) -> None:
    """Keep the kinds, and none of other versions."""
    text = json.dumps(asdict(kinds), ensure_ascii=False).encode()
    keep(place, _digest(text).encode() + b"\n" + text)
    with suppress(OSError):
        for other in set(place.parent.glob("kinds-*.json")) - {place}:
            other.unlink()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
