"""The head of a page: where it stands, and what other sites show of it; nothing else."""

from collections.abc import Iterator, Mapping

from zicht.audit.page.about import Family
from zicht.audit.page.cells import place_of
from zicht.audit.page.embeds import is_embed
from zicht.audit.page.found import Found, telling
from zicht.audit.page.site import Page, Site
from zicht.audit.page.texts import is_meta_of_card
from zicht.model.address import SITE_PICTURE, gemeente_picture, theme_picture
from zicht.model.area import Level

_HOW = "the head of the page tells another thing than the page itself"
_NOT_FOUND = "404.html"
_WORDS = "og:image:alt"
_SIZE = {"og:image:width": "1200", "og:image:height": "630"}
_FIXED = {
    "og:type": "website",
    "og:locale": "nl_NL",
    "og:site_name": "Zicht op Ondermijning",
    "twitter:card": "summary_large_image",
}


def card_findings(page: Page, site: Site) -> Iterator[Found]:
    """Yield where a page does not say where it stands, or says it otherwise than it is.

    A bare page says where the page stands that it is of, and has no card; the page for an address
    that is not there has neither.
    Errors: none.
    """
    head = page.tree.find("head")
    inside = [] if head is None else list(head)
    links = [one for one in inside if one.tag == "link" and one.get("rel") == "canonical"]
    cards = [one for one in inside if is_meta_of_card(one)]
    lost, bare = page.about.path == _NOT_FOUND, is_embed(page.about.path)
    here = f"{site.base}{page.about.folder}"
    if [link.get("href") for link in links] != ([] if lost else [here]):
        yield Found("the canonical address", "head", _HOW)
    wanted = {} if lost or bare else _wanted(page, site, here)
    told = {str(one.get("property") or one.get("name")): one for one in cards}
    if set(told) - {_WORDS} != set(wanted) or len(told) != len(cards):
        yield Found("the card", "head", _HOW)
    for name, one in told.items():
        value = str(one.get("content"))
        right = _is_worded(value, page) if name == _WORDS else value == wanted.get(name)
        if not right:
            yield Found(f"{name} of the card", place_of(one), _HOW)


def _wanted(page: Page, site: Site, here: str) -> Mapping[str, str]:
    described = page.tree.xpath('//meta[@name="description"]/@content')
    return {
        **_FIXED,
        **_SIZE,
        "og:title": page.title,
        "og:description": str(next(iter(described), "")),
        "og:url": here,
        "og:image": f"{site.base}{_picture(page)}",
    }


def _picture(page: Page) -> str:
    """Return the picture that goes with a page: of its gemeente, its theme, or of the site."""
    about, division = page.about, page.facts.division
    if about.code in division and about.code[:2] in {"GM", "WK"}:
        line = (division[about.code], *division.parents(about.code))
        return next(gemeente_picture(a.code) for a in line if a.level is Level.GEMEENTE)
    themed = about.family in {Family.THEMA, Family.INDICATOR, Family.FLOW}
    return theme_picture(about.theme) if themed else SITE_PICTURE


def _is_worded(text: str, page: Page) -> bool:
    """Tell whether the words of a picture count nothing but what one name in them does."""
    if not telling(text):
        return True
    names = {area.name for area in page.facts.division.of(Level.GEMEENTE)}
    names |= {str(name) for name in page.tree.xpath("//nav//a/text()")}
    return any(name in text and not telling(text.replace(name, "")) for name in names)
