"""Which gemeenten a page sets beside its own: those that follow from what pages tell, no others."""

import re
from collections.abc import Collection, Container, Iterator, Sequence
from urllib.parse import parse_qsl, urlsplit

from lxml.html import HtmlElement

from zicht.audit.page.about import About
from zicht.audit.page.around import neighbours_of
from zicht.audit.page.cells import place_of
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found
from zicht.audit.page.talk import Talk
from zicht.model.area import NEDERLAND, Level

_LISTED = 6
_OTHERS = 5
_FOLDER = "vergelijk/"
_SECTION = "vergelijkbaar"
_HOW = "the gemeenten beside this one are not those nearest to it in inhabitants"
_LINK = "a link sets regions beside each other that do not belong together"


def alike_findings(page: HtmlElement, about: About, facts: Facts) -> Iterator[Found]:
    """Yield a table of similar gemeenten that lists others, and links that compare others."""
    for section in page.xpath(f"//section[@aria-labelledby='{_SECTION}']"):
        told = neighbours_of(page, about.code, facts.division, section=_SECTION)
        peers = facts.peers.get(about.code, ())
        if sorted(told) != sorted(_nearest(facts, about.code, peers)[:_LISTED]):
            yield Found("the rows of a table", place_of(section), _HOW)
    right = list(_groups(page, about, facts))
    for link in page.xpath("//a[contains(@href, '?')]"):
        parts = urlsplit(str(link.get("href")))
        if parts.path.endswith(_FOLDER) and _codes(parts.query) not in right:
            yield Found("a link", place_of(link), _LINK)


def is_comparison(path: str, query: str, known: Container[str]) -> bool:
    """Tell whether an address is of the page to compare, and names nothing but regions."""
    codes = _codes(query)
    return path.endswith(_FOLDER) and bool(codes) and all(code in known for code in codes)


def nearest_told(found: re.Match[str], talk: Talk, _key: str) -> bool:
    """Hier staan de 6 met een aantal inwoners dat het dichtst bij dat van Goes ligt."""
    among = len(talk.facts.peers.get(talk.about.code, ()))
    return among > _LISTED and int(found[1]) == _LISTED


def _groups(page: HtmlElement, about: About, facts: Facts) -> Iterator[Sequence[str]]:
    """Yield the regions that a link of a page may set beside each other."""
    own = about.code
    around = [area.code for area in facts.division.parents(own) if area.level is Level.GEMEENTE]
    yield [own, *around, NEDERLAND]
    beside = neighbours_of(page, own, facts.division)
    for others in (beside, facts.peers.get(own, ())):
        yield [own, *sorted(_nearest(facts, own, others)[:_OTHERS])]


def _nearest(facts: Facts, own: str, others: Collection[str]) -> Sequence[str]:
    """Return the others, the nearest in inhabitants first; of as near ones the lowest code."""
    people, here = facts.people, facts.people.get(own)

    def far(code: str) -> tuple[bool, int, str]:
        if here is None or code not in people:
            return True, 0, code
        return False, abs(people[code] - here), code

    return sorted(others, key=far)


def _codes(query: str) -> Sequence[str]:
    """Return the regions of a query, in its order; none where it says anything else."""
    pairs = parse_qsl(query, keep_blank_values=True)
    return [code for _, code in pairs] if all(name == "gebied" for name, _ in pairs) else []
