"""Unmistakable numbers that must be withheld: no file of the site or of the report has them."""

import io
import json
import re
import shutil
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

TABLE = "figures/ZOO104/Observations.parquet"
REGION, PERIOD, KIND = "WijkenEnBuurten", "2024JJ00", "SoortMisdrijf"
MANY = 4_711_300


@pytest.fixture
def canaries(province, tmp_path):
    """Return a delivery where nearly all offences of a wijk are of one kind, and what was changed.

    The group rule withholds that kind, in the wijk and in all around it; their wholes may be.
    """
    delivery = tmp_path / "delivery"
    shutil.copytree(province, delivery)
    table = pq.read_table(delivery / TABLE)
    frame = table.to_pandas()
    now = (frame["Perioden"] == PERIOD) & frame["Value"].notna()
    others = now & (frame[KIND] == "6.2") & (frame["Value"] > 0)
    wijk = frame[others & frame[REGION].str.startswith("WK")][REGION].iloc[0]
    buurt = frame[now & frame[REGION].str.startswith(wijk.replace("WK", "BU"))][REGION].iloc[0]
    around = ["NL01", "PV29", f"GM{wijk[2:6]}", wijk]
    whole = now & (frame[KIND] == "6.0") & frame[REGION].isin([*around, buurt])
    kind = now & (frame[KIND] == "6.1") & frame[REGION].isin(around)
    assert (whole.sum(), kind.sum()) == (5, 4)
    frame.loc[whole | kind, "Value"] += MANY
    changed = pa.Table.from_pandas(frame, schema=table.schema, preserve_index=False)
    pq.write_table(changed, delivery / TABLE)
    changed = frame[whole | kind].set_index([REGION, KIND])["Value"].astype(int)
    return delivery, changed.to_dict()


def found(numbers, text):
    """Return the numbers that stand in a text, plainly or as a Dutch reader writes them."""
    forms = [f"{number:,}".replace(",", r"\.?") for number in numbers]
    return [form for form in forms if re.search(rf"(?<![\w.]){form}(?!\w)", text)]


def text_of(content):
    """Return the text of a file; of an archive, such as a spreadsheet, that of all files in it."""
    if content.startswith(b"PAR1"):
        return ""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", errors="replace")  # pictures among them
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(text_of(archive.read(each)) for each in archive.namelist())


def test_a_number_that_is_withheld_stands_in_no_file_of_site_or_report(canaries, tmp_path, build):
    delivery, changed = canaries
    dist, report = tmp_path / "dist", tmp_path / "report"
    said = build("build", "--data", delivery, "--out", dist, "--report", report)
    frame = pq.read_table(dist / "data/all.parquet").to_pandas()
    now = frame[(frame["indicator"] == "drugsmisdrijven") & (frame["jaar"] == 2024)]
    shown = now[now["categorie"].isna() & (now["aantal_toestand"] == "shown")]["regiocode"]
    hidden = [n for (code, kind), n in changed.items() if kind == "6.1" or code not in {*shown}]
    assert sorted(path.name for path in report.iterdir()) == ["report.html", "report.json"]
    assert [path for path in dist.rglob("*") if path.name.startswith("report")] == []
    texts = {
        path: text_of(path.read_bytes())
        for folder in (dist, report)
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert {path: found(hidden, text) for path, text in texts.items() if found(hidden, text)} == {}
    assert found(hidden, said.stdout + said.stderr) == []
    assert not frame[["waarde", "aantal"]].isin(hidden).any(axis=None)
    told = json.loads(texts[report / "report.json"])
    assert told["total"]["reasons"]["group"] >= 4


@pytest.mark.parametrize("text", ["x;4711301;y", '<td data-v="4711301.0">', "<b>4.711.301</b>"])
def test_these_numbers_are_found_where_they_stand(text):
    assert found([MANY + 1], text)
    assert not found([MANY + 1], text.replace("301", "3014"))
