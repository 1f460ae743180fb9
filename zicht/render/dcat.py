"""The catalogue of all data of a site, as DCAT-AP-NL 3.0 asks: for portals that gather them."""

from collections.abc import Iterator, Sequence

from zicht.model.atlas import Atlas
from zicht.model.page import Entry, OutputFile
from zicht.render.about import notice_of
from zicht.render.distributions import distribution_of, files_of, things_of
from zicht.render.rdf import Ref, Text, Thing, Value, json_ld, turtle
from zicht.render.subjects import JUSTICE, Subject, subjects_of
from zicht.render.terms import (
    COUNTRY,
    DUTCH,
    OPENAPI,
    PUBLIC,
    STANDARD,
    THEMES,
    Terms,
    around_of,
    known_things,
    period_of,
    source_of,
)

CATALOGUE, CATALOGUE_TURTLE = "data/catalogus.jsonld", "data/catalogus.ttl"


def catalogue_files(
    atlas: Atlas, entries: Sequence[Entry], *, base_url: str
) -> Iterator[OutputFile]:
    """Yield the catalogue as JSON-LD and as Turtle; nothing for a site without data files.

    Shape:  one dataset an indicator, a theme, a flow, a combination and a level of outlines, and
            one of everything; each with the files that have all of it. `base_url` is where the
            site stands, ending in a slash.
    Source: https://geonovum.github.io/DCAT-AP-NL30/, decision 14
    """
    listed = sorted(entries, key=lambda entry: entry.path)
    things = {thing.address: thing for thing in _things(atlas, listed, base_url)}
    if any("dcat:Dataset" in thing.kinds for thing in things.values()):
        yield OutputFile(CATALOGUE, json_ld(things.values()))
        yield OutputFile(CATALOGUE_TURTLE, turtle(things.values()))


def _things(atlas: Atlas, entries: Sequence[Entry], base: str) -> Iterator[Thing]:
    terms = Terms(atlas.delivery, base)
    found = [(subject, tuple(files_of(subject.stem, entries))) for subject in subjects_of(atlas)]
    listed = [(subject, files) for subject, files in found if files]
    datasets = [terms.own(subject.key) for subject, _ in listed]
    yield _catalogue(terms, datasets)
    yield _service(terms, datasets)
    for subject, files in listed:
        yield _dataset(subject, [entry for _, entry in files], terms=terms)
        yield from around_of(subject, terms)
        for ending, entry in files:
            yield from things_of(ending, entry, terms)
    yield from known_things(terms)


def _shared(terms: Terms) -> tuple[tuple[str, Sequence[Value]], ...]:
    """Return what is said of the catalogue, of each dataset and of the service alike."""
    return (
        ("dct:publisher", [Ref(terms.publisher)]),
        ("dct:creator", [Ref(terms.publisher)]),
        ("dcat:contactPoint", [Ref(terms.thing("contact"))]),
        ("dct:language", [Ref(DUTCH)]),
        ("dct:modified", [Text(terms.release, "xsd:date")]),
    )


def _worded(terms: Terms, title: str, description: str) -> list[tuple[str, Sequence[Value]]]:
    """Return title and description, which say first of all whether figures are made up."""
    notice = notice_of(terms.delivery)
    if notice is not None:
        title, description = f"{title} (verzonnen cijfers)", f"{notice} {description}"
    return [("dct:title", [Text(title)]), ("dct:description", [Text(description)])]


def _catalogue(terms: Terms, datasets: Sequence[str]) -> Thing:
    told = "Alle gegevens van deze site om mee te nemen, beveiligd zoals op de pagina's."
    return Thing(
        terms.own("catalogus"),
        ("dcat:Catalog",),
        (
            *_worded(terms, terms.delivery.title, told),
            *_shared(terms),
            ("dct:license", [Ref(terms.licence)]),
            ("dct:spatial", [Ref(COUNTRY)]),
            ("foaf:homepage", [Ref(terms.base)]),
            ("dcat:themeTaxonomy", [Ref(THEMES)]),
            ("dcat:service", [Ref(terms.service)]),
            ("dcat:dataset", [Ref(dataset) for dataset in datasets]),
        ),
    )


def _service(terms: Terms, datasets: Sequence[str]) -> Thing:
    told = "Bestanden op vaste adressen, per onderwerp en per gemeente, met een beschrijving."
    return Thing(
        terms.service,
        ("dcat:DataService",),
        (
            *_worded(terms, f"{terms.delivery.title}: bestanden", told),
            ("dct:identifier", [Text(terms.service, "xsd:anyURI")]),
            *_shared(terms),
            ("dct:accessRights", [Ref(PUBLIC)]),
            ("dct:license", [Ref(terms.licence)]),
            ("dcat:theme", [Ref(f"{THEMES}/{JUSTICE}")]),
            ("dcat:keyword", [Text("ondermijning")]),
            ("dcat:landingPage", [Ref(f"{terms.base}uitleg/api/")]),
            ("dct:conformsTo", [Ref(OPENAPI)]),
            ("dcat:endpointURL", [Ref(terms.base)]),
            ("dcat:endpointDescription", [Ref(f"{terms.base}{STANDARD}")]),
            ("dcat:servesDataset", [Ref(dataset) for dataset in datasets]),
        ),
    )


def _dataset(subject: Subject, files: Sequence[Entry], *, terms: Terms) -> Thing:
    address = terms.own(subject.key)
    return Thing(
        address,
        ("dcat:Dataset",),
        (
            *_worded(terms, subject.title, subject.description),
            ("dct:identifier", [Text(address, "xsd:anyURI")]),
            *_shared(terms),
            ("dct:accessRights", [Ref(PUBLIC)]),
            ("dcat:version", [Text(terms.release, "xsd:string")]),
            ("dct:accrualPeriodicity", [Ref(each) for each in terms.frequency]),
            ("dct:provenance", [Ref(source_of(subject, terms))]),
            ("dcat:theme", [Ref(f"{THEMES}/{code}") for code in subject.categories]),
            ("dcat:keyword", [Text(word) for word in dict.fromkeys(subject.keywords)]),
            ("dct:spatial", [Ref(COUNTRY)]),
            ("dct:temporal", [Ref(period_of(subject, terms))] if subject.years else []),
            ("dcat:landingPage", [Ref(f"{terms.base}{subject.page}")]),
            ("foaf:page", [Ref(f"{terms.base}{subject.method}")]),
            ("dct:conformsTo", [Ref(f"{terms.base}{STANDARD}")]),
            ("dcat:distribution", [Ref(distribution_of(entry, terms)) for entry in files]),
        ),
    )
