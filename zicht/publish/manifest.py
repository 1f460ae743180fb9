"""The list of all files of a site, by which releases are compared and published."""

import json
from collections.abc import Iterable
from datetime import date

from zicht.model.page import Entry, OutputFile


def manifest(
    entries: Iterable[Entry],
    *,
    release: date,
    generator: str,
    fictional: bool,
    partial: bool = False,
) -> OutputFile:
    """Return manifest.json: what this site is and every file in it but the manifest, by path.

    `partial` is a site of some gemeenten only, to look at and not to publish.
    Errors: ValueError when two entries have one path; `write_file` lets none through.
    """
    ordered = sorted(entries, key=lambda entry: entry.path)
    files = {
        entry.path: {"sha256": entry.sha256, "bytes": entry.bytes, "type": entry.type}
        for entry in ordered
    }
    if len(files) != len(ordered):
        msg = "two entries with one path"
        raise ValueError(msg)
    told = {
        "release": release.isoformat(),
        "generator": generator,
        "fictional": fictional,
        "partial": partial,
        "files": files,
    }
    return OutputFile("manifest.json", (json.dumps(told, indent=1) + "\n").encode())
