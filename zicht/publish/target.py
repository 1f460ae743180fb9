"""A built site copied to where the world reads it, in an order that never shows half of it."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from zicht.model.errors import BuildError, Problem
from zicht.publish.faults import writing
from zicht.publish.lock import lock
from zicht.publish.twins import TWINS, is_worth_twins

_JOURNAL = ".publishing"
"""Stands in the target while files are copied: what its manifest says is then not to be trusted."""


def publish_site(
    dist: Path,
    target: Path,
    *,
    allow_fictional: bool,
    compress: bool = False,
    beside: Path | None = None,
) -> int:
    """Copy what changed to a folder and return how many files that were.

    First assets, then data, then pages, and the manifest last, so that a page never names a file
    that is not there yet. Nothing is deleted: a page that a reader has open keeps its assets.
    With `compress` each file that shrinks gets compressed twins beside it, for hosts that send
    those; they are no part of the site, and no manifest lists them. What stands in `beside`, a
    manifest among it, takes the place of the same in `dist`, or is added to it.
    Errors: BuildError when `dist` is no whole site or a part of one (--only), when it holds
    invented figures that may not be published, when the target cannot be written or another
    publication is writing it.
    """
    refuse_site(dist, allow_fictional=allow_fictional)
    sources = (dist,) if beside is None else (beside, dist)
    told = _manifest(sources[0])
    with writing(target):
        target.mkdir(parents=True, exist_ok=True)
        held = lock(target)
        try:
            return _copy(sources, target, _checksums(told), compress=compress)
        finally:
            os.close(held)


def refuse_site(dist: Path, *, allow_fictional: bool) -> None:
    """Refuse a folder that is not to be published, before anything else is done with it.

    Errors: BuildError when `dist` is no whole site or a part of one (--only), or when it holds
    invented figures that may not be published.
    """
    told = _manifest(dist)
    if told.get("fictional") is not False and not allow_fictional:
        todo = "Publish a site of real figures, or say --fictional when this is meant."
        raise BuildError(Problem("The figures of this site are invented.", str(dist), todo))
    if told.get("partial") is True:
        todo = "Build it without --only."
        raise BuildError(Problem("This site holds some gemeenten only.", str(dist), todo))


def _copy(sources: Sequence[Path], target: Path, new: Mapping[str, str], *, compress: bool) -> int:
    """Copy the files whose checksums are `new` where the target has others.

    Of two sources of a file the first one counts.
    """
    standing = _standing(target)
    journal = target / _JOURNAL
    journal.touch()
    count = 1
    for path in sorted(new, key=_turn):
        place = target / path
        changed = standing.get(path) != new[path] or not place.is_file()
        if changed:
            _place(place, _whole(_source(sources, path), checksum=new[path]))
            count += 1
        _match_twins(place, changed=changed, compress=compress)
    _place(target / "manifest.json", (sources[0] / "manifest.json").read_bytes())
    _match_twins(target / "manifest.json", changed=True, compress=compress)
    journal.unlink()
    return count


def _source(sources: Sequence[Path], path: str) -> Path:
    """Return where a file is read."""
    places = [folder / path for folder in sources]
    return next((place for place in places if place.is_file()), places[-1])


def _match_twins(file: Path, *, changed: bool, compress: bool) -> None:
    """Let the compressed twins of a file say what it says now: written anew, or removed.

    An old twin beside a new file would show half of a site.
    """
    places = {end: file.with_name(file.name + end) for end in TWINS}
    wanted = compress and is_worth_twins(file)
    if wanted and (changed or not all(place.is_file() for place in places.values())):
        content = file.read_bytes()
        for end, place in places.items():
            _place(place, TWINS[end](file, content))
    elif changed and not wanted:
        for place in places.values():
            place.unlink(missing_ok=True)


def _manifest(dist: Path) -> Mapping[str, object]:
    """Return what a site says of itself."""
    try:
        told = json.loads((dist / "manifest.json").read_bytes())
    except (OSError, ValueError) as error:
        todo = "Give the folder of a site that was built."
        raise BuildError(Problem("This is no site: no manifest.", str(dist), todo)) from error
    return dict(told)


def _checksums(told: Mapping[str, object]) -> Mapping[str, str]:
    """Return the checksum of every file in a manifest, by address."""
    files = told.get("files")
    if not isinstance(files, dict):
        return {}
    return {str(path): str(file["sha256"]) for path, file in files.items()}


def _standing(target: Path) -> Mapping[str, str]:
    """Return the checksums of what stands in the target; none where that is not certain."""
    if (target / _JOURNAL).exists() or not (target / "manifest.json").exists():
        return {}
    return _checksums(_manifest(target))


def _turn(path: str) -> tuple[int, str]:
    """Return when a file is copied: assets, then data, then pages."""
    if path.startswith("assets/"):
        return 0, path
    return (2 if path.endswith(".html") else 1), path


def _whole(file: Path, *, checksum: str) -> bytes:
    """Return the content of a file of the site, as it was built."""
    content = file.read_bytes()
    if hashlib.sha256(content).hexdigest() != checksum:
        todo = "Build the site again; nobody edits a built site."
        raise BuildError(Problem("A file is not what the manifest says.", str(file), todo))
    return content


def _place(place: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.part")
    try:
        part.write_bytes(content)
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
