"""What a file to take along says of its figures, in words: a name and a text at a time."""

from collections.abc import Iterator

from zicht.model.atlas import Atlas
from zicht.model.dutch import date_words
from zicht.model.theme import Indicator
from zicht.render.about import notice_of

STATES = (
    ("niet getoond", "Geheim of te onbetrouwbaar om te tonen. Het cijfer bestaat wel."),
    ("kan niet voorkomen", "Er is niets om te tellen, dus er kan geen cijfer zijn."),
    ("niet geleverd", "De bron heeft voor dit gebied en dit jaar geen cijfer geleverd."),
    ("nog niet gepubliceerd", "Het cijfer volgt in een latere uitgave."),
    ("* achter een jaar", "De cijfers van dat jaar zijn voorlopig."),
)


def explained(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield what an indicator is; what is not said of it is left out.

    Errors: none.
    """
    rate = indicator.rate is not None
    told = {
        "Onderwerp": indicator.title,
        "Betekenis": indicator.meaning,
        "Definitie": indicator.definition,
        "Cijfers": indicator.unit,
        "Aantallen": indicator.series.unit if rate else "",
        "Peildatum": indicator.peildatum,
        "Bron": indicator.source,
        "Eigenaar": indicator.owner,
        "Let op": indicator.caveat,
    }
    yield from ((name, text) for name, text in told.items() if text)
    for year, why in sorted(indicator.breaks.items()):
        yield f"Breuk in {year}", why


def released(atlas: Atlas, title: str) -> Iterator[tuple[str, str]]:
    """Yield of which release figures are, whose they are, and how to cite them."""
    delivery, notice = atlas.delivery, notice_of(atlas.delivery)
    day = date_words(delivery.release)
    if notice is not None:
        yield "Verzonnen cijfers", notice
    yield "Uitgave", day
    yield "Bron van de uitgave", delivery.source
    yield "Licentie", delivery.licence
    yield "Bronvermelding", f"{delivery.title}, {title}, uitgave van {day}"
