"""A flow to take along: every number that is shown, and every total that is not."""

import csv
import io
from collections.abc import Iterator

from zicht.model.area import NEDERLAND
from zicht.model.atlas import Atlas
from zicht.model.dutch import number
from zicht.model.figure import Cell
from zicht.model.flow import FlowFigures, FlowYear
from zicht.model.page import OutputFile
from zicht.render.about import notice_of

HEAD = (
    *("jaar", "van_code", "van_naam", "naar_code", "naar_naam", "aantal", "toestand"),
    *("voorlopig", "eenheid", "onderwerp", "thema"),
)


def flow_csv(atlas: Atlas, figures: FlowFigures) -> OutputFile:
    """Return one flow for all gemeenten and years: data/stroom/<key>.csv.

    Shape:  in the Dutch dialect, as `indicator_csv`. A row a year and pair: first all together
            (NL01 to NL01), then all to each gemeente (NL01 as origin), then for each gemeente all
            from it (NL01 as destination) and every count from it that is shown. What has no row
            is withheld.
    Units:  counts.
    Errors: none.
    """
    notice, flow = notice_of(atlas.delivery), figures.flow
    more = () if notice is None else (notice,)
    sink = io.StringIO()
    writer = csv.writer(sink, delimiter=";", lineterminator="\r\n")
    writer.writerow((*HEAD, "let_op") if more else HEAD)
    codes = (NEDERLAND, *figures.safe.gemeenten)
    names = [atlas.division[code].name for code in codes]
    for year in figures.safe.years:
        for origin, destination, cell in _cells(year):
            writer.writerow(
                (
                    *(year.year, codes[origin], names[origin]),
                    *(codes[destination], names[destination], *_told(cell)),
                    *("ja" if year.provisional else "nee", flow.unit, flow.title, flow.theme),
                    *more,
                )
            )
    return OutputFile(f"data/stroom/{flow.key}.csv", b"\xef\xbb\xbf" + sink.getvalue().encode())


def _told(cell: Cell) -> tuple[str, str]:
    told = "" if cell.value is None else number(cell.value, decimals=0).replace(".", "")
    return told, cell.state.key


def _cells(year: FlowYear) -> Iterator[tuple[int, int, Cell]]:
    """Yield the cells of a year by origin and destination; 0 is all gemeenten together."""
    yield 0, 0, year.whole
    yield from ((0, place, cell) for place, cell in enumerate(year.destinations, start=1))
    to: dict[int, list[int]] = {}
    for origin, destination in sorted(year.flows):
        to.setdefault(origin, []).append(destination)
    for place, cell in enumerate(year.origins):
        yield place + 1, 0, cell
        for other in to.get(place, ()):
            yield place + 1, other + 1, year.between(place, other)
