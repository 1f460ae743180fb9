"""Branches of business, as the SBI divides them, and the trees that indicators make of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from zicht.model.area import Level
from zicht.model.figure import Category, Grid

SBI = "sbi"
"""The key of a breakdown whose categories are branches, each with a page of its own."""
TIMES_DECIMALS = 1
TIMES_BOUNDS = (0.5, 0.8, 1.3, 2.0)
"""Classes of how many times a share is that of Nederland, the same for every branche: the middle
one is about as large, the outer ones at most half or at least twice as large."""
_DIVISION_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Branche:
    """A category of a hierarchy: a branche of the SBI, by its code ("I", "56", "5610").

    `parent` is the code of the one around it, None at the top.
    """

    code: str
    title: str
    parent: str | None

    @property
    def rank(self) -> str:
        """Return what the SBI calls a branche with such a code."""
        if self.code.isalpha():
            return "sectie"
        return "afdeling" if len(self.code) <= _DIVISION_DIGITS else "klasse"

    @property
    def place(self) -> str:
        """Return what it is sorted by among its siblings: a rest ("96-rest") comes last."""
        return self.code.replace("-", "~")


@dataclass(frozen=True, slots=True)
class Node:
    """A branche in the tree of an indicator; `depth` is 0 at the top.

    `times` is how many times its share is that in Nederland; its rows end with the gemeenten.
    """

    branche: Branche
    depth: int
    category: Category
    times: Grid


@dataclass(frozen=True, slots=True)
class Tree:
    """The categories of a hierarchy of one indicator, each before those inside it, by code.

    `latest` is the newest year in which any category has a count, by level; levels without any
    are absent.
    """

    key: str
    title: str
    nodes: tuple[Node, ...]
    latest: Mapping[Level, int]

    @property
    def paged(self) -> bool:
        """Tell whether its categories have pages of their own."""
        return self.key == SBI

    def find(self, code: str) -> Node | None:
        """Return the node of a branche; None where the tree does not have it."""
        return next((node for node in self.nodes if node.branche.code == code), None)

    def inside(self, code: str) -> tuple[Node, ...]:
        """Return the nodes under a branche, however deep."""
        around = {code}
        found = []
        for node in self.nodes:
            if node.branche.parent in around:
                around.add(node.branche.code)
                found.append(node)
        return tuple(found)
