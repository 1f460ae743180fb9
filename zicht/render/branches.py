"""A hierarchy of one region: a chart and a table, as far down as anything was delivered."""

from collections.abc import Sequence
from dataclasses import dataclass

from zicht.model.address import branche_folder, relative
from zicht.model.area import NEDERLAND
from zicht.model.atlas import Atlas
from zicht.model.branche import TIMES_DECIMALS, Branche, Node, Tree
from zicht.model.chart import Leaf, Nested
from zicht.model.dutch import number
from zicht.model.figure import SHARE_DECIMALS, Cell, Figures, State
from zicht.render import words
from zicht.render.runs import SHARE_UNIT

MOST_LEAVES = 30
FEWEST_TOLD = 20
"""A branche of fewer is never the one that a heading names."""
_MORE_TOLD = 1.3


@dataclass(frozen=True, slots=True)
class Twig:
    """A line of the table: a branche, how many, their share, how many times that of Nederland."""

    branche: Branche
    depth: int
    href: str | None
    count: Cell
    share: Cell
    times: Cell | None


@dataclass(frozen=True, slots=True)
class Bough:
    """A hierarchy of one region in one year; `compared` tells of a column against Nederland."""

    title: str
    year: int
    message: str
    told: str
    chart: Nested
    rows: tuple[Twig, ...]
    compared: bool
    share_decimals: int = SHARE_DECIMALS
    times_decimals: int = TIMES_DECIMALS


def boughs_of(atlas: Atlas, figures: Figures, code: str, *, base: str) -> tuple[Bough, ...]:
    """Return each hierarchy of an indicator for one region; none where nothing was delivered."""
    found = (
        _bough(atlas, figures, tree, code, base=base)
        for tree in atlas.trees.get(figures.indicator.key, ())
    )
    return tuple(bough for bough in found if bough is not None)


def _bough(atlas: Atlas, figures: Figures, tree: Tree, code: str, *, base: str) -> Bough | None:
    year = tree.latest.get(atlas.division[code].level)
    if year is None:
        return None
    rows = twigs_of(atlas, tree, tree.nodes, code, year=year, base=base)
    if not rows:
        return None
    counted = words.shown_of([row.count for row in rows], level="branches")
    message = _message(rows)
    country = atlas.division.row[NEDERLAND]
    there = {node.branche.code: node.category.shares.cell(country, year) for node in tree.nodes}
    compared = code != NEDERLAND
    leaves = tuple(
        Leaf(
            row.branche.code,
            row.branche.title,
            row.depth,
            row.share,
            there[row.branche.code] if compared else None,
            row.href,
        )
        for row in _drawn(rows)
    )
    chart = Nested(
        key=f"boom-{tree.key}-{figures.indicator.key}",
        title=message,
        description=counted,
        unit=SHARE_UNIT,
        decimals=SHARE_DECIMALS,
        leaves=leaves,
        against=atlas.division[NEDERLAND].name,
    )
    return Bough(tree.title, year, message, counted, chart, rows, compared)


def twigs_of(
    atlas: Atlas, tree: Tree, nodes: Sequence[Node], code: str, *, year: int, base: str
) -> tuple[Twig, ...]:
    """Return the lines of these categories for one region; what was not delivered is left out."""
    row = atlas.division.row[code]
    return tuple(
        Twig(
            node.branche,
            node.depth,
            link_of(atlas, node.branche.code, base=base) if tree.paged else None,
            node.category.counts.cell(row, year),
            node.category.shares.cell(row, year),
            node.times.cell(row, year) if code != NEDERLAND else None,
        )
        for node in nodes
        if node.category.counts.cell(row, year).state is not State.MISSING
    )


def link_of(atlas: Atlas, code: str, *, base: str) -> str:
    """Return the link to the page of a branche."""
    branche = atlas.branches[code]
    return relative(branche_folder(branche.code, branche.title), base=base)


def _drawn(rows: Sequence[Twig]) -> tuple[Twig, ...]:
    """Return the rows down to the deepest level of which a chart can hold all."""
    deepest = max(row.depth for row in rows)
    for depth in range(deepest, 0, -1):
        kept = tuple(row for row in rows if row.depth <= depth)
        if len(kept) <= MOST_LEAVES:
            return kept
    return tuple(row for row in rows if not row.depth)


def _message(rows: Sequence[Twig]) -> str:
    """Return which branche at the top differs most upwards from Nederland, of those not tiny."""
    known = [
        (row.times.value, row.branche.title)
        for row in rows
        if not row.depth
        and row.times is not None
        and row.times.value is not None
        and (row.count.value or 0) >= FEWEST_TOLD
    ]
    top = max((value for value, _ in known), default=0.0)
    if not known:
        return "De verdeling over de branches"
    if top < _MORE_TOLD:
        return "Geen branche komt hier veel vaker voor dan in Nederland"
    title = next(title for value, title in known if value == top)
    return f"{title}: {number(top, decimals=TIMES_DECIMALS)} keer zo vaak als in Nederland"
