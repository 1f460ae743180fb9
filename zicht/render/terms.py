"""What the catalogue refers to: organisation, contact, licence, years, terms of vocabularies."""

from collections.abc import Iterator
from dataclasses import dataclass

from zicht.model.theme import Delivery
from zicht.render.licences import licence_address
from zicht.render.rdf import Ref, Text, Thing
from zicht.render.subjects import GOVERNMENT, JUSTICE, REGIONS, Subject

STANDARD = "data/openapi.json"
_EU = "http://publications.europa.eu/resource/authority/"
PUBLIC, DUTCH = f"{_EU}access-right/PUBLIC", f"{_EU}language/NLD"
COUNTRY, THEMES = f"{_EU}country/NLD", f"{_EU}data-theme"
OPENAPI = "https://spec.openapis.org/oas/v3.1.0"
_CATEGORIES = {
    JUSTICE: "Justitie, rechtsstelsel en openbare veiligheid",
    GOVERNMENT: "Overheid en publieke sector",
    REGIONS: "Regio's en steden",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all that is listed: the delivery, and where the site stands."""

    delivery: Delivery
    base: str

    def thing(self, name: str) -> str:
        """Return the address of a thing that stands in the catalogue itself."""
        return f"{self.base}data/catalogus.jsonld#{name}"

    def own(self, name: str) -> str:
        """Return the address of a dataset: a fictional one never has that of a real one."""
        return self.thing(f"{'fictief-' if self.delivery.fictional else ''}{name}")

    @property
    def licence(self) -> str:
        """Return where the licence is written."""
        return licence_address(self.delivery, self.base)

    @property
    def release(self) -> str:
        """Return the day of the release."""
        return self.delivery.release.isoformat()

    @property
    def publisher(self) -> str:
        """Return who publishes: an address of a register, or a thing of the catalogue."""
        return self.delivery.publisher_uri or self.thing("uitgever")

    @property
    def service(self) -> str:
        """Return the address of all files together as a service."""
        return self.own("bestanden")

    @property
    def frequency(self) -> tuple[str, ...]:
        """Return how often new figures come; empty where the delivery does not say."""
        code = self.delivery.frequency
        return (f"{_EU}frequency/{code}",) if code else ()


def period_of(subject: Subject, terms: Terms) -> str:
    """Return the address of the years of a dataset."""
    return terms.thing(f"periode/{subject.years[0]}-{subject.years[-1]}")


def source_of(subject: Subject, terms: Terms) -> str:
    """Return the address of what is told of the source of a dataset."""
    return terms.thing(f"bron/{subject.key}")


def around_of(subject: Subject, terms: Terms) -> Iterator[Thing]:
    """Yield what a dataset refers to: its pages, its years, its source."""
    yield Thing(f"{terms.base}{subject.page}", ("foaf:Document",))
    yield Thing(f"{terms.base}{subject.method}", ("foaf:Document",))
    told = (("rdfs:label", [Text(subject.source)]),)
    yield Thing(source_of(subject, terms), ("dct:ProvenanceStatement",), told)
    if subject.years:
        begin, end = f"{subject.years[0]:04}-01-01", f"{subject.years[-1]:04}-12-31"
        said = (
            ("dcat:startDate", [Text(begin, "xsd:date")]),
            ("dcat:endDate", [Text(end, "xsd:date")]),
        )
        yield Thing(period_of(subject, terms), ("dct:PeriodOfTime",), said)


def known_things(terms: Terms) -> Iterator[Thing]:
    """Yield what is the same for all: organisation, contact, licence, terms of vocabularies."""
    yield from _people(terms)
    label = (("rdfs:label", [Text(terms.delivery.licence)]),)
    yield Thing(terms.licence, ("dct:LicenseDocument",), label)
    yield Thing(PUBLIC, ("dct:RightsStatement",))
    yield Thing(DUTCH, ("dct:LinguisticSystem",))
    yield Thing(COUNTRY, ("dct:Location",))
    yield Thing(terms.base, ("foaf:Document",))
    yield Thing(f"{terms.base}uitleg/api/", ("foaf:Document",))
    yield Thing(OPENAPI, ("dct:Standard",), (("dct:title", [Text("OpenAPI 3.1")]),))
    told = (("dct:title", [Text("De bestanden van deze site, beschreven met OpenAPI")]),)
    yield Thing(f"{terms.base}{STANDARD}", ("dct:Standard",), told)
    yield Thing(THEMES, ("skos:ConceptScheme",), (("dct:title", [Text("Thema's van de EU")]),))
    for code, word in _CATEGORIES.items():
        yield Thing(f"{THEMES}/{code}", ("skos:Concept",), (("skos:prefLabel", [Text(word)]),))
    for often in terms.frequency:
        yield Thing(often, ("dct:Frequency",))


def _people(terms: Terms) -> Iterator[Thing]:
    """Yield who publishes and whom to ask: the site itself where the delivery names nobody."""
    name = terms.delivery.publisher or terms.delivery.title
    yield Thing(terms.publisher, ("foaf:Agent",), (("foaf:name", [Text(name)]),))
    write = terms.delivery.contact or f"{terms.base}uitleg/contact/"
    mail = "@" in write and not write.startswith("http")
    how = ("vcard:hasEmail", [Ref(f"mailto:{write}")]) if mail else ("vcard:hasURL", [Ref(write)])
    said = (("vcard:fn", [Text(name, "xsd:string")]), how)
    yield Thing(terms.thing("contact"), ("vcard:Organization", "vcard:Kind"), said)
