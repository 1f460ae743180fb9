"""Bare pages that other sites may frame: what they tell is what the page itself tells."""

import re
from collections.abc import Iterator
from pathlib import Path

from lxml.html import HtmlElement

from zicht.audit.page.found import Found

_ROOT = "embed/"
_MAIN = re.compile(r'(?<=<main id="inhoud">).*(?=</main>)', re.DOTALL)
_AROUND = re.compile(
    r'<details class="deel">.*?</details>|<nav\b.*?</nav>|'
    r'<section aria-labelledby="mee">.*?</section>',
    re.DOTALL,
)
_HOW = "what a page tells in a frame is not what the page itself tells"
_LEADS = "the links of a page start from a place that is not its own"


def page_folder(folder: str) -> str:
    """Return the folder from which the links of a page start: of a bare page, of its whole one."""
    return folder.removeprefix(_ROOT)


def is_embed(path: str) -> bool:
    """Tell whether a page is the bare twin of another."""
    return path.startswith(_ROOT)


def around_main(text: str) -> str:
    """Return a page without what stands in its main part, which is compared as a whole."""
    return _MAIN.sub("", text, count=1)


def embed_findings(dist: Path, path: str, tree: HtmlElement) -> Iterator[Found]:
    """Yield that the main part of a bare page is not, byte for byte, that of the page it is of.

    The blocks "Gebruik en deel", lists of links and "Meenemen" are left out of it, and nothing
    else. Of any page: links that start from elsewhere.
    Errors: FileNotFoundError for a page that is not there.
    """
    yield from _base_findings(tree, path)
    if not is_embed(path):
        return
    whole = dist / page_folder(path)
    own = _MAIN.search((dist / path).read_text("utf-8"))
    theirs = _MAIN.search(whole.read_text("utf-8")) if whole.is_file() else None
    if own is None or theirs is None or own[0] != _AROUND.sub("", theirs[0]):
        yield Found("the main part of a bare page", "main", _HOW)


def _base_findings(tree: HtmlElement, path: str) -> Iterator[Found]:
    folder = path.rpartition("/")[0]
    up = "../" * (folder.count("/") + 1)
    right = {"href": f"{up}{page_folder(folder)}/", "target": "_top"}
    wanted = [right] if is_embed(path) else []
    if [dict(base.attrib) for base in tree.iter("base")] != wanted:
        yield Found("a base of links", "head", _LEADS)
