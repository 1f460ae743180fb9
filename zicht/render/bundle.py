"""A theme to take along: all its tables in one file, with what a reader must know of them."""

from collections.abc import Iterator

from zicht.model.archive import archive
from zicht.model.atlas import Atlas
from zicht.model.dutch import date_words
from zicht.model.page import OutputFile
from zicht.model.theme import Theme
from zicht.render.about import notice_of
from zicht.render.dictionary import dictionary_csv
from zicht.render.downloads import indicator_csv
from zicht.render.flow_file import flow_csv
from zicht.render.metadata import flow_metadata, indicator_metadata


def theme_zip(atlas: Atlas, theme: Theme) -> OutputFile:
    """Return the tables of a theme in one file: data/thema/<key>.zip.

    Shape:  the files of data/indicator/ and data/stroom/ in the Dutch dialect, under their names;
            metadata of those alone; the data dictionary; LEESMIJ.txt. Sorted by name.
    Errors: none.
    """
    files = {file.path.removeprefix("data/"): file.content for file in _files(atlas, theme)}
    members = {"LEESMIJ.txt": _readme(atlas, theme).encode(), **files}
    content = archive({name: members[name] for name in sorted(members)})
    return OutputFile(f"data/thema/{theme.key}.zip", content)


def _files(atlas: Atlas, theme: Theme) -> Iterator[OutputFile]:
    keys = [indicator.key for indicator in theme.indicators]
    flows = [flow.key for flow in theme.flows]
    yield dictionary_csv(atlas)
    if keys:
        yield from indicator_metadata(atlas, keys, plain=False)
    yield from flow_metadata(atlas, flows)
    yield from (indicator_csv(atlas, atlas.figures[key]) for key in keys)
    yield from (flow_csv(atlas, atlas.flows[key]) for key in flows)


def _readme(atlas: Atlas, theme: Theme) -> str:
    """Return what a reader should know before opening the tables."""
    delivery, notice = atlas.delivery, notice_of(atlas.delivery)
    lines = [
        f"{delivery.title}: {theme.title}",
        f"Uitgave van {date_words(delivery.release)}",
        *([] if notice is None else [notice]),
        "",
        "In dit bestand",
        *(f"indicator/{one.key}.csv: {one.title}, {one.unit}" for one in theme.indicators),
        *(f"stroom/{flow.key}.csv: {flow.title}" for flow in theme.flows),
        "woordenboek.csv: wat elke kolom, elk onderwerp en elke categorie betekent",
        "csv-metadata.json, in elke map: hetzelfde voor een computer (CSV on the Web)",
        "",
        "De kolommen zijn gescheiden met een puntkomma en getallen hebben een komma.",
        "Een leeg veld is geen nul: de kolom toestand zegt waarom er geen getal staat.",
        "",
        f"Bron: {delivery.source}",
        f"Licentie: {delivery.licence}",
    ]
    return "\r\n".join([*lines, ""])
