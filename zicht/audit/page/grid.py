"""A table of a page: its header, its rows, and what should stand in a cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from lxml.html import HtmlElement

from zicht.audit.page.about import About
from zicht.audit.page.cells import figure_cell, place_of
from zicht.audit.page.facts import Facts
from zicht.audit.page.found import Found, unstarred

ROWS: Final = "the rows of a table are not the regions, years or indicators that belong there"
PLACES: Final = ("Positie", "Tussen alle wijken")


@dataclass(frozen=True)
class Table:
    """A table of a page. `key` is the indicator of the section that it stands in, if any."""

    element: HtmlElement
    facts: Facts
    about: About
    key: str

    @property
    def heads(self) -> list[str]:
        """Return the texts of the header."""
        return [unstarred(head.text_content()) for head in self.element.findall("thead/tr/th")]

    @property
    def rows(self) -> list[HtmlElement]:
        """Return the rows of the body."""
        return [row for row in self.element.findall("tbody/tr") if len(row)]

    @property
    def caption(self) -> str:
        """Return the caption."""
        found = self.element.find("caption")
        return "" if found is None else unstarred(found.text_content())

    def strays(self, *, named: bool = False) -> Iterator[Found]:
        """Yield a finding for each cell that is in no row of the body, and too many cells.

        With `named` a row may have an id: what it says is for who knows the regions.
        """
        body, width = [*self.element.iter("td")], len(self.heads)
        inside = [cell for row in self.rows for cell in row.findall("td")]
        own = {"class": "own"}
        told = [
            {k: v for k, v in row.attrib.items() if not named or k != "id"} for row in self.rows
        ]
        marked = [each for each in told if each not in ({}, own)]
        uneven = [row for row in self.rows if len(row) != width]
        if len(body) != len(inside) or uneven or marked:
            yield Found("cells beside the rows", place_of(self.element), ROWS)

    def cells(self, row: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
        """Yield the cells of a row after its first, each with its header."""
        pairs = zip_longest(self.heads[1:], row.findall("td"), fillvalue=None)
        yield from ((head, cell) for head, cell in pairs if head is not None and cell is not None)

    def figure(
        self, element: HtmlElement, key: str, *, code: str, year: int, lenient: bool = False
    ) -> Iterator[Found]:
        """Yield what is wrong when a cell should hold the compared figure of a region."""
        cell = self.facts.cell(key, code, year)
        named = f"{code} ({key}, {year})"
        decimals = self.facts.wording[key].decimals
        yield from figure_cell(element, cell, decimals=decimals, named=named, lenient=lenient)

    def similar(self, element: HtmlElement, key: str, year: int) -> Iterator[Found]:
        """Yield what is wrong when a cell should hold the median of similar gemeenten."""
        cell = self.facts.similar(key, self.about.code, year)
        named = f"what is similar to {self.about.code} ({key}, {year})"
        decimals = self.facts.wording[key].decimals
        yield from figure_cell(element, cell, decimals=decimals, named=named, lenient=True)

    def count(self, element: HtmlElement, key: str, *, code: str, year: int) -> Iterator[Found]:
        """Yield what is wrong when a cell should hold the count behind a figure."""
        cell = self.facts.count(key, code, year)
        yield from figure_cell(element, cell, decimals=0, named=f"{code} (count of {key}, {year})")
