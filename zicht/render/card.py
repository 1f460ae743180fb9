"""What other sites show when someone shares the address of a page: its picture, in words too."""

from dataclasses import dataclass, replace

from zicht.model.address import SITE_PICTURE, gemeente_picture, theme_picture
from zicht.model.area import Area, Level
from zicht.model.atlas import Atlas
from zicht.model.page import Page
from zicht.model.theme import Theme

NAME = "Zicht op Ondermijning"


@dataclass(frozen=True, slots=True)
class Card:
    """The picture of a page: its address in the site, and what it shows."""

    path: str
    words: str


SITE_CARD = Card(SITE_PICTURE, f"{NAME}: de kaart van Nederland")


def with_card(atlas: Atlas, page: Page) -> Page:
    """Return a page with the picture of its gemeente or theme; any other page as it is.

    Errors: none.
    """
    area, theme = page.told.get("area"), page.told.get("theme")
    if isinstance(area, Area):
        line = (area, *atlas.division.parents(area.code))
        around = next((each for each in line if each.level is Level.GEMEENTE), None)
        if around is not None:
            words = f"{NAME}: waar {around.name} ligt in Nederland"
            return _told(page, Card(gemeente_picture(around.code), words))
    elif isinstance(theme, Theme):
        return _told(page, Card(theme_picture(theme.key), f"{NAME}: {theme.title}"))
    return page


def _told(page: Page, card: Card) -> Page:
    return replace(page, told={**page.told, "card": card})
