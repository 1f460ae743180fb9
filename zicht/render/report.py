"""The report for who answers for a release, as a page and as data."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from zicht.model.account import Reason
from zicht.model.dutch import date_words, number
from zicht.model.figure import State
from zicht.model.page import OutputFile
from zicht.render.reckoning import Report

MOST = 12
"""So many cells are named on the page for each kind of change; the JSON names all."""

_STATES = {
    State.SHOWN.key: "Getoond",
    State.WITHHELD.key: "Niet getoond",
    State.IMPOSSIBLE.key: "Kan niet voorkomen",
    State.MISSING.key: "Niet geleverd",
    State.PENDING.key: "Volgt nog",
}
_REASONS = {
    Reason.SOURCE.key: ("Bron", "De bron toont dit cijfer niet."),
    Reason.FEW.key: ("Te weinig", "Het gaat om te weinig personen, zaken of bedrijven."),
    Reason.ZERO.key: ("Nul", "Ook een nul zou hier iets verraden."),
    Reason.GROUP.key: ("Hele groep", "Het cijfer gaat over bijna iedereen, of over bijna niemand."),
    Reason.DOMINANCE.key: ("Te groot aandeel", "Te weinig bedrijven bepalen dit bedrag."),
    Reason.SHIELD.key: ("Dekking", "Met dit cijfer is een ander cijfer uit te rekenen."),
    Reason.WHOLE.key: (
        "Hele uitsplitsing",
        "De uitsplitsing is niet op een andere manier te beveiligen.",
    ),
    Reason.LEDGER.key: (
        "Eerdere uitgave",
        "Met een eerdere uitgave verraadt dit cijfer een ander.",
    ),
}


def report_files(report: Report, templates: Path) -> Iterator[OutputFile]:
    """Yield report.json and report.html, which belong outside the site.

    Shape:  the page needs no other file, and names some of the cells that changed; the JSON is
            the report as it is, with all of them.
    Errors: none. No figure stands in them, neither withheld nor shown: only numbers of cells.
    """
    text = json.dumps(asdict(report), default=date.isoformat, ensure_ascii=False, indent=1)
    yield OutputFile("report.json", f"{text}\n".encode())
    yield OutputFile("report.html", _html(report, templates).encode())


def _html(report: Report, templates: Path) -> str:
    """Return the report as a page that needs no other file."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["nl"] = lambda amount, decimals=0: number(amount, decimals=decimals)
    return environment.get_template("rapport.html").render(
        report=report,
        states=_STATES,
        reasons={key: words for key, words in _REASONS.items() if report.total.reasons[key]},
        day=date_words,
        most=MOST,
    )
