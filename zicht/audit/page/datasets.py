"""The data block of a page: its own title and description, files, years, and nothing else."""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from zicht.audit.page.found import Found, numeric, telling
from zicht.audit.page.markup import DATA
from zicht.audit.page.site import Page, Site

_BLOCK = re.compile(rf"{re.escape(DATA)}(.*?)</script>", re.DOTALL)
_YEARS = re.compile(r"(\d{4})/(\d{4})")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_LICENCE = re.compile(r"https://creativecommons\.org/(licenses|publicdomain)/[a-z-]+/\d\.\d/")
_HOW = "the data block tells what the page, its files and its years do not"


def dataset_findings(page: Page, site: Site) -> Iterator[Found]:
    """Yield what the data block of a page tells besides what the page itself does.

    Errors: none.
    """
    blocks = _BLOCK.findall(page.text)
    if len(blocks) > 1:
        yield Found("a second data block", "the head", _HOW)
    for block in blocks:
        told = _parsed(block)
        if told is None:
            yield Found("a data block that is no exact JSON", "the head", _HOW)
            continue
        for place, text in _said(told, ""):
            if not _explained(place, text, page, site):
                yield Found("a text of the data block", f"the head, {place}", _HOW)


def _parsed(block: str) -> Mapping[str, object] | None:
    """Return what a block says; None where it says anything twice or in more signs."""
    try:
        told = json.loads(block)
    except ValueError:
        return None
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return told if isinstance(told, dict) and text == block else None


def _said(told: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict):
        for key, value in told.items():
            yield f"{place}/a name", str(key)
            yield from _said(value, f"{place}/{key}")
    elif isinstance(told, list):
        for value in told:
            yield from _said(value, place)
    else:
        yield place, str(told)


def _explained(place: str, text: str, page: Page, site: Site) -> bool:
    """Tell whether a text of the block is what must stand there, or tells nothing."""
    division, code = page.facts.division, page.about.code
    line = (division[code], *reversed(division.parents(code)))
    exact = {
        "/name": page.title,
        "/url": f"{site.base}{page.about.folder}",
        "/spatialCoverage/name": ", ".join(area.name for area in line),
    }
    if place in exact:
        return text == exact[place]
    if place == "/creator/name":
        return not numeric(text) or text.lower() in site.colophon
    return _CHECKS[place](text, page) if place in _CHECKS else _plain(text, site)


def _described(text: str, page: Page) -> bool:
    """Tell whether a text is the description of the page, with at most a notice in front."""
    own = str(next(iter(page.tree.xpath('//meta[@name="description"]/@content')), ""))
    return text.endswith(own) and not numeric(text.removesuffix(own))


def _covered(text: str, page: Page) -> bool:
    """Tell whether two years are years of figures."""
    series = page.facts.published.series.values()
    known = {str(year) for one in series for year in one.compared.years}
    years = _YEARS.fullmatch(text)
    return years is not None and {years[1], years[2]} <= known


def _released(text: str, page: Page) -> bool:
    """Tell whether a day is that of the release, of which pages say "1 november 2024"."""
    found, words = _DAY.fullmatch(text), page.facts.release.split(" ")
    return found is not None and (found[1], str(int(found[3]))) == (words[-1], words[0])


_CHECKS: Mapping[str, Callable[[str, Page], bool]] = {
    "/description": _described,
    "/temporalCoverage": _covered,
    "/dateModified": _released,
}


def _plain(text: str, site: Site) -> bool:
    """Tell whether a text is the address of a file, a licence that is known, or tells nothing."""
    if site.base and text.startswith(site.base):
        path = text.removeprefix(site.base)
        return (f"{path}index.html" if path[-1:] in {"", "/"} else path) in site.files
    return bool(_LICENCE.fullmatch(text)) or not telling(text)
