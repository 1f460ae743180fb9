"""The notary: verify in whole numbers that no withheld count of a built site can be found out.

    python -m zicht.notary CERTIFICATES DIST

It shares no code with what it verifies. The certificates are tables that fit all that DIST tells:
`base.parquet` is one, `moves.parquet` gives others as differences from it, `claims.parquet` names
for each withheld count two of them (-1 is the base) that lie far enough apart. What was not
delivered is the rest of its sum: never below zero in any table. An impossible count is zero.
Nothing is asked of an indicator that the source protected, or of which no number is shown.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

WIDTH, REACH, MOST, TOLD = 5, 10, 10**12, 20
CELL = {"series": "string", "region": "string", "year": "int64"}
EVERYONE = ".allen"
"""What a group is held against: counts that the source protected."""
TEXTS = ("indicator", "uitsplitsing", "categorie", "regiocode", "jaar")
FORMS = {
    "base": {**CELL, "number": "int64"},
    "moves": {"witness": "int64", **CELL, "change": "int64"},
    "claims": {**CELL, "low": "int64", "high": "int64"},
}
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
About = dict[str, dict[str, object]]
Splits = dict[str, dict[str, dict[str, dict[str, str]]]]


class Site(NamedTuple):
    """What a site tells of its counts, a cell for each series, region and year, and their sums.

    Cell `part[k]` counts `sign[k]` times in sum `of[k]`, whose total is cell `of[k] % cells`. A
    `loose` sum has a part that was not delivered.
    """

    names: pa.Array
    number: Ints
    held: Bools
    least: Ints
    of: Ints
    part: Ints
    sign: Ints
    loose: Bools


class Tables(NamedTuple):
    """The base and the witnesses: changes by witness and cell, both as places in a sorted list."""

    base: Ints
    witnesses: Ints
    keys: Ints
    changes: Ints

    def value(self, witness: Ints, cell: Ints) -> Ints:
        """Return what each cell is in the table of a witness; of one that is unknown, the base."""
        nth = np.searchsorted(self.witnesses, witness)
        known = np.append(self.witnesses, -1)[nth] == witness
        key = np.where(known, nth * len(self.base) + cell, -1)
        at = np.searchsorted(self.keys, key)
        moved = np.append(self.keys, -2)[at] == key
        return self.base[cell] + np.where(moved, np.append(self.changes, 0)[at], 0)


def read_site(dist: Path) -> Site:
    """Return the counts that must be certified. Errors: SystemExit where DIST cannot be true."""
    about: About = {}
    splits: Splits = {}
    parent: dict[str, str | None] = {}
    for path in sorted(dist.glob("data/gemeente/gm*.json")):
        content = json.loads(path.read_bytes())
        about |= content["indicators"]
        splits |= {key: facts["breakdowns"] for key, facts in content["indicators"].items()}
        parent |= {code: region["parent"] for code, region in content["regions"].items()}
    rows = pq.read_table(dist / "data/all.parquet")
    counted = pc.is_valid(rows["aantal_toestand"])
    state = pc.if_else(counted, *(_text(rows[f"{kind}_toestand"]) for kind in ("aantal", "waarde")))
    number = pc.if_else(counted, rows["aantal"].cast("double"), rows["waarde"])
    number = pc.if_else(pc.equal(state, "shown"), number, 0.0)
    shown = _text(rows["indicator"]).filter(pc.equal(state, "shown")).unique().to_pylist()
    keep = _among(rows["indicator"], [k for k in shown if not about[k]["protected_by_source"]])
    allen = pc.fill_null(pc.ends_with(_text(rows["uitsplitsing"]), EVERYONE), fill_value=False)
    keep = pc.and_(keep, pc.invert(allen))
    key, split, part, region, year = (_text(rows[name].filter(keep)) for name in TEXTS)
    state, number = state.filter(keep), number.filter(keep).to_numpy()
    series, known = _joined(key, split, part, by="."), pa.array(parent, "string")
    names, place = _joined(series, region, year), pc.index_in(region, known)
    around = pa.array(parent.values(), "string").take(place)
    over = pc.coalesce(_around(series, splits), key)
    outer, whole = (
        _at(_joined(series, around, year), names),
        _at(_joined(over, region, year), names),
    )
    lost = (outer < 0) & np.asarray(pc.is_valid(around)) | (whole < 0)
    if place.null_count or lost.any() or len(names.unique()) < len(names):
        sys.exit("DIST tells a cell twice, or not at all, or of a region without a place")
    if (number % 1).any() or (np.abs(number) > MOST).any():
        sys.exit("DIST shows a count that is no whole number")
    adds = np.asarray(_among(key, [one for one in about if about[one].get("adds_up", True)]))
    positive = np.asarray(_among(key, [one for one in about if about[one]["zero"] == "publish"]))
    sums = _sums(
        np.asarray(pc.is_in(state, pa.array(["shown", "withheld"]))),
        np.asarray(pc.is_in(state, pa.array(["missing", "pending"]))),
        outer=np.where(adds, outer, -1),
        whole=np.where(pc.is_valid(part), whole, -1),
        split=_at(split, split.unique()),
    )
    held = np.asarray(pc.equal(state, "withheld"))
    return Site(names, number.astype(np.int64), held, positive.astype(np.int64), *sums)


def _around(series: pa.Array, splits: Splits) -> pa.Array:
    """Return for each row the series of the category around it, null where it lies in none."""
    known = {
        f"{key}.{split}.{part}": f"{key}.{split}.{outer}"
        for key, breakdowns in splits.items()
        for split, breakdown in breakdowns.items()
        for part, outer in breakdown.get("under", {}).items()
    }
    return pa.array(known.values(), "string").take(pc.index_in(series, pa.array(known, "string")))


def _text(column: pa.ChunkedArray) -> pa.Array:
    return column.cast("string").combine_chunks()


def _among(column: pa.Array, some: Sequence[str]) -> pa.Array:
    return pc.is_in(column.cast("string"), pa.array(some, "string"))


def _joined(*columns: pa.Array, by: str = " ") -> pa.Array:
    return pc.binary_join_element_wise(*columns, by, null_handling="skip")


def _at(column: pa.Array, names: pa.Array) -> Ints:
    """Return the place of each text among the names, -1 for one that is not there."""
    return np.asarray(pc.fill_null(pc.index_in(column, names), -1), dtype=np.int64)


def _sums(
    there: Bools, absent: Bools, *, outer: Ints, whole: Ints, split: Ints
) -> tuple[Ints, Ints, Ints, Bools]:
    """Return `of`, `part`, `sign` and `loose`: the sums over regions, then over categories."""
    size, up = len(there), outer.copy()
    while (skip := (up >= 0) & ~there[up]).any():
        up[skip] = outer[up[skip]]
    leaf = ~np.isin(np.arange(size), outer)
    inside, split_up = up >= 0, (whole >= 0) & there[whole]
    over = (split + 1) * size + whole
    of = np.concatenate([up[there & inside], over[there & split_up]])
    part = np.concatenate([np.flatnonzero(there & inside), np.flatnonzero(there & split_up)])
    loose = np.zeros((split.max(initial=0) + 2) * size, dtype=np.bool_)
    loose[up[absent & leaf & inside]] = loose[over[absent & split_up]] = True
    sums = np.unique(of)
    sign = np.repeat([1, -1], [len(of), len(sums)])
    return np.append(of, sums), np.append(part, sums % size), sign, loose


def verify(folder: Path, site: Site) -> Iterator[str]:
    """Yield every fault of the certificates: what, and of which cell, never a number.

    Errors: SystemExit for a file of another form, or about cells that are not withheld.
    """
    size, held = len(site.number), np.flatnonzero(site.held)
    cell, number = _certificate(folder, "base", site)
    base = site.number.copy()
    base[cell] = number
    rest = np.zeros(len(site.loose), dtype=np.int64)
    np.add.at(rest, site.of, -site.sign * base[site.part])
    yield from _told("no base", np.setdiff1d(held, cell), site)
    yield from _told("two bases", _twice(cell), site)
    yield from _told("impossible base", cell[(number < site.least[cell]) | (number > MOST)], site)
    unfit = np.flatnonzero((rest < 0) | ((rest > 0) & ~site.loose))
    yield from _told("base does not add up", unfit % size, site)
    moved, witness, change = _certificate(folder, "moves", site)
    witnesses, nth = np.unique(witness, return_inverse=True)
    key = nth * size + moved
    far = (base[moved] + change < site.least[moved]) | (np.abs(change) > MOST)
    yield from _told("two changes in one witness", _twice(key) % size, site)
    yield from _told("impossible change", moved[far | (witness < 0)], site)
    yield from _told("witness does not add up", _broken(site, rest, nth, moved, change), site)
    order = np.argsort(key)
    tables = Tables(base, witnesses, key[order], change[order])
    claimed, low, high = _certificate(folder, "claims", site)
    top = tables.value(high, claimed)
    short = (top - tables.value(low, claimed) < WIDTH) | (top < REACH)
    yield from _told("no claim", np.setdiff1d(held, claimed), site)
    yield from _told("claim of too little", claimed[short], site)


def _certificate(folder: Path, name: str, site: Site) -> tuple[Ints, ...]:
    """Return the cell of each row of a file, and its whole numbers."""
    rows = pq.read_table(folder / f"{name}.parquet")
    kinds = {field.name: str(field.type) for field in rows.schema}
    if kinds != FORMS[name] or any(column.null_count for column in rows.columns):
        sys.exit(f"{name}.parquet must be full, with the columns {FORMS[name]}")
    names = _joined(*(_text(rows[one]) for one in CELL))
    cell = _at(names, site.names)
    if (foreign := np.flatnonzero((cell < 0) | ~site.held[cell])).size:
        sys.exit(f"{name}.parquet tells of {names[foreign[0]]}, which is not withheld")
    return cell, *(rows[one].to_numpy() for one in FORMS[name] if one not in CELL)


def _broken(site: Site, rest: Ints, nth: Ints, moved: Ints, change: Ints) -> Ints:
    """Return the totals of the sums that a witness does not keep, `rest` being that of the base."""
    order = np.argsort(site.part, kind="stable")
    first, last = (np.searchsorted(site.part[order], moved, side) for side in ("left", "right"))
    many = last - first
    move = np.repeat(np.arange(len(moved)), many)
    entry = order[np.arange(many.sum()) + np.repeat(first - np.cumsum(many) + many, many)]
    touched, at = np.unique(nth[move] * len(site.loose) + site.of[entry], return_inverse=True)
    left = np.zeros(len(touched), dtype=np.int64)
    np.add.at(left, at, site.sign[entry] * change[move])
    number = touched % len(site.loose)
    wrong = np.where(site.loose[number], left > rest[number], left != 0)
    return np.asarray(number[wrong] % len(site.number))


def _twice(cells: Ints) -> Ints:
    ordered = np.sort(cells)
    return np.asarray(ordered[1:][np.diff(ordered) == 0])


def _told(what: str, cells: Ints, site: Site) -> Iterator[str]:
    """Yield a fault for some of the cells that have it; none where no cell has."""
    for name in site.names.take(pa.array(np.unique(cells)[:TOLD])).to_pylist():
        yield f"{what}: {name}"


def main(arguments: Sequence[str]) -> int:
    """Say that all certificates hold and return 0, or say what is wrong and return 1."""
    parser = ArgumentParser("python -m zicht.notary", description=__doc__)
    parser.add_argument("certificates", type=Path)
    parser.add_argument("dist", type=Path)
    given = parser.parse_args(arguments)
    site = read_site(given.dist)
    faults = list(verify(given.certificates, site))
    sys.stderr.write("".join(f"{fault}\n" for fault in faults))
    if not faults:
        witnesses = len(pq.read_table(given.certificates / "moves.parquet")["witness"].unique())
        sys.stdout.write(f"{site.held.sum()} cells, {witnesses} witnesses: all hold\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
