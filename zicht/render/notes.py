"""Sentences about what stands out in a gemeente, or about why nothing can be said of it."""

from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.dutch import number
from zicht.model.figure import Against, Cell, Notable

FEWEST_COUNTED = 20
_TWICE = 2
_QUIET = (
    "Voor zover wij kunnen vergelijken, wijkt geen cijfer hier sterk af van vergelijkbare "
    "gemeenten, van heel Nederland of van een paar jaar eerder."
)
_FEW = "Van deze gemeente zijn te weinig cijfers te tonen om te zeggen wat opvalt."
_SMALL = (
    "De meeste aantallen zijn hier te klein om te zeggen wat opvalt: toeval speelt dan een "
    "grote rol."
)


def sentence(note: Notable) -> str:
    """Return what stands out: the figure, and how it differs from the other, both as shown.

    "Doorsluiswoningen: 14,2 per 1.000 woningen in 2024. Dat is 2,3 keer zo veel als in
    vergelijkbare gemeenten (6,1)."
    """
    indicator, early = note.indicator, " (voorlopig)" if note.here.provisional else ""
    here = _with_unit(note.here, note)
    return f"{indicator.title}: {here} in {note.year}{early}. Dat is {_difference(note)}."


def _difference(note: Notable) -> str:
    """Return how a figure differs: "41% minder dan in 2021 (24,1)".

    Counts are more or less, other figures higher or lower. Of percentages no percentage is told:
    nobody would know of which of the two.
    """
    ratio = (note.here.value or 0) / (note.there.value or 1)
    counted, there = note.indicator.rate is not None, _there(note)
    if ratio >= _TWICE:
        return f"{number(ratio, decimals=1)} keer zo {'veel' if counted else 'hoog'} als {there}"
    words = ("meer", "minder") if counted else ("hoger", "lager")
    word = words[0] if ratio > 1 else words[1]
    if note.indicator.unit.startswith("%"):
        return f"{word} dan {there}"
    return f"{number(abs(ratio - 1) * 100, decimals=0)}% {word} dan {there}"


def _there(note: Notable) -> str:
    """Return what a figure is set against, with the figure of that: "in heel Nederland (2,0)"."""
    places = {
        Against.SIMILAR: "in vergelijkbare gemeenten",
        Against.COUNTRY: "in heel Nederland",
        Against.PAST: f"in {note.before}",
    }
    decimals, percent = note.indicator.decimals, note.indicator.unit.startswith("%")
    told = f"{number(note.there.value or 0, decimals=decimals)}{'%' if percent else ''}"
    early = "voorlopig: " if note.there.provisional and note.before is not None else ""
    return f"{places[note.against]} ({early}{told})"


def _with_unit(cell: Cell, note: Notable) -> str:
    unit = note.indicator.unit
    told = number(cell.value or 0, decimals=note.indicator.decimals)
    return f"{told}{'' if unit.startswith('%') else ' '}{unit}"


def silence(atlas: Atlas, code: str) -> str:
    """Return what is said where nothing stands out: that it does not, or that too little is shown.

    Too little is fewer than half of the figures that have a place among gemeenten, or half of
    the counts behind those under twenty.
    """
    row = atlas.division.row[code]
    newest = [
        (figures, year)
        for figures in atlas.figures.values()
        if figures.indicator.placed and (year := figures.latest(Level.GEMEENTE)) is not None
    ]
    shown = [(f, year) for f, year in newest if f.values.cell(row, year).value is not None]
    if not shown or 2 * len(shown) < len(newest):
        return _FEW
    counts = (f.counts.cell(row, year).value for f, year in shown if f.counts is not None)
    small = sum(count is not None and count < FEWEST_COUNTED for count in counts)
    return _SMALL if 2 * small > len(shown) else _QUIET
