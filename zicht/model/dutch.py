"""Figures as the Dutch write them, 1.234,5 and a symbol with words for each empty cell; dates."""

from datetime import date

from zicht.model.figure import Cell, State

SYMBOLS = {
    State.WITHHELD: "x",
    State.IMPOSSIBLE: "n.v.t.",
    State.MISSING: ".",
    State.PENDING: "volgt",
}
SPOKEN = {
    State.WITHHELD: "niet getoond: geheim of te onbetrouwbaar",
    State.IMPOSSIBLE: "kan niet voorkomen",
    State.MISSING: "niet geleverd",
    State.PENDING: "nog niet gepubliceerd",
}

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def date_words(day: date) -> str:
    """Return a date in Dutch: "1 november 2024"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def number(value: float, *, decimals: int) -> str:
    """Return a number as the Dutch write it: number(1234.5, decimals=1) is "1.234,5"."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def cell_text(cell: Cell, *, decimals: int) -> str:
    """Return what a reader sees in a cell: a number (with * when provisional) or a symbol."""
    if cell.value is None:
        return SYMBOLS[cell.state]
    return number(cell.value, decimals=decimals) + ("*" if cell.provisional else "")
