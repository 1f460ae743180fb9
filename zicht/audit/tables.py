"""Tables of figures, in both dialects: rows of data/all.parquet and not a sign more."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pc_csv

from zicht.audit.gemeente import inside
from zicht.audit.rows import NOTICE, NUMBERS, TEXTS, YEAR, Rows, Words
from zicht.model.address import EVERYONE
from zicht.model.area import Level
from zicht.model.disclosure import Disclosure
from zicht.model.figure import State
from zicht.model.published import Published
from zicht.model.system import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class _Dialect:
    """How a table is written: the end of its name, what stands in front, between and after."""

    suffix: str
    mark: bytes
    between: str
    decimal: str
    end: str


_DIALECTS = (
    _Dialect("csv", b"\xef\xbb\xbf", ";", ",", "\r\n"),
    _Dialect("plain.csv", b"", ",", ".", "\n"),
)
_ORDER = "Its rows are others than those of data/all.parquet, or stand in another order."


def table_disclosures(dist: Path, rows: Rows, published: Published) -> Iterator[Disclosure]:
    """Yield where a CSV says another thing than the canonical rows, or anything beside them.

    Errors: none.
    """
    division, words = published.division, rows.texts["indicator"]
    for code, key in enumerate(words.names):
        if key in published.series:
            own = partial(_only, rows, np.flatnonzero(words.codes == code))
            yield from _both(dist, f"data/indicator/{key}", own, keyed=False)
    kept = _delivered(rows)
    regions = rows.texts["regiocode"]
    place = np.array([division.row.get(name, -1) for name in (*regions.names, "")])
    at = place[regions.codes]
    for area in division.of(Level.GEMEENTE):
        among = [division.row[one.code] for one in inside(area.code, division)]
        own = partial(_only, rows, np.flatnonzero(kept & np.isin(at, among)))
        yield from _both(dist, f"data/gemeente/{area.code.lower()}", own, keyed=True)


def _both(dist: Path, stem: str, own: Callable[[], Rows], *, keyed: bool) -> Iterator[Disclosure]:
    """Yield the faults of a table in each dialect in which it is there."""
    there = [each for each in _DIALECTS if (dist / f"{stem}.{each.suffix}").is_file()]
    if there:
        rows = own()
        for dialect in there:
            path = f"{stem}.{dialect.suffix}"
            yield from _faults(_Table(path, (dist / path).read_bytes(), dialect, keyed), rows)


def _delivered(rows: Rows) -> Bools:
    """Tell of each row whether in any year anything was delivered of its region and breakdown.

    Of a breakdown its counts tell that, and what it is held against goes with it.
    """
    groups = np.zeros(len(rows.years), dtype=np.int64)
    for column in ("indicator", "uitsplitsing", "regiocode"):
        words = rows.texts[column]
        names = [name.removesuffix(EVERYONE) for name in (*words.names, "")]
        _, same = np.unique(names, return_inverse=True)
        groups = groups * len(names) + same[words.codes]
    whole = rows.texts["uitsplitsing"].codes < 0
    told = _is_told(rows.texts["aantal_toestand"])
    told |= whole & _is_told(rows.texts["waarde_toestand"])
    names_ = rows.texts["uitsplitsing"]
    every = [name.endswith(EVERYONE) for name in (*names_.names, "")]
    told &= ~np.array(every)[names_.codes]
    _, group = np.unique(groups, return_inverse=True)
    return np.asarray(np.bincount(group, told)[group] > 0)


def _is_told(words: Words) -> Bools:
    """Tell where a state says that something was delivered."""
    told = np.array([*(name != State.MISSING.key for name in words.names), False])
    return np.asarray(told[words.codes])


def _only(rows: Rows, at: np.typing.NDArray[np.int64]) -> Rows:
    """Return some of the rows, with the words that occur in them."""
    return Rows(
        {name: _some(words, at) for name, words in rows.texts.items()},
        rows.years[at],
        {name: numbers[at] for name, numbers in rows.numbers.items()},
        {name: given[at] for name, given in rows.given.items()},
        rows.others,
        rows.about,
    )


def _some(words: Words, at: Ints) -> Words:
    used, codes = np.unique(words.codes[at], return_inverse=True)
    none = int(len(used) > 0 and used[0] < 0)
    return Words(codes - none, tuple(words.names[code] for code in used[none:].tolist()))


@dataclass(frozen=True, slots=True)
class _Table:
    """The bytes of a table; `keyed` where it has a column for the indicator."""

    path: str
    content: bytes
    dialect: _Dialect
    keyed: bool

    def fault(self, place: str, how: str) -> Disclosure:
        """Return what is found in it."""
        return Disclosure("The table may tell more than it may.", self.path, place, how)


def _faults(own: _Table, rows: Rows) -> Iterator[Disclosure]:
    dialect, path = own.dialect, own.path
    head, _, body = own.content.removeprefix(dialect.mark).partition(dialect.end.encode())
    columns = head.decode(errors="replace").split(dialect.between)
    ours = {*TEXTS, *NUMBERS, YEAR, *({NOTICE} & {*rows.texts})}
    ours -= set() if own.keyed else {"indicator"}
    if set(columns) != ours or len(columns) != len(ours):
        yield own.fault("line 1", "Its columns are not those that are known.")
        return
    try:
        table = _parsed(body, columns, dialect)
    except pa.ArrowInvalid:
        yield own.fault("somewhere", "A line has more or fewer fields than there are columns.")
        return
    if not own.content.startswith(dialect.mark) or _written(table, dialect) != body:
        yield own.fault("between the fields", "Signs stand there that belong to no field.")
    if len(table) != len(rows.years):
        yield own.fault("its lines", _ORDER)
        return
    columned = {name: _words(table.column(name)) for name in columns}
    keyed = ("indicator",) if own.keyed else ()
    keys = _same_texts(rows, columned, (*keyed, "regiocode", "uitsplitsing", "categorie"))
    moved = ~keys | (_numbers(columned[YEAR], dialect) != rows.years)
    yield from rows.disclosures(moved, column=YEAR, how=_ORDER, path=path)
    if not moved.any():
        yield from _cells(own, rows, columned)


def _cells(own: _Table, rows: Rows, columned: dict[str, Words]) -> Iterator[Disclosure]:
    how = "It is not what data/all.parquet says."
    for name, words in columned.items():
        if name in NUMBERS:
            same = _same_numbers(rows.numbers[name], words, own.dialect)
            said = "Beside a state without a number stands something, or beside a number another."
            yield from rows.disclosures(~same, column=name, how=said, path=own.path)
        elif name != YEAR:
            same = _same_texts(rows, columned, (name,))
            yield from rows.disclosures(~same, column=name, how=how, path=own.path)


def _parsed(body: bytes, columns: list[str], dialect: _Dialect) -> pa.Table:
    """Return the fields as texts. Errors: ArrowInvalid for a line with more or fewer."""
    texts = dict.fromkeys(columns, pa.dictionary(pa.int32(), pa.string()))
    table = pc_csv.read_csv(
        io.BytesIO(body),
        read_options=pc_csv.ReadOptions(column_names=columns),
        parse_options=pc_csv.ParseOptions(delimiter=dialect.between),
        convert_options=pc_csv.ConvertOptions(column_types=texts, strings_can_be_null=False),
    )
    return table.unify_dictionaries().combine_chunks()


def _words(column: pa.ChunkedArray) -> Words:
    whole = column.combine_chunks()
    return Words(whole.indices.to_numpy().astype(np.int64), tuple(whole.dictionary.to_pylist()))


def _written(table: pa.Table, dialect: _Dialect) -> bytes:
    """Return the fields as a table is written: quotes only where a field cannot do without."""
    fields = [_quoted(column.combine_chunks(), dialect) for column in table.columns]
    ended = pc.binary_join_element_wise(fields[-1], dialect.end, "")
    lines = pc.binary_join_element_wise(*fields[:-1], ended, dialect.between)
    return "".join(lines.to_pylist()).encode()


def _quoted(column: pa.DictionaryArray, dialect: _Dialect) -> pa.Array:
    odd = {*f'{dialect.between}"\r\n'}
    names = column.dictionary.to_pylist()
    told = [f'"{n.replace(chr(34), chr(34) * 2)}"' if {*n} & odd else n for n in names]
    return pa.array(told, pa.string()).take(column.indices)


def _same_texts(rows: Rows, columned: dict[str, Words], names: tuple[str, ...]) -> Bools:
    same = np.ones(len(rows.years), dtype=np.bool_)
    for name in names:
        place = {"": -1, **{word: code for code, word in enumerate(rows.texts[name].names)}}
        told = columned[name]
        codes = np.array([*(place.get(word, -2) for word in told.names), -2])[told.codes]
        same &= codes == rows.texts[name].codes
    return same


def _same_numbers(right: Floats, told: Words, dialect: _Dialect) -> Bools:
    numbers = _numbers(told, dialect)
    empty = np.array([*(name == "" for name in told.names), False])[told.codes]
    return np.asarray(np.where(np.isnan(right), empty, numbers == right))


def _numbers(words: Words, dialect: _Dialect) -> Floats:
    """Return each text as the number that it is written for; NaN where it is none."""
    return np.array([*(_number(name, dialect) for name in words.names), np.nan])[words.codes]


def _number(text: str, dialect: _Dialect) -> float:
    try:
        value = float(text.replace(dialect.decimal, "."))
    except ValueError:
        return float("nan")
    plain = repr(value).replace(".", dialect.decimal)
    return value if text in {plain, str(int(value)) if value.is_integer() else ""} else float("nan")
