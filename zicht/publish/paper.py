"""The pages of gemeenten on paper: one PDF each, as a browser prints the page."""

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TypedDict

from zicht.model.errors import BuildError, Problem
from zicht.model.page import Entry, OutputFile
from zicht.publish.entry import write_file

_PAGE = re.compile(r"gemeente/gm[0-9]{4}[a-z0-9-]*/index\.html")
_MADE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)[0-9]{14}")
_NODE = re.compile(rb"\(node[0-9]{8}\)")
"""Names of parts of a page, counted on from whatever the browser did before."""

_LIST = '<ul class="links" id="mee-lijst">\n'
_LINK = '<li><a href="{}" download>Notitie om af te drukken (PDF)</a></li>\n'
_QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_MANIFEST = "manifest.json"


class _Manifest(TypedDict):
    """What we read of the manifest of a site; the rest goes along as it is."""

    release: str
    files: dict[str, Mapping[str, object]]


def refuse_paper() -> None:
    """Refuse to print on a machine that cannot.

    Errors: BuildError with what is to be installed.
    """
    problems = []
    if find_spec("playwright") is None:
        todo = "Install it: .venv/bin/pip install '.[pdf]', or leave out --pdf."
        problems.append(Problem("Printing needs the package playwright.", "--pdf", todo))
    if shutil.which("chromium") is None:
        todo = "Install it: apt-get install chromium, or leave out --pdf."
        problems.append(Problem("Printing needs Chromium.", "--pdf", todo))
    if problems:
        raise BuildError(*problems)


def gemeente_pages(dist: Path) -> list[str]:
    """Return the paths of the pages of gemeenten of a built site."""
    return sorted(path for path in _manifest(dist)["files"] if _PAGE.fullmatch(path))


def print_pages(dist: Path, beside: Path, pages: Sequence[str]) -> list[Entry]:
    """Write the PDF of each page to a folder beside the site; return what was written.

    Shape:  tagged, with an outline, made on the day of the release: the same bytes for the same
            page, browser and fonts.
    Errors: none of ours; playwright's when the browser fails.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only who prints has it

    day = _manifest(dist)["release"].replace("-", "")
    entries = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=_QUIET)
        page = browser.new_page(java_script_enabled=False)
        for path in pages:
            page.goto((dist / path).resolve().as_uri())
            told = page.pdf(prefer_css_page_size=True, tagged=True, outline=True)
            settled = OutputFile(paper_path(path), _settled(told, day=day))
            entries.append(write_file(beside, settled))
        browser.close()
    return entries


def _settled(pdf: bytes, *, day: str) -> bytes:
    """Return a PDF without what differs from print to print, every byte in its place.

    Shape:  made on the day (YYYYMMDD); the names of its parts counted from 0, in their order.
    """
    names = sorted(set(_NODE.findall(pdf)))
    counted = {name: b"(node%08d)" % number for number, name in enumerate(names)}
    told = _NODE.sub(lambda name: counted[name[0]], pdf)
    return _MADE.sub(rb"\g<1>" + day.encode() + b"000000", told)


def paper_path(page: str) -> str:
    """Return where the PDF of a page stands: beside it, under the name of its folder."""
    folder = PurePosixPath(page).parent
    return f"{folder}/{folder.name}.pdf"


def link_papers(dist: Path, beside: Path, papers: Sequence[Entry]) -> None:
    """Write beside a site what its PDFs change in it: pages that link to them, and the manifest.

    Errors: ValueError for a page without a place for the link: our bug.
    """
    told = _manifest(dist)
    files = told["files"] | {one.path: _told(one) for one in papers}
    for paper in papers:
        folder, _, name = paper.path.rpartition("/")
        page = f"{folder}/index.html"
        changed = OutputFile(page, _linked(dist / page, name))
        files[page] = _told(write_file(beside, changed))
    whole = told | {"files": {path: files[path] for path in sorted(files)}}
    write_file(beside, OutputFile(_MANIFEST, (json.dumps(whole, indent=1) + "\n").encode()))


def _linked(place: Path, paper: str) -> bytes:
    """Return a page with a link to its PDF."""
    page = place.read_text(encoding="utf-8")
    if page.count(_LIST) != 1:
        msg = f"{place} has no list of what a reader can take along"
        raise ValueError(msg)
    return page.replace(_LIST, _LIST + _LINK.format(paper)).encode()


def _told(entry: Entry) -> Mapping[str, object]:
    return {"sha256": entry.sha256, "bytes": entry.bytes, "type": entry.type}


def _manifest(dist: Path) -> _Manifest:
    told: _Manifest = json.loads((dist / _MANIFEST).read_bytes())
    return told
