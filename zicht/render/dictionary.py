"""The data dictionary: every column, state, indicator and category, for people and programs."""

import io
from collections.abc import Iterator, Mapping
from csv import writer

from zicht.model.atlas import Atlas
from zicht.model.dutch import SPOKEN
from zicht.model.figure import State
from zicht.model.page import OutputFile
from zicht.model.theme import Breakdown, Flow, Indicator
from zicht.render.about import about, notice_of
from zicht.render.cells import compact
from zicht.render.dossier import indicator_facts
from zicht.render.table_columns import COLUMNS

_HEAD = ("soort", "onderwerp", "sleutel", "titel", "eenheid", "decimalen", "uitleg", "bron")


def dictionary_json(atlas: Atlas) -> OutputFile:
    """Return what every word and column in the files means: data/woordenboek.json.

    Shape:  `columns` and `states` of the tables; `indicators` and `flows` by key, with their
            words, `breakdowns` with the title of every category.
    Errors: none.
    """
    content = {
        **about(atlas.delivery),
        "title": atlas.delivery.title,
        "columns": {name: meaning for name, (_, meaning) in COLUMNS.items()},
        "states": {state.key: _state(state) for state in State},
        "themes": {theme.key: theme.title for theme in atlas.themes},
        "indicators": {
            key: {**indicator_facts(figures), **_words(figures.indicator)}
            for key, figures in atlas.figures.items()
        },
        "flows": {key: _flow(figures.flow) for key, figures in atlas.flows.items()},
    }
    return OutputFile("data/woordenboek.json", compact(content))


def _state(state: State) -> str:
    return SPOKEN.get(state, "er staat een getal")


def _words(one: Indicator | Flow) -> dict[str, object]:
    breaks = one.breaks if isinstance(one, Indicator) else {}
    return {
        "meaning": one.meaning,
        "definition": one.definition,
        "concept": one.concept,
        "reference": one.peildatum,
        "source": one.source,
        "owner": one.owner,
        "caveat": one.caveat,
        "breaks": {str(year): why for year, why in sorted(breaks.items())},
    }


def _flow(flow: Flow) -> dict[str, object]:
    told = {"title": flow.title, "theme": flow.theme, "unit": flow.unit}
    return {**told, **_words(flow)}


def dictionary_csv(atlas: Atlas) -> OutputFile:
    """Return the same as a table: data/woordenboek.csv, in the Dutch dialect.

    Shape:  a row a column, state, indicator, breakdown, category and flow; `soort` says which.
    Errors: none.
    """
    notice, sink = notice_of(atlas.delivery), io.StringIO()
    table = writer(sink, delimiter=";", lineterminator="\r\n")
    more = [] if notice is None else [notice]
    table.writerow([*_HEAD, *(["let_op"] if more else [])])
    for row in _rows(atlas):
        table.writerow([*row, *more])
    return OutputFile("data/woordenboek.csv", b"\xef\xbb\xbf" + sink.getvalue().encode())


_Row = tuple[str, str, str, str, str, str, str, str]


def _rows(atlas: Atlas) -> Iterator[_Row]:
    for name, (_, meaning) in COLUMNS.items():
        yield "kolom", "", name, name, "", "", meaning, ""
    for state in State:
        yield "toestand", "", state.key, state.key, "", "", _state(state), ""
    for key, figures in atlas.figures.items():
        one = figures.indicator
        facts = one.title, one.unit, str(one.decimals), one.definition, one.source
        yield "onderwerp", key, key, *facts
        for breakdown in one.breakdowns:
            parts = {part: told.title for part, told in figures.parts[breakdown.key].items()}
            yield from _split(key, breakdown, parts)
    for key, moved in atlas.flows.items():
        flow = moved.flow
        yield "stroom", key, key, flow.title, flow.unit, "0", flow.definition, flow.source


def _split(key: str, breakdown: Breakdown, parts: Mapping[str, str]) -> Iterator[_Row]:
    yield "uitsplitsing", key, breakdown.key, breakdown.title, "", "", "", ""
    for part, title in parts.items():
        yield "categorie", key, f"{breakdown.key}.{part}", title, "", "", "", ""
