"""The page on which a reader sets gemeenten or wijken beside each other."""

from zicht.model.atlas import Atlas
from zicht.model.page import Page


def compare_page(atlas: Atlas) -> Page:
    """Return the page to compare regions: what it offers, and what is compared without scripts."""
    told = {"themes": atlas.themes, "modules": ("compare.js",)}
    return Page("vergelijk/", "vergelijk.html", "Vergelijken", told)
