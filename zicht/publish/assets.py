"""Files with their checksum in their name: a browser may keep them for ever."""

import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from zicht.model.page import OutputFile

_NAMED = re.compile(rb"""(?<=["'])\.\.?/[a-z/.-]+\.js(?=["'])""")
"""Another module, by the way to it: the only way in which modules name each other."""
_COMMENT = re.compile(rb"^[ ]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(rb"^[ ]+(?=\S)|^\n", re.MULTILINE)
_AT_ONCE = re.compile(rb"""\b(?:from|import) ?["'](\.\.?/[a-z/.-]+\.js)["']""")
"""The same where it comes with the module, and not only when the module asks for it."""


def hashed(name: str, content: bytes) -> OutputFile:
    """Return an asset: hashed("site.css", ...) is "assets/site.<10 hex digits>.css"."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return OutputFile(f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}", content)


def bare(script: bytes) -> bytes:
    """Return a script without the comments and the indents that stand on lines of their own.

    That is half of its bytes. A minifier would take a fifth more, and the one that is written in
    Python takes spaces out of templates within templates.
    """
    return _INDENT.sub(b"", _COMMENT.sub(b"", script))


def hashed_modules(modules: Mapping[str, bytes]) -> Mapping[str, OutputFile]:
    """Return scripts that import each other, each naming the others as they are now named.

    They end up in one folder: "draw/scatter.js" is "assets/draw-scatter.<10 hex digits>.js".
    Shape:  by the path of the module.
    Errors: ValueError when modules import each other in a circle, or one that is not there.
    """
    made: dict[str, OutputFile] = {}

    def make(path: str, around: tuple[str, ...]) -> OutputFile:
        if path in around or path not in modules:
            msg = f"{' imports '.join((*around, path))}, which cannot be"
            raise ValueError(msg)
        if path not in made:
            inside = (*around, path)

            def named(found: re.Match[bytes]) -> bytes:
                return f"./{PurePosixPath(make(_at(path, found[0]), inside).path).name}".encode()

            made[path] = hashed(path.replace("/", "-"), _NAMED.sub(named, modules[path]))
        return made[path]

    return {path: make(path, ()) for path in sorted(modules)}


def imported(path: str, modules: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the modules that come with one at once, each once; not those it may ask for later."""
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        one = waiting.pop()
        for found in _AT_ONCE.findall(modules[one]):
            other = _at(one, found)
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield other


def _at(path: str, way: bytes) -> str:
    """Return the path of the module to which a way leads from another."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), way.decode()))
