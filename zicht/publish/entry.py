"""One file of the site on disk, and what the manifest says of it."""

import hashlib
import re
from pathlib import Path

from zicht.model.errors import BuildError, Problem
from zicht.model.page import Entry, OutputFile
from zicht.publish.faults import writing
from zicht.publish.media import media_type

_PART = r"(?!\.{1,2}(/|$))[A-Za-z0-9_.~-]+"
_ADDRESS = re.compile(f"{_PART}(/{_PART})*")
"""Nothing that must be escaped in a link, and nothing that leaves the folder."""


def write_file(folder: Path, file: OutputFile) -> Entry:
    """Write a file of the site into a folder; any number of processes may do so at once.

    Shape:  the entry of the file for the manifest.
    Errors: BuildError for an address that is taken or that cannot be one, and when the disk is
            full or closed to us.
    """
    if not _ADDRESS.fullmatch(file.path):
        raise BuildError(_unfit(file.path))
    place = folder / file.path
    try:
        with writing(place):
            _write_new(place, file.content)
    except BuildError as error:
        if isinstance(error.__cause__, FileExistsError | NotADirectoryError | IsADirectoryError):
            raise BuildError(_taken(file.path)) from error.__cause__
        raise
    return Entry(
        file.path,
        hashlib.sha256(file.content).hexdigest(),
        len(file.content),
        media_type(file.path),
    )


def _write_new(place: Path, content: bytes) -> None:
    """Write a file that is not there yet; its folder is made when it is missing."""
    try:
        handle = place.open("xb")
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle = place.open("xb")
    with handle:
        handle.write(content)


def _unfit(path: str) -> Problem:
    """Return the problem of an address that cannot be one."""
    return Problem(
        what=f"{path!r} cannot be the address of a file.",
        where=path,
        todo="Use letters, digits, - _ . and ~, divided by /, without . or .. as a part.",
    )


def _taken(path: str) -> Problem:
    """Return the problem of two files with one address."""
    return Problem(
        what=f"Two files of the site want the address {path}.",
        where=path,
        todo="Give one of the two another name: a theme, an indicator or a page is there twice.",
    )
