"""The page on which a reader combines indicators."""

from zicht.model.atlas import Atlas
from zicht.model.page import Page


def combine_page(atlas: Atlas) -> Page:
    """Return the page to combine indicators: what it offers, and what is combined already."""
    told = {"themes": atlas.themes, "modules": ("combine.js",)}
    return Page("combineer/", "combineer.html", "Combineren", told)
