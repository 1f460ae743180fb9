"""Everything of one gemeente in one file: opened from a folder, with no server and no internet."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath

from zicht.bundle.begin import begin_page, readme
from zicht.bundle.built import Built
from zicht.bundle.links import Links
from zicht.bundle.page import bundled_page, bundled_rows
from zicht.bundle.parts import Parts, parts_of
from zicht.model.archive import archive

_ID = re.compile(r'\sid="([^"]+)"')
_TITLE = re.compile(r"<title>(.*) \u2013 [^\u2013]*</title>")
_METADATA = "data/gemeente/csv-metadata.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The file of a gemeente: a name for it, such as gm0363-amsterdam.zip, and its bytes."""

    name: str
    content: bytes


def gemeente_bundle(dist: Path, code: str, *, templates: Path) -> Bundle:
    """Return everything of a gemeente that a built site has, as one zip.

    Shape:  its pages, its wijken, their bare twins, its files, the explanation, what pages look
            and work like; index.html to begin with and LEESMIJ.txt. Sorted, with no clock.
    Errors: BuildError when the folder holds no whole site, or no gemeente of this code.
    Source: decision 19
    """
    built = Built.read(dist)
    parts = parts_of(built, code)
    contents = built.contents(parts.paths)
    members = {path: _member(path, contents, parts, built) for path in parts.paths}
    titles = {folder: _title(contents[f"{folder}index.html"]) for folder in parts.themes.values()}
    begin = begin_page(parts, titles, base_url=built.base_url, templates=templates)
    members["index.html"] = begin.encode()
    members["LEESMIJ.txt"] = readme(parts, built.base_url).encode()
    content = archive({name: members[name] for name in sorted(members)})
    return Bundle(f"{PurePosixPath(parts.folder).name}.zip", content)


def _member(path: str, contents: Mapping[str, bytes], parts: Parts, built: Built) -> bytes:
    """Return a file as it stands in the bundle."""
    content = contents[path]
    if path == _METADATA:
        return _metadata(content, parts.paths)
    folder, _, name = path.rpartition("/")
    folder = f"{folder}/"
    paths = frozenset({*parts.paths, "index.html"})
    if name == "grafieken.json":
        links = Links(paths, built.base_url)
        return bundled_rows(content.decode(), folder=folder, links=links).encode()
    if not name.endswith(".html"):
        return content
    sections = {} if folder in parts.themes.values() else dict(_sections(contents, parts))
    links = Links(paths, built.base_url, sections if folder.startswith(_REGIONS) else {})
    header = Links(paths, built.base_url, dict(_themes(parts)))
    return bundled_page(content.decode(), folder=folder, links=links, header=header).encode()


_REGIONS = ("gemeente/", "wijk/", "embed/")


def _sections(contents: Mapping[str, bytes], parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield, by folder of an indicator, where the gemeente has a section about it."""
    for theme, folder in parts.themes.items():
        page = f"{folder}index.html"
        for key in _ID.findall(contents[page].decode()):
            yield f"thema/{theme}/{key}/", f"{page}#{key}"


def _themes(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield, by folder of a theme, the page about it in the gemeente."""
    for theme, folder in parts.themes.items():
        yield f"thema/{theme}/", f"{folder}index.html"


def _title(page: bytes) -> str:
    found = _TITLE.search(page.decode())
    return "" if found is None else unescape(found[1])


def _metadata(content: bytes, paths: Sequence[str]) -> bytes:
    """Return the description of the tables of all gemeenten with those that are here."""
    told = json.loads(content)
    here = {PurePosixPath(path).name for path in paths}
    told["tables"] = [table for table in told["tables"] if table["url"] in here]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
