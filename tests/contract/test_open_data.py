"""The data files are described for portals and programs, and the descriptions are true."""

import copy
import json
import re
from pathlib import Path

import pyshacl
import pytest
import rdflib
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

SHAPES = Path(__file__).parent / "shapes" / "dcat-ap-nl.ttl"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
DCT = rdflib.Namespace("http://purl.org/dc/terms/")
FOAF = rdflib.Namespace("http://xmlns.com/foaf/0.1/")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
"""rdflib warns of itself when it reads JSON-LD."""

BASE = "https://zicht-op-ondermijning.example/"


@pytest.fixture(scope="module")
def catalogue(zeeland_site):
    return rdflib.Graph().parse(zeeland_site / "data/catalogus.jsonld")


@pytest.fixture(scope="module")
def shapes():
    return rdflib.Graph().parse(SHAPES)


@pytest.fixture(scope="module")
def description(zeeland_site):
    return json.loads((zeeland_site / "data/openapi.json").read_bytes())


def conforms(graph, shapes):
    return pyshacl.validate(graph, shacl_graph=shapes)[0]


def files_of(site):
    found = [path.relative_to(site).as_posix() for path in site.glob("data/**/*") if path.is_file()]
    return [*sorted(found), "manifest.json"]


def test_the_catalogue_is_dcat_ap_nl(catalogue, shapes):
    ok, _, told = pyshacl.validate(catalogue, shacl_graph=shapes)
    assert ok, told


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (DCAT.Catalog, DCT.title),
        (DCAT.Catalog, DCT.publisher),
        (DCAT.Catalog, DCAT.contactPoint),
        (DCAT.Catalog, DCAT.dataset),
        (DCAT.Dataset, DCT.description),
        (DCAT.Dataset, DCT.identifier),
        (DCAT.Dataset, DCT.accessRights),
        (DCAT.Dataset, DCT.creator),
        (DCAT.Dataset, DCAT.contactPoint),
        (DCAT.Dataset, DCAT.theme),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCT.license),
        (DCAT.DataService, DCAT.endpointURL),
        (DCAT.DataService, DCAT.endpointDescription),
        (FOAF.Agent, FOAF.name),
    ],
)
def test_a_catalogue_without_what_is_mandatory_is_refused(catalogue, shapes, kind, name):
    spoiled = copy.deepcopy(catalogue)
    thing = min(spoiled.subjects(rdflib.RDF.type, kind))
    assert (thing, name, None) in spoiled
    spoiled.remove((thing, name, None))
    assert not conforms(spoiled, shapes)


def test_both_forms_of_the_catalogue_say_the_same(zeeland_site, catalogue):
    assert set(rdflib.Graph().parse(zeeland_site / "data/catalogus.ttl")) == set(catalogue)


def test_every_file_of_the_catalogue_is_there(zeeland_site, catalogue):
    addresses = sorted(map(str, catalogue.objects(None, DCAT.downloadURL)))
    assert len(addresses) > 40
    for address in addresses:
        assert address.startswith(BASE), address
        assert (zeeland_site / address.removeprefix(BASE)).is_file(), address


def test_a_fictional_catalogue_says_so_of_every_dataset(catalogue):
    datasets = list(catalogue.subjects(rdflib.RDF.type, DCAT.Dataset))
    assert len(datasets) > 30
    for dataset in datasets:
        assert "#fictief-" in str(dataset)
        assert "verzonnen" in str(catalogue.value(dataset, DCT.title))
        assert "verzonnen" in str(catalogue.value(dataset, DCT.description))


def test_the_description_is_openapi(description):
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []
    broken = copy.deepcopy(description)
    del broken["info"]["title"]
    assert list(OpenAPIV31SpecValidator(broken).iter_errors())


def patterns_of(description):
    """What the addresses match; one without parameters goes before others, as OpenAPI has it."""
    concrete = [path[1:] for path in description["paths"] if "{" not in path]
    for path, told in description["paths"].items():
        schemas = {one["name"]: one["schema"]["pattern"][1:-1] for one in told["get"]["parameters"]}
        pieces = re.split(r"\{(\w+)\}", path.removeprefix("/"))
        assert sorted(pieces[1::2]) == sorted(schemas), path
        whole = [schemas[one] if at % 2 else re.escape(one) for at, one in enumerate(pieces)]
        others = "" if len(pieces) == 1 else f"(?!({'|'.join(map(re.escape, concrete))})$)"
        (content,) = told["get"]["responses"]["200"]["content"].values()
        yield (
            re.compile(others + "".join(whole)),
            content["schema"].get("$ref", "").rpartition("/")[2],
        )


def test_every_data_file_has_one_address_in_the_description(zeeland_site, description):
    patterns = list(patterns_of(description))
    for path in files_of(zeeland_site):
        assert sum(bool(one.fullmatch(path)) for one, _ in patterns) == 1, path


def test_the_description_promises_no_kind_of_file_that_is_not_there(zeeland_site, description):
    paths = files_of(zeeland_site)
    for pattern, _ in patterns_of(description):
        assert any(map(pattern.fullmatch, paths)), pattern


def closed(told):
    """The schema in which nothing may stand that is not described."""
    if isinstance(told, list):
        return [closed(one) for one in told]
    if not isinstance(told, dict):
        return told
    more = {"additionalProperties": False} if "properties" in told else {}
    return {**more, **{key: closed(value) for key, value in told.items()}}


def validator(description, name):
    schemas = {**description["components"]["schemas"]}
    schemas = {key: closed(value) for key, value in schemas.items()}
    if not schemas[name].get("properties"):
        schemas[name] = {"type": "object"}
    return Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    )


def test_json_files_are_as_described(zeeland_site, description):
    """The first and the lightest file of each kind: the validator takes seconds for a large one."""
    checked = set()
    for pattern, schema in patterns_of(description):
        paths = list(filter(pattern.fullmatch, files_of(zeeland_site)))
        assert bool(schema) == (paths[0].rpartition(".")[2] in {"json", "geojson", "jsonld"})
        lightest = min(paths, key=lambda path: (zeeland_site / path).stat().st_size)
        for path in {paths[0], lightest} if schema else ():
            found = json.loads((zeeland_site / path).read_bytes())
            error = next(validator(description, schema).iter_errors(found), None)
            assert error is None, f"{path}: {error.message} at {list(error.path)}"
            checked.add(schema)
    assert checked >= {"Gemeente", "Kolom", "Onderwerpen", "Gemeenten", "Omtrekken", "Manifest"}


def test_a_file_that_is_not_as_described_is_refused(zeeland_site, description):
    told = json.loads((zeeland_site / "data/regio/wijken.json").read_bytes())
    assert not list(validator(description, "Wijken").iter_errors(told))
    for spoiled in (
        {**told, "regions": [{"code": "WK1", "name": "A"}]},
        {**told, "extra": 1},
        {key: told[key] for key in told if key != "release"},
    ):
        assert list(validator(description, "Wijken").iter_errors(spoiled))


def test_every_example_is_a_file_of_the_site(zeeland_site, description):
    for path, told in description["paths"].items():
        (content,) = told["get"]["responses"]["200"]["content"].values()
        address = content["examples"]["voorbeeld"]["externalValue"]
        assert (zeeland_site / address.removeprefix(BASE)).is_file(), path


def block_of(page):
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8")
    )
    assert len(found) <= 1, page
    return json.loads(found[0]) if found else None


KINDS = {
    "gemeente": "gemeente/gm*/index.html",
    "gemeente en thema": "gemeente/gm*/*/index.html",
    "wijk": "wijk/*/index.html",
    "thema": "thema/*/index.html",
    "onderwerp": "thema/*/*/index.html",
}


@pytest.mark.parametrize("kind", KINDS)
def test_pages_with_figures_are_datasets(zeeland_site, description, kind):
    """What Google asks of a dataset, and addresses that are there."""
    flows = {path.stem for path in zeeland_site.glob("data/stroom/*.csv")}
    pages = [page for page in zeeland_site.glob(KINDS[kind]) if page.parent.name not in flows]
    assert pages
    for page in pages:
        told = block_of(page)
        assert told["@context"] == "https://schema.org"
        assert told["@type"] == "Dataset"
        assert told["name"]
        assert 50 <= len(told["description"]) <= 5000
        assert "verzonnen" in told["description"]
        assert told["license"] == description["info"]["license"]["url"]
        assert re.fullmatch(r"\d{4}/\d{4}", told["temporalCoverage"])
        assert told["spatialCoverage"]["name"].endswith("Nederland")
        assert told["url"] == BASE + page.parent.relative_to(zeeland_site).as_posix() + "/"
        for file in told["distribution"]:
            assert (zeeland_site / file["contentUrl"].removeprefix(BASE)).is_file()


@pytest.mark.parametrize("path", ["index.html", "gemeente/index.html", "uitleg/index.html"])
def test_a_page_without_figures_of_its_own_is_no_dataset(zeeland_site, path):
    assert block_of(zeeland_site / path) is None


def test_links_to_data_lead_to_files(zeeland_site):
    pages = [zeeland_site / "thema/drugs/index.html", *zeeland_site.glob("gemeente/gm*/index.html")]
    for page in pages:
        links = re.findall(r'<link rel="alternate" type="[^"]+" href="([^"]+)">', page.read_text())
        assert links, page
        assert all((page.parent / link).is_file() for link in links), page
