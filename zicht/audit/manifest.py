"""The manifest: the files that there are, what they weigh and what they are, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from zicht.audit.exact import differences, is_exact, mapping, parsed
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError

MANIFEST = "manifest.json"
_HEAD = re.compile(r"\d{4}-\d\d-\d\d\|zicht \d+(\.\d+)*\|(True|False)\|(True|False)")
_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+(; charset=utf-8)?")


def manifest_disclosures(dist: Path, digests: Mapping[str, str]) -> Iterator[Disclosure]:
    """Yield where manifest.json says another thing of the files than their bytes do.

    `digests` are the SHA-256 of all files of the site, by path.
    Errors: none; a manifest that cannot be read is told as a disclosure.
    """
    try:
        content = (dist / MANIFEST).read_bytes()
        told = mapping(parsed(content, MANIFEST), MANIFEST)
    except (OSError, BuildError):
        yield _fault("the file", "It is absent, or no JSON.")
        return
    keys = ("release", "generator", "fictional", "partial")
    kinds = told.get("files")
    types = kinds if isinstance(kinds, dict) else {}
    files = {
        path: {
            "sha256": digest,
            "bytes": (dist / path).stat().st_size,
            "type": _type_of(types.get(path)),
        }
        for path, digest in sorted(digests.items())
        if path != MANIFEST
    }
    for place, how in differences(told, {**{k: told.get(k) for k in keys}, "files": files}):
        yield _fault(place, how)
    if not _HEAD.fullmatch("|".join(str(told.get(key)) for key in keys)):
        yield _fault("its head", "It says another thing than what was built, and when.")
    if not is_exact(content, told, indent=1):
        yield _fault("somewhere", "It says a thing twice, or in more signs than it needs.")


def _fault(place: str, how: str) -> Disclosure:
    return Disclosure("The manifest may tell anything.", MANIFEST, place, how)


def _type_of(entry: object) -> object:
    """Return the media type in an entry; None for anything else."""
    kind = entry.get("type") if isinstance(entry, dict) else None
    return kind if isinstance(kind, str) and _TYPE.fullmatch(kind) else None
