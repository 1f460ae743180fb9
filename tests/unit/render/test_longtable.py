import struct
from dataclasses import replace

import pytest

from tests.unit.render.conftest import CANARY, M, grid
from zicht.model.figure import Category
from zicht.render.longtable import long_tables

COLUMNS = [
    "indicator", "regiocode", "regionaam", "niveau", "jaar", "uitsplitsing", "categorie",
    "waarde", "waarde_toestand", "aantal", "aantal_toestand", "voorlopig", "eenheid", "let_op",
]  # fmt: skip


def row(table, code, year):
    return next(
        told for told in table.to_pylist() if (told["regiocode"], told["jaar"]) == (code, year)
    )


def test_the_whole_comes_first_and_then_each_category(atlas, split):
    tables = list(long_tables(atlas, split))
    assert [table.column_names for table in tables] == [COLUMNS] * 3
    told = [(t["uitsplitsing"][0].as_py(), t["categorie"][0].as_py()) for t in tables]
    assert told == [(None, None), ("leeftijd", "oud"), ("leeftijd", "jong")]
    assert len({table.schema for table in tables}) == 1


def test_rows_are_regions_in_order_and_their_years(atlas, split):
    whole = next(long_tables(atlas, split))
    assert whole["regiocode"].to_pylist()[:4] == ["NL01", "NL01", "GM0001", "GM0001"]
    assert whole["jaar"].to_pylist()[:4] == [2023, 2024, 2023, 2024]
    assert whole["niveau"].to_pylist()[::2] == [
        "nederland", "gemeente", "gemeente", "wijk", "wijk",
    ]  # fmt: skip


def test_categories_go_no_deeper_than_they_were_delivered(atlas, split):
    whole, *parts = long_tables(atlas, split)
    assert len(whole) == 5 * 2
    for part in parts:
        assert part["regiocode"].to_pylist()[::2] == ["NL01", "GM0001", "GM0002"]


def test_a_breakdown_of_which_nothing_was_delivered_is_left_out(atlas, split):
    nothing = grid(*[[M, M]] * 5)
    parts = {"leeftijd": {"oud": Category("Oud", nothing, nothing)}}
    assert len(list(long_tables(atlas, replace(split, parts=parts)))) == 1


def test_a_row_of_the_whole_has_the_rate_and_the_count(atlas, split):
    told = row(next(long_tables(atlas, split)), "NL01", 2024)
    assert (told["waarde"], told["waarde_toestand"]) == (3.5, "shown")
    assert (told["aantal"], told["aantal_toestand"]) == (300, "shown")
    assert (told["voorlopig"], told["eenheid"]) == ("ja", "per 1.000 inwoners")


def test_a_row_of_a_category_has_the_share_and_the_count(atlas, split):
    _, oud, jong = long_tables(atlas, split)
    told = row(oud, "NL01", 2023)
    assert (told["waarde"], told["aantal"]) == (75.0, 150)
    assert (told["voorlopig"], told["eenheid"]) == ("nee", "% van het totaal")
    told = row(jong, "GM0001", 2023)
    assert (told["waarde"], told["waarde_toestand"]) == (None, "withheld")
    assert (told["aantal"], told["aantal_toestand"]) == (20, "shown")


def test_without_a_count_apart_from_the_figure_both_columns_are_null(atlas, plain):
    (table,) = long_tables(atlas, plain)
    assert table["aantal"].null_count == table["aantal_toestand"].null_count == len(table)
    assert row(table, "NL01", 2023)["waarde"] == 9


def buffers(table):
    for column in table.columns:
        for chunk in column.chunks:
            yield from (buffer.to_pybytes() for buffer in chunk.buffers() if buffer is not None)
            if hasattr(chunk, "dictionary"):
                yield from (b.to_pybytes() for b in chunk.dictionary.buffers() if b is not None)


@pytest.mark.parametrize("packed", [struct.pack("<d", CANARY), struct.pack("<q", int(CANARY))])
def test_no_buffer_holds_a_number_beneath_a_null(atlas, split, plain, packed):
    held = [
        buffer
        for figures in (split, plain)
        for table in long_tables(atlas, figures)
        for buffer in buffers(table)
    ]
    assert held
    assert not any(packed in buffer for buffer in held)


def test_the_memory_of_a_null_is_zero(atlas, split):
    for table in long_tables(atlas, split):
        for name, code in (("waarde", "d"), ("aantal", "q")):
            (chunk,) = table[name].chunks
            memory = chunk.buffers()[1].to_pybytes()[: 8 * len(table)]
            beneath = struct.unpack(f"<{len(table)}{code}", memory)
            nulls = [value for value, cell in zip(beneath, chunk, strict=True) if not cell.is_valid]
            assert set(nulls) == {0}


def test_a_dictionary_knows_only_words_that_occur(atlas, split):
    for table in long_tables(atlas, split):
        for column in table.columns:
            for chunk in column.chunks:
                if hasattr(chunk, "dictionary"):
                    used = {word for word in chunk.to_pylist() if word is not None}
                    assert set(chunk.dictionary.to_pylist()) == used
                    assert len(chunk.dictionary) == len(used)
