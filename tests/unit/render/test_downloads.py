import csv
import io
from dataclasses import replace

import pyarrow.parquet as pq
import pytest

from tests.unit.render.conftest import CANARY
from zicht.render import all_parquet, indicator_csv

COLUMNS = [
    "indicator", "regiocode", "regionaam", "niveau", "jaar", "uitsplitsing", "categorie",
    "waarde", "waarde_toestand", "aantal", "aantal_toestand", "voorlopig", "eenheid", "let_op",
]  # fmt: skip


def lines(atlas, figures):
    text = indicator_csv(atlas, figures).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_csv_has_the_columns_of_the_parquet_but_the_indicator(atlas, split, plain):
    for figures in (split, plain):
        content = indicator_csv(atlas, figures).content
        assert content.startswith(b"\xef\xbb\xbfregiocode;")
        assert list(lines(atlas, figures)[0]) == COLUMNS[1:]
        assert content.count(b"regiocode;") == 1


def test_a_csv_is_dutch_and_empty_where_there_is_nothing(atlas, split):
    told = lines(atlas, split)
    assert len(told) == (5 + 3 + 3) * 2
    first, withheld, share = told[1], told[3], told[10]
    assert (first["uitsplitsing"], first["categorie"]) == ("", "")
    assert (first["waarde"], first["aantal"], first["voorlopig"]) == ("3,5", "300", "ja")
    assert (withheld["waarde"], withheld["waarde_toestand"]) == ("", "withheld")
    assert (withheld["aantal"], withheld["aantal_toestand"]) == ("", "withheld")
    assert (share["uitsplitsing"], share["categorie"]) == ("leeftijd", "oud")
    assert (share["waarde"], share["aantal"]) == ("75,0", "150")
    assert share["eenheid"] == "% van het totaal"


def test_a_csv_without_counts_says_nothing_of_them(atlas, plain):
    assert {(told["aantal"], told["aantal_toestand"]) for told in lines(atlas, plain)} == {("", "")}


def read(atlas):
    return pq.ParquetFile(io.BytesIO(all_parquet(atlas).content))


def test_a_parquet_has_a_row_group_for_each_indicator_and_category(atlas):
    file = read(atlas)
    assert file.schema_arrow.names == COLUMNS
    heads = [file.read_row_group(n).slice(0, 1).to_pylist()[0] for n in range(4)]
    assert [(h["indicator"], h["categorie"]) for h in heads] == [
        ("zaken", None), ("zaken", "oud"), ("zaken", "jong"), ("mensen", None),
    ]  # fmt: skip
    assert file.metadata.num_row_groups == 4
    assert file.metadata.num_rows == (5 + 3 + 3 + 3) * 2


def test_a_parquet_says_null_exactly_where_a_cell_is_not_shown(atlas):
    for told in read(atlas).read().to_pylist():
        assert (told["waarde"] is None) == (told["waarde_toestand"] != "shown")
        assert (told["aantal"] is None) == (told["aantal_toestand"] != "shown")


def test_the_statistics_of_a_parquet_are_of_shown_numbers(atlas):
    metadata = read(atlas).metadata
    whole = metadata.row_group(0).column(COLUMNS.index("aantal")).statistics
    assert (whole.min, whole.max, whole.null_count) == (0, 300, 4)


def test_a_parquet_says_of_itself_what_the_other_files_say(atlas):
    told = {key.decode() for key in read(atlas).metadata.metadata}
    assert told == {"release", "source", "licence", "fictional", "notice", "ARROW:schema"}


def test_real_figures_carry_no_notice(atlas, split):
    real = replace(atlas, delivery=replace(atlas.delivery, fictional=False))
    assert read(real).schema_arrow.names == COLUMNS[:-1]
    assert list(lines(real, split)[0]) == COLUMNS[1:-1]


@pytest.mark.parametrize("text", [f"{CANARY:.0f}", "7654321"])
def test_no_csv_holds_a_number_that_is_not_shown(atlas, split, plain, text):
    for figures in (split, plain):
        assert text.encode() not in indicator_csv(atlas, figures).content


def test_the_same_atlas_gives_the_same_bytes(atlas, split):
    assert all_parquet(atlas) == all_parquet(atlas)
    assert indicator_csv(atlas, split) == indicator_csv(atlas, split)
