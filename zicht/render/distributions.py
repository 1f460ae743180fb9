"""A file of the site in the catalogue: where it is, what it weighs, how to read it."""

from collections.abc import Iterator, Sequence

from zicht.model.page import Entry
from zicht.render.rdf import Ref, Text, Thing
from zicht.render.terms import DUTCH, STANDARD, Terms

_MEDIA = "https://www.iana.org/assignments/media-types/"
_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

_FORMATS = {
    ".csv": ("CSV", "CSV zoals spreadsheets in Nederland het lezen: puntkomma en decimale komma"),
    ".plain.csv": ("CSV", "CSV zoals programma's het lezen: komma en decimale punt"),
    ".xlsx": ("XLSX", "Excel"),
    ".json": ("JSON", "JSON"),
    ".geojson": ("GEOJSON", "GeoJSON"),
    ".parquet": ("PARQUET", "Parquet"),
    ".zip": ("ZIP", "Alle bestanden van het thema in één zip"),
}


def files_of(stem: str, entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the files that have all of a dataset, each with its ending, by address.

    A file that describes another, such as the metadata of a table, is none of them.
    """
    for entry in entries:
        ending = entry.path.removeprefix(stem)
        if entry.path.startswith(stem) and ending in _FORMATS:
            yield ending, entry


def things_of(ending: str, entry: Entry, terms: Terms) -> Iterator[Thing]:
    """Yield a file as a distribution, its checksum, and what kind of file that is.

    Units: `byteSize` in bytes.
    """
    address = f"{terms.base}{entry.path}"
    format_, title = _FORMATS[ending]
    kind, media = f"{_TYPES}{format_}", f"{_MEDIA}{entry.type.partition(';')[0]}"
    checksum = terms.thing(f"controle/{entry.path}")
    yield Thing(
        distribution_of(entry, terms),
        ("dcat:Distribution",),
        (
            ("dct:title", [Text(title)]),
            ("dcat:accessURL", [Ref(address)]),
            ("dcat:downloadURL", [Ref(address)]),
            ("dcat:accessService", [Ref(terms.service)]),
            ("dct:license", [Ref(terms.licence)]),
            ("dct:format", [Ref(kind)]),
            ("dcat:mediaType", [Ref(media)]),
            ("dcat:byteSize", [Text(str(entry.bytes), "xsd:nonNegativeInteger")]),
            ("spdx:checksum", [Ref(checksum)]),
            ("dct:issued", [Text(terms.release, "xsd:date")]),
            ("dct:language", [Ref(DUTCH)]),
            (
                "dct:conformsTo",
                [Ref(_CRS84 if ending == ".geojson" else f"{terms.base}{STANDARD}")],
            ),
        ),
    )
    yield Thing(
        checksum,
        ("spdx:Checksum",),
        (
            ("spdx:algorithm", [Ref(_SHA256)]),
            ("spdx:checksumValue", [Text(entry.sha256, "xsd:hexBinary")]),
        ),
    )
    yield Thing(kind, ("dct:MediaTypeOrExtent",))
    yield Thing(media, ("dct:MediaType",))
    yield Thing(_SHA256, ("spdx:ChecksumAlgorithm",))
    if ending == ".geojson":
        yield Thing(_CRS84, ("dct:Standard",), (("dct:title", [Text("WGS 84")]),))


def distribution_of(entry: Entry, terms: Terms) -> str:
    """Return the address of a file as a distribution: in the catalogue, not the file itself."""
    return terms.thing(f"bestand/{entry.path}")
