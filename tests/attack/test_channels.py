"""One true number leaks through each of twelve channels: the audit of the whole site finds all."""

import hashlib
import json
import os
import shutil
from zipfile import ZipFile

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.unit.audit.country import HIDDEN
from zicht.inspection import inspect, problem_of, publish
from zicht.model.errors import BuildError
from zicht.model.figure import State

KEY, YEAR = "doorsluiswoningen", 2024


def put(old, new):
    def change(text):
        assert old in text
        return text.replace(old, new, 1)

    return change


def dictionary(number):
    """Return what adds a word to a dictionary of a Parquet file that no row has."""

    def change(path):
        table = pq.read_table(path)
        at = table.schema.get_field_index("regionaam")
        column = table["regionaam"].cast(pa.string()).combine_chunks().dictionary_encode()
        words = pa.array([*column.dictionary.to_pylist(), str(number)])
        spare = pa.DictionaryArray.from_arrays(column.indices, words)
        pq.write_table(table.set_column(at, "regionaam", spare), path, compression="zstd")

    return change


PAGES = {
    "text": lambda n: put(HIDDEN, str(n)),
    "attribute": lambda n: put("<main ", f'<main data-n="{n}" '),
    "inline JSON": lambda n: put(
        "</head>", f'<script type="application/json">[{n}]</script></head>'
    ),
    "drawing": lambda n: put("</g></svg>", f'<text x="3" y="3">{n}</text></g></svg>'),
    "tooltip": lambda n: put('<td class="n">', f'<td class="n" title="{n}">'),
    "order": lambda n: put('<td class="n">', f'<td class="n" data-v="{n}">'),
}
FILES = {
    "specification": ("grafieken.json", lambda n: put('"datasets":{', f'"datasets":{{"n":[{n}],')),
    "outlines": (
        "data/gebieden/wijken.geojson",
        lambda n: put('"properties":{', f'"properties":{{"n":{n},'),
    ),
    "table": (f"data/indicator/{KEY}.csv", lambda n: put(";withheld;", f";withheld {n};")),
    "dossier": (
        "data/gemeente/gm0654.json",
        lambda n: put('{"state":"withheld"}', f'{{"state":"withheld","n":{n}}}'),
    ),
    "map of the site": ("sitemap.xml", lambda n: put("</urlset>", f"<!-- {n} --></urlset>")),
}
COLUMNS = "data/all.parquet"


def secrets(world):
    """Return the code and the true number of wijken of which it is withheld."""
    grid = world.safe().series[KEY].grid
    at = grid.years.index(YEAR)
    rows = np.flatnonzero(grid.states[:, at] == State.WITHHELD)
    codes = [
        (world.division.areas[row].code, int(world.raw.series[KEY].values[row, at]))
        for row in rows
        if world.raw.series[KEY].states[row, at] == State.SHOWN
    ]
    return [(code, number) for code, number in codes if code.startswith("WK")]


@pytest.fixture(scope="module")
def leaking(country, delivered, tmp_path_factory):
    """Return a copy of the site in which each channel leaks, and the file of each."""
    dist = tmp_path_factory.mktemp("channels") / "dist"
    shutil.copytree(country[0], dist, copy_function=os.link)
    told = secrets(delivered)
    paths = {}
    for (name, leak), (code, number) in zip(PAGES.items(), told, strict=False):
        (page,) = dist.glob(f"wijk/{code.lower()}-*/index.html")
        spoil(page, leak(number))
        paths[name] = page.relative_to(dist).as_posix()
    for name, (path, leak) in FILES.items():
        spoil(dist / path, leak(told[0][1]))
        paths[name] = path
    content = (dist / COLUMNS).read_bytes()
    (dist / COLUMNS).unlink()
    (dist / COLUMNS).write_bytes(content)
    dictionary(told[0][1])(dist / COLUMNS)
    paths["dictionary"] = COLUMNS
    relist(dist, paths.values())
    return dist, paths


def spoil(path, change):
    text = change(path.read_text("utf-8"))
    path.unlink()
    path.write_text(text, "utf-8", newline="")


def relist(dist, paths):
    """Let the manifest agree with files that were spoiled: it must not be what gives them away."""
    manifest = dist / "manifest.json"
    told = json.loads(manifest.read_bytes())
    for path in paths:
        content = (dist / path).read_bytes()
        told["files"][path] |= {
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
        }
    manifest.unlink()
    manifest.write_text(json.dumps(told, indent=1) + "\n")


@pytest.fixture(scope="module")
def found(leaking):
    return inspect(leaking[0], jobs=2, say=lambda *_: None).disclosures


def test_there_are_twelve_channels_in_as_many_files(leaking):
    assert len(set(leaking[1].values())) == 12


@pytest.mark.parametrize("channel", [*PAGES, *FILES, "dictionary"])
def test_a_leak_is_found_in_its_file(leaking, found, channel):
    path = leaking[1][channel]
    told = [each for each in found if each.path == path]
    assert told
    assert all(each.what and each.place and each.how for each in told)


def others_now(dist, paths):
    """Return the files that tell another thing than a file in which something leaks.

    The catalogue tells its size, a zip holds it, a gemeente has the outlines of its own wijken. A
    bare page has the main part of its page, and so not what leaks in the head of that.
    """
    bare = {f"embed/{paths[name]}" for name in PAGES if name != "inline JSON"}
    zips = [path.relative_to(dist).as_posix() for path in dist.glob("data/thema/*.zip")]
    names = {path.removeprefix("data/") for path in paths.values()}
    zipped = {path for path in zips if names & set(ZipFile(dist / path).namelist())}
    outlines = json.loads((dist / FILES["outlines"][0]).read_bytes())
    gemeente = f"gm{outlines['features'][0]['properties']['code'][2:6]}"
    apart = {f"data/gebieden/{gemeente}.geojson"}
    return {"data/catalogus.jsonld"} | zipped | apart | bare


def test_nothing_is_found_where_nothing_leaks(leaking, found):
    dist, paths = leaking
    assert {each.path for each in found} == {*paths.values()} | others_now(dist, paths)


def test_a_site_that_leaks_is_not_published(leaking, found, monkeypatch, tmp_path):
    told = [problem_of(each) for each in found]
    seen = type("Seen", (), {"disclosures": found, "faults": ()})
    monkeypatch.setattr("zicht.inspection.inspect", lambda *_, **__: seen)
    with pytest.raises(BuildError) as refused:
        publish(
            leaking[0],
            tmp_path / "www",
            fictional=True,
            ledger=tmp_path / "ledger",
            jobs=1,
            say=lambda *_: None,
        )
    assert list(refused.value.problems) == told
    assert list(tmp_path.iterdir()) == []
