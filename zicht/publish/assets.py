"""Files with their checksum in their name: a browser may keep them for ever."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from zicht.model.page import OutputFile

_IMPORT = re.compile(rb"""(?<=["'])\./([a-z-]+\.js)(?=["'])""")
"""Another module beside this one: the only way in which modules name each other."""


def hashed(name: str, content: bytes) -> OutputFile:
    """Return an asset: hashed("site.css", ...) is "assets/site.<10 hex digits>.css"."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return OutputFile(f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}", content)


def hashed_modules(modules: Mapping[str, bytes]) -> Mapping[str, OutputFile]:
    """Return scripts that import each other, each naming the others as they are now named.

    Shape:  by the name of the module, "scatter.js".
    Errors: ValueError when modules import each other in a circle, or one that is not there.
    """
    made: dict[str, OutputFile] = {}

    def make(name: str, around: tuple[str, ...]) -> OutputFile:
        if name in around or name not in modules:
            msg = f"{' imports '.join((*around, name))}, which cannot be"
            raise ValueError(msg)
        if name not in made:
            inside = (*around, name)

            def named(found: re.Match[bytes]) -> bytes:
                return f"./{PurePosixPath(make(found[1].decode(), inside).path).name}".encode()

            made[name] = hashed(name, _IMPORT.sub(named, modules[name]))
        return made[name]

    return {name: make(name, ()) for name in sorted(modules)}


def imported(name: str, modules: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the modules that one imports, and those that they import, each once."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for found in _IMPORT.findall(modules[waiting.pop()]):
            other = found.decode()
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield other
