"""What the page that shows the design is told: every part of a page, with invented figures."""

from collections.abc import Sequence

from zicht.model.atlas import Atlas
from zicht.model.chart import Ask
from zicht.model.dutch import SPOKEN
from zicht.model.figure import FIFTHS, Position, State
from zicht.model.theme import Theme
from zicht.model.token import Token
from zicht.render import examples
from zicht.render.words import FIFTH_WORDS

FOLDER = "uitleg/ontwerp/"


def design_of(atlas: Atlas, tokens: Sequence[Token]) -> tuple[dict[str, object], tuple[Ask, ...]]:
    """Return what the page is told, and the charts on it."""
    indicators = examples.subjects(atlas)
    rows = examples.rows(indicators)
    asks = {
        "trend": examples.trend(),
        "strip": examples.strip(),
        "bars": examples.bars(),
        "dots": examples.dots(),
        "map": examples.chart_map(),
        "routes": examples.routes(),
        "nested": examples.nested(),
        "profile": examples.profile(),
        "composition": examples.composition(),
        "ages": examples.ages(),
    }
    told = {
        "colours": [token for token in tokens if token.night],
        "sizes": [token for token in tokens if token.name.startswith("--type-")],
        "steps": (1, 2, 3, 4, 5, 8),
        "indicator": indicators[0],
        "theme": Theme("", "", "", 0, indicators, ()),
        "rows": rows,
        "regions": examples.table(indicators),
        "here": "proef-0",
        "cells": _cells(),
        "fifths": _fifths(),
        **asks,
    }
    return told, (*asks.values(), *(row.spark for row in rows))


def _cells() -> list[tuple[object, str]]:
    """Return a cell of each state, with what a screen reader says of it."""
    final, early = examples.shown(12.3), examples.shown(12.3, provisional=True)
    empty = [(cell, SPOKEN[State(state)]) for state, cell in examples.STATES.items()]
    return [(final, "een cijfer"), (early, "een voorlopig cijfer"), *empty]


def _fifths() -> list[tuple[Position | None, str]]:
    places = [(Position(at, 1, 1, 9), FIFTH_WORDS[at]) for at in range(1, FIFTHS + 1)]
    return [*places, (Position(None, 1, 5, 9), ""), (None, "")]
