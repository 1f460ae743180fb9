"""The page on which a reader combines indicators."""

from zicht.model.address import search_folder
from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.page import Page


def combine_page(atlas: Atlas) -> Page:
    """Return the page to combine indicators: what it offers, and what is combined already."""
    beginnings = [
        (search.combination, search_folder(search.combination.key))
        for search in atlas.search.values()
        if Level.WIJK in search.levels
    ]
    told = {"themes": atlas.themes, "beginnings": beginnings, "modules": ("combine.js",)}
    return Page("combineer/", "combineer.html", "Combineren", told)
