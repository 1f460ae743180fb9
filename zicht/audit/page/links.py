"""Links of a page: an address says nothing but where a file is."""

import posixpath
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from zicht.audit.page.alike import is_comparison
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import numeric

_OWN = "pagina="
"""Names the page itself to the page that makes the code of a frame."""


def explained_link(address: str, *, folder: str, files: Collection[str], facts: Facts) -> bool:
    """Tell whether a link of a page leads to a file of the site and says nothing else.

    Shape:  `files` are the paths of the site; a fragment may be the code of a region.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    ours = is_comparison(parts.path, parts.query, facts.division) or parts.query == _OWN + folder
    if numeric(parts.query) and not ours:
        return False
    fragment = unquote(parts.fragment)
    if numeric(fragment) and fragment.upper() not in facts.division:
        return False
    if not parts.path:
        return True
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(folder, path)) if path[0] != "/" else path[1:]
    target = "" if target == "." else target
    whole = posixpath.join(target, "index.html") if path.endswith("/") or not target else target
    return whole in files


def from_root(address: str, base: str) -> str:
    """Return a whole address of the site as one from its root; any other as it is."""
    return f"/{address.removeprefix(base)}" if base and address.startswith(base) else address


def leads_nowhere(address: str, *, folder: str, files: Collection[str]) -> bool:
    """Tell whether a link of a text leads to no file of the site, or carries a number along.

    Another site is none of our business; a fragment names a heading, of which texts have many.
    """
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    if numeric(parts.query):
        return True
    path = unquote(parts.path) or "./"
    target = posixpath.normpath(posixpath.join(folder, path)).removeprefix(".")
    whole = posixpath.join(target, "index.html") if path.endswith("/") else target
    return whole.removeprefix("/") not in files
