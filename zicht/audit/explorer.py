"""The files that pages to explore with read: choices, regions, points, columns of figures."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from zicht.audit.catalogue import CATALOGUE, catalogue_of
from zicht.audit.columns import breaks_of, column_of, column_paths
from zicht.audit.exact import differences, parsed, written
from zicht.audit.register import POINTS, REGISTER, WIJKEN, points_of, register_of, wijken_of
from zicht.model.disclosure import Disclosure
from zicht.model.published import Published

_WHAT = "The file may tell more than the figures and the pages do."


def explorer_paths(published: Published) -> frozenset[str]:
    """Return the addresses of these files: of an indicator only for levels with a figure."""
    columns = (path for key in published.series for path in column_paths(key, published))
    return frozenset({CATALOGUE, REGISTER, WIJKEN, POINTS, *columns})


def explorer_disclosures(
    dist: Path,
    published: Published,
    *,
    about: Mapping[str, object],
    words: Mapping[str, Mapping[str, object]],
) -> Iterator[Disclosure]:
    """Yield where these files say another thing than the figures, the outlines and the pages.

    `about` is what every file says of the release, `words` what is said of each indicator.
    Errors: BuildError for a file that is no JSON.
    """
    for key in published.series:
        said = words.get(key, {})
        breaks = breaks_of(dist, str(said.get("theme")), key)
        for path, level in column_paths(key, published).items():
            right = column_of(key, level, said, published=published, breaks=breaks)
            yield from _compared(dist, path, {**about, **right})
    division, choices = published.division, _told(dist, CATALOGUE)
    others: Mapping[str, Mapping[str, object]] = {
        CATALOGUE: catalogue_of(dist, choices, published, words=words),
        REGISTER: register_of(dist, _told(dist, REGISTER), division),
        WIJKEN: wijken_of(division),
        POINTS: points_of(dist, division),
    }
    for path, told in others.items():
        yield from _compared(dist, path, {**about, **told})


def _told(dist: Path, path: str) -> object:
    """Return what a file says; None for a file that is not there."""
    return parsed((dist / path).read_bytes(), path) if (dist / path).is_file() else None


def _compared(dist: Path, path: str, right: Mapping[str, object]) -> Iterator[Disclosure]:
    """Yield where a file, if it is there, differs from what it should tell, to the byte."""
    if not (dist / path).is_file():
        return
    content = (dist / path).read_bytes()
    if content == written(right):
        return
    found = list(differences(parsed(content, path), right))
    for place, how in found:
        yield Disclosure(_WHAT, path, place, how)
    if not found:
        how = "It says a thing twice, or in other signs than it needs."
        yield Disclosure(_WHAT, path, "somewhere", how)
