"""Rows of the kind "tree": categories under each other, those inside others set in."""

from collections.abc import Sequence

from zicht.draw.layout import TREE_INDENT, TREE_NAME
from zicht.draw.words import Row, fitted, plain, rows_text, told
from zicht.model.chart import Chart, Leaf
from zicht.model.dutch import cell_text


def tree(
    key: str,
    *,
    title: str,
    description: str,
    leaves: Sequence[Leaf],
    unit: str,
    decimals: int,
    against: str,
) -> Chart:
    """Return the categories as bars, each with a small line where `there` stands.

    A category without a figure keeps its row, with a symbol and no bar; what it is held against
    has a line wherever it is shown itself. The order is that of `leaves`, never that of figures.
    """
    rows = [
        _row(leaf, place, unit=unit, decimals=decimals, against=against)
        for place, leaf in enumerate(leaves)
    ]
    return Chart(key, "tree", title, description, {"rows": rows_text(rows)})


def _row(leaf: Leaf, place: int, *, unit: str, decimals: int, against: str) -> Row:
    name, indent = plain(leaf.name), TREE_INDENT * leaf.depth
    tip = f"{name}: {told(leaf.cell, unit=unit, decimals=decimals)}"
    there = leaf.there
    if there is not None and there.value is not None:
        tip = f"{tip}; {against}: {told(there, unit=unit, decimals=decimals)}"
    return {
        "part": "item",
        "row": place,
        "code": leaf.code,
        "name": name,
        "label": fitted(f"{leaf.code} {name}", room_px=TREE_NAME - indent),
        "indent": indent,
        "depth": leaf.depth,
        "value": leaf.cell.value,
        "there": None if there is None else there.value,
        "text": _text(leaf, unit=unit, decimals=decimals),
        "tip": tip,
        "href": leaf.href,
    }


def _text(leaf: Leaf, *, unit: str, decimals: int) -> str:
    text = cell_text(leaf.cell, decimals=decimals)
    if leaf.cell.value is None or not unit.startswith("%"):
        return text
    return f"{text.removesuffix('*')}%{'*' if text.endswith('*') else ''}"
