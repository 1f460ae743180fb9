"""Numbers hidden in the bytes of data/all.parquet, where no reader of rows would see them."""

import struct

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from zicht.audit.thrift import Reader

PATH = "data/all.parquet"


def coded(table, name, extra):
    """Return the table with a dictionary for one column that holds an entry more."""
    at, column = table.column_names.index(name), table.column(name).combine_chunks()
    known = column.dictionary_encode()
    words = pa.concat_arrays([known.dictionary, pa.array([extra], column.type)])
    return table.set_column(at, name, pa.DictionaryArray.from_arrays(known.indices, words))


def test_an_entry_of_a_dictionary_that_no_row_uses(site):
    site.write_table(coded(site.as_table(site.table()), "regionaam", str(site.leak)))
    assert "column regionaam" in site.leaks(PATH)
    assert "an entry that no row uses" in site.leaks(PATH)


def test_a_column_that_is_not_known(site):
    table = site.as_table(site.table())
    site.write_table(table.append_column("waar", pa.array([site.leak] * len(table))))
    assert "column waar" in site.leaks(PATH)


def test_a_key_beside_the_known_ones(site):
    table = site.as_table(site.table())
    site.write_table(table.replace_schema_metadata({**table.schema.metadata, b"x": b"7777"}))
    assert "the footer, its keys" in site.leaks(PATH)


def test_a_known_key_that_says_another_thing(site):
    table = site.as_table(site.table())
    site.write_table(table.replace_schema_metadata({**table.schema.metadata, b"source": b"7777"}))
    assert "It is not what the JSON of the gemeenten says." in site.leaks(PATH)


def test_a_word_about_a_column_in_the_schema_of_arrow(site):
    table = site.as_table(site.table())
    fields = [
        one.with_metadata({"x": str(site.leak)}) if one.name == "waarde" else one
        for one in table.schema
    ]
    site.write_table(table.cast(pa.schema(fields, metadata=table.schema.metadata)))
    assert "ARROW:schema" in site.leaks(PATH)


def test_an_index_of_pages(site):
    site.write_table(site.as_table(site.table()), write_page_index=True)
    assert "a field that this audit does not know" in site.leaks(PATH)


def test_bytes_between_the_columns_and_the_footer(site):
    content = (site / PATH).read_bytes()
    size = int.from_bytes(content[-8:-4], "little")
    site.write(PATH, content[: -8 - size] + b"7777" + content[-8 - size :])
    assert "before the footer" in site.leaks(PATH)


def test_bytes_between_the_fields_of_the_footer_and_its_size(site):
    content = (site / PATH).read_bytes()
    size = int.from_bytes(content[-8:-4], "little")
    site.write(PATH, content[:-8] + b"7777" + struct.pack("<I", size + 4) + b"PAR1")
    assert "longer than what it tells" in site.leaks(PATH)


def test_another_maker(site):
    site.replace(PATH, "parquet-cpp-arrow version", "parquet-cpp-arrow from 77")
    assert "another maker" in site.leaks(PATH)


def statistics(site, group, name):
    file = pq.ParquetFile(site / PATH)
    return file.metadata.row_group(group).column(file.schema.names.index(name)).statistics


@pytest.mark.parametrize(("end", "other"), [("max", 7777.0), ("min", -7777.0)])
def test_a_statistic_that_is_not_that_of_the_rows(site, end, other):
    number = getattr(statistics(site, 0, "waarde"), end)
    site.replace(PATH, struct.pack("<d", number), struct.pack("<d", other), count=-1)
    assert f"Its {end} is not that of its rows" in site.leaks(PATH)


def test_a_statistic_of_words(site):
    content = (site / PATH).read_bytes()
    at = content.rindex(b"Zuid")
    site.write(PATH, content[:at] + b"7777" + content[at + 4 :])
    assert "Its max is not that of its rows" in site.leaks(PATH)


def body_of(site, name):
    """Return where the levels of the first page of a column begin."""
    file = pq.ParquetFile(site / PATH)
    column = file.metadata.row_group(0).column(file.schema.names.index(name))
    reader = Reader((site / PATH).read_bytes(), column.data_page_offset)
    reader.struct()
    return reader.at


def plainly(site):
    """Write the file so that a test can find its way in the bytes."""
    site.write_table(site.as_table(site.table()), compression="none", use_dictionary=False)


def test_a_file_without_dictionaries_is_as_good(site):
    plainly(site)
    assert site.audit() == []


@pytest.mark.parametrize("codec", ["snappy", "zstd", "none"])
def test_a_file_may_be_packed_in_these_ways(site, codec):
    site.write_table(site.as_table(site.table()), compression=codec)
    assert site.audit() == []


def test_a_number_under_a_null(site):
    plainly(site)
    at = body_of(site, "waarde")
    content = bytearray((site / PATH).read_bytes())
    reader = Reader(bytes(content), at + 4)
    assert reader.varint() % 2 == 0, "the levels begin with one level many times"
    content[reader.at] = 0
    site.write(PATH, bytes(content))
    found = "\n".join(str(one) for one in site.audit() if one.path == PATH)
    assert "a number under a null" in found
    assert "column waarde" in found


@pytest.mark.parametrize(
    "how",
    [
        {"use_dictionary": False, "column_encoding": {"jaar": "DELTA_BINARY_PACKED"}},
        {"data_page_version": "2.0"},
        {"compression": "gzip"},
    ],
)
def test_what_the_audit_cannot_look_into_it_does_not_trust(site, how):
    site.write_table(site.as_table(site.table()), **how)
    assert "column jaar" in site.leaks(PATH) or "cannot be followed" in site.leaks(PATH)
