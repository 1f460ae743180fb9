"""The CSV of an indicator: the rows of data/all.parquet and not a sign more."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv

from zicht.audit.rows import NOTICE, NUMBERS, TEXTS, YEAR, Rows, Words
from zicht.model.disclosure import Disclosure
from zicht.model.published import Published
from zicht.model.system import Bools, Floats

_MARK = b"\xef\xbb\xbf"
_END = "\r\n"
_ORDER = "Its rows are others than those of data/all.parquet, or stand in another order."


def table_disclosures(dist: Path, rows: Rows, published: Published) -> Iterator[Disclosure]:
    """Yield where a CSV says another thing than the canonical rows, or anything beside them."""
    words = rows.texts["indicator"]
    for code, key in enumerate(words.names):
        path = f"data/indicator/{key}.csv"
        if key in published.series and (dist / path).is_file():
            at = np.flatnonzero(words.codes == code)
            yield from _faults(path, (dist / path).read_bytes(), _only(rows, at))


def _only(rows: Rows, at: np.typing.NDArray[np.int64]) -> Rows:
    """Return some of the rows."""
    return Rows(
        {name: Words(words.codes[at], words.names) for name, words in rows.texts.items()},
        rows.years[at],
        {name: numbers[at] for name, numbers in rows.numbers.items()},
        {name: given[at] for name, given in rows.given.items()},
        rows.others,
        rows.about,
    )


def _faults(path: str, content: bytes, rows: Rows) -> Iterator[Disclosure]:
    def fault(place: str, how: str) -> Disclosure:
        return Disclosure("The table may tell more than it may.", path, place, how)

    head, _, body = content.removeprefix(_MARK).partition(_END.encode())
    columns = head.decode(errors="replace").split(";")
    ours = {*TEXTS, *NUMBERS, YEAR, *({NOTICE} & {*rows.texts})} - {"indicator"}
    if set(columns) != ours or len(columns) != len(ours):
        yield fault("line 1", "Its columns are not those that are known.")
        return
    try:
        table = _parsed(body, columns)
    except pa.ArrowInvalid:
        yield fault("somewhere", "A line has more or fewer fields than there are columns.")
        return
    if not content.startswith(_MARK) or _written(table) != body:
        yield fault("between the fields", "Signs stand there that belong to no field.")
    if len(table) != len(rows.years):
        yield fault("its lines", _ORDER)
        return
    columned = {name: _words(table.column(name)) for name in columns}
    keys = _same_texts(rows, columned, ("regiocode", "uitsplitsing", "categorie"))
    moved = ~keys | (_numbers(columned[YEAR]) != rows.years)
    yield from rows.disclosures(moved, column=YEAR, how=_ORDER, path=path)
    if not moved.any():
        yield from _cells(path, rows, columned)


def _cells(path: str, rows: Rows, columned: dict[str, Words]) -> Iterator[Disclosure]:
    how = "It is not what data/all.parquet says."
    for name, words in columned.items():
        if name in NUMBERS:
            same = _same_numbers(rows.numbers[name], words)
            said = "Beside a state without a number stands something, or beside a number another."
            yield from rows.disclosures(~same, column=name, how=said, path=path)
        elif name != YEAR:
            same = _same_texts(rows, columned, (name,))
            yield from rows.disclosures(~same, column=name, how=how, path=path)


def _parsed(body: bytes, columns: list[str]) -> pa.Table:
    """Return the fields as texts. Errors: ArrowInvalid for a line with more or fewer."""
    texts = dict.fromkeys(columns, pa.dictionary(pa.int32(), pa.string()))
    table = pc_csv.read_csv(
        io.BytesIO(body),
        read_options=pc_csv.ReadOptions(column_names=columns),
        parse_options=pc_csv.ParseOptions(delimiter=";"),
        convert_options=pc_csv.ConvertOptions(column_types=texts, strings_can_be_null=False),
    )
    return table.unify_dictionaries().combine_chunks()


def _words(column: pa.ChunkedArray) -> Words:
    whole = column.combine_chunks()
    return Words(whole.indices.to_numpy().astype(np.int64), tuple(whole.dictionary.to_pylist()))


def _written(table: pa.Table) -> bytes:
    """Return the fields as a table is written: quotes only where a field cannot do without."""
    fields = [_quoted(column.combine_chunks()) for column in table.columns]
    ended = pc.binary_join_element_wise(fields[-1], _END, "")
    lines = pc.binary_join_element_wise(*fields[:-1], ended, ";")
    return "".join(lines.to_pylist()).encode()


def _quoted(column: pa.DictionaryArray) -> pa.Array:
    names = column.dictionary.to_pylist()
    told = [f'"{n.replace(chr(34), chr(34) * 2)}"' if {*n} & {*';"\r\n'} else n for n in names]
    return pa.array(told, pa.string()).take(column.indices)


def _same_texts(rows: Rows, columned: dict[str, Words], names: tuple[str, ...]) -> Bools:
    same = np.ones(len(rows.years), dtype=np.bool_)
    for name in names:
        place = {"": -1, **{word: code for code, word in enumerate(rows.texts[name].names)}}
        told = columned[name]
        codes = np.array([*(place.get(word, -2) for word in told.names), -2])[told.codes]
        same &= codes == rows.texts[name].codes
    return same


def _same_numbers(right: Floats, told: Words) -> Bools:
    numbers = _numbers(told)
    empty = np.array([*(name == "" for name in told.names), False])[told.codes]
    return np.asarray(np.where(np.isnan(right), empty, numbers == right))


def _numbers(words: Words) -> Floats:
    """Return each text as the number that it is written for; NaN where it is none."""
    return np.array([*(_number(name) for name in words.names), np.nan])[words.codes]


def _number(text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return float("nan")
    plain = {repr(value).replace(".", ","), str(int(value)) if value.is_integer() else ""}
    return value if text in plain else float("nan")
