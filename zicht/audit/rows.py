"""The rows of data/all.parquet, column by column: what the other files are held against."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.audit.parquet import PATH
from zicht.model.disclosure import Disclosure
from zicht.model.errors import BuildError, Problem
from zicht.model.system import Bools, Floats, Ints

TEXTS = (
    "indicator",
    "regiocode",
    "regionaam",
    "niveau",
    "uitsplitsing",
    "categorie",
    "waarde_toestand",
    "aantal_toestand",
    "voorlopig",
    "eenheid",
)
NOTICE = "let_op"
YEAR = "jaar"
NUMBERS = ("waarde", "aantal")


@dataclass(frozen=True, slots=True)
class Words:
    """A column of texts: in each row the one of `names` at its code, and none at code -1."""

    codes: Ints
    names: tuple[str, ...]

    def __getitem__(self, row: int) -> str:
        """Return the text of a row; "" where there is none."""
        code = int(self.codes[row])
        return "" if code < 0 else self.names[code]


@dataclass(frozen=True, slots=True)
class Rows:
    """The columns of the file; a number is NaN where it is null, `given` tells where it is not."""

    texts: Mapping[str, Words]
    years: Ints
    numbers: Mapping[str, Floats]
    given: Mapping[str, Bools]
    others: tuple[str, ...]
    about: Mapping[str, str]

    def name(self, row: int) -> str:
        """Return which cell a row is about: "GM0014, drugsverdachten leeftijd 12-tot-18, 2024"."""
        keys = ("indicator", "uitsplitsing", "categorie")
        words = " ".join(word for key in keys if (word := self.texts[key][row]))
        return f"{self.texts['regiocode'][row]}, {words}, {self.years[row]}"

    def disclosures(
        self, found: Bools, *, column: str, how: str, path: str = PATH
    ) -> Iterator[Disclosure]:
        """Yield a disclosure for each row that was found."""
        for row in np.flatnonzero(found).tolist():
            what = f"{self.name(row)}: more is told than may be."
            yield Disclosure(what, path, f"row {row + 1}, column {column}", how)


def read_rows(dist: Path) -> Rows:
    """Return the rows of data/all.parquet.

    Errors: BuildError when the file is absent, is no Parquet or lacks columns.
    """
    path = dist / PATH
    if not path.is_file():
        raise BuildError(_problem("There is no such file: this is no whole site.", path))
    try:
        table = pq.read_table(path, memory_map=False).unify_dictionaries()
        absent = {*TEXTS, *NUMBERS, YEAR}.difference(table.column_names)
        if absent:
            raise BuildError(_problem(f"It lacks {', '.join(sorted(absent))}.", path))
        return _rows(table)
    except (OSError, pa.ArrowException) as error:
        raise BuildError(_problem("It cannot be read as Parquet of our columns.", path)) from error


def _problem(what: str, path: Path) -> Problem:
    return Problem(what, str(path), "Give the folder of a whole site, built without --only.")


def _rows(table: pa.Table) -> Rows:
    texts = [*TEXTS, *({NOTICE} & {*table.column_names})]
    columns = {name: table.column(name).combine_chunks() for name in NUMBERS}
    return Rows(
        {name: _words(table.column(name)) for name in texts},
        table.column(YEAR).to_numpy().astype(np.int64),
        {name: _floats(column) for name, column in columns.items()},
        {
            name: column.is_valid().to_numpy(zero_copy_only=False)
            for name, column in columns.items()
        },
        tuple(_others(table.column_names)),
        {k.decode(): v.decode() for k, v in (table.schema.metadata or {}).items()},
    )


def _others(names: Iterable[str]) -> Iterator[str]:
    """Yield the columns that are not ours, and ours where they stand a second time."""
    left = [*TEXTS, *NUMBERS, YEAR, NOTICE]
    for name in names:
        if name in left:
            left.remove(name)
        else:
            yield name


def _floats(column: pa.Array) -> Floats:
    return np.asarray(column.cast(pa.float64()).to_numpy(zero_copy_only=False))


def _words(column: pa.ChunkedArray) -> Words:
    if pa.types.is_null(column.type):
        return Words(np.full(len(column), -1), ())
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    whole = coded.combine_chunks()
    codes = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    return Words(codes, tuple(str(name) for name in whole.dictionary.to_pylist()))
