import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from zicht import notary

ROOT = Path(__file__).parents[2]
PARENTS = {
    "NL01": None,
    "GM0001": "NL01",
    "GM0002": "NL01",
    "WK000101": "GM0001",
    "WK000102": "GM0001",
    "WK000201": "GM0002",
    "WK000202": "GM0002",
}
MISSING, PENDING, IMPOSSIBLE, X = "missing", "pending", "impossible", "withheld"
INDICATORS = {
    "a": {
        "zero": "structural",
        "protected_by_source": False,
        "breakdowns": {"soort": {"title": "Soort", "parts": {"p": "P", "q": "Q"}}},
    },
    "b": {"zero": "publish", "protected_by_source": False, "breakdowns": {}},
    "source": {"zero": "structural", "protected_by_source": True, "breakdowns": {}},
    "hidden": {"zero": "structural", "protected_by_source": False, "breakdowns": {}},
}
SITE = {
    "a": (63, 23, 40, X, X, 30, 10),
    "a.soort.p": (X, X, 30, MISSING, MISSING, MISSING, MISSING),
    "a.soort.q": (X, X, 10, MISSING, MISSING, IMPOSSIBLE, MISSING),
    "b": (60, X, X, X, 20, X, MISSING),
    "source": (12.5, X, 8.1, X, X, X, X),
    "hidden": (X, X, X, X, X, X, X),
}
BASE = {
    ("a", "WK000101"): 8,
    ("a", "WK000102"): 15,
    ("a.soort.p", "NL01"): 40,
    ("a.soort.q", "NL01"): 23,
    ("a.soort.p", "GM0001"): 10,
    ("a.soort.q", "GM0001"): 13,
    ("b", "GM0001"): 25,
    ("b", "GM0002"): 35,
    ("b", "WK000101"): 5,
    ("b", "WK000201"): 11,
}
MOVES = {
    (0, "a", "WK000101"): -5,
    (0, "a", "WK000102"): 5,
    (1, "a", "WK000101"): 2,
    (1, "a", "WK000102"): -2,
    (2, "a.soort.p", "NL01"): 6,
    (2, "a.soort.q", "NL01"): -6,
    (2, "a.soort.p", "GM0001"): 6,
    (2, "a.soort.q", "GM0001"): -6,
    (7, "b", "GM0001"): 5,
    (7, "b", "WK000101"): 5,
    (7, "b", "GM0002"): -5,
    (7, "b", "WK000201"): -5,
}
CLAIMS = {
    ("a", "WK000101"): (0, 1),
    ("a", "WK000102"): (-1, 0),
    ("a.soort.p", "NL01"): (-1, 2),
    ("a.soort.q", "NL01"): (2, -1),
    ("a.soort.p", "GM0001"): (-1, 2),
    ("a.soort.q", "GM0001"): (2, -1),
    ("b", "GM0001"): (-1, 7),
    ("b", "GM0002"): (7, -1),
    ("b", "WK000101"): (-1, 7),
    ("b", "WK000201"): (7, -1),
}


class Case:
    """A site and its certificates, right in everything, to spoil in one thing per test."""

    def __init__(self, folder):
        self.folder = folder
        self.indicators = json.loads(json.dumps(INDICATORS))
        self.site = {key: dict(zip(PARENTS, cells, strict=True)) for key, cells in SITE.items()}
        self.base, self.moves, self.claims = dict(BASE), dict(MOVES), dict(CLAIMS)
        self.kind = pa.int64()

    def write(self):
        gemeenten = self.folder / "dist/data/gemeente"
        gemeenten.mkdir(parents=True)
        for code in ("GM0001", "GM0002"):
            inside = {c: {"parent": p} for c, p in PARENTS.items() if c[2:6] == code[2:] or not p}
            inside[code] = {"parent": "NL01"}
            content = {"indicators": self.indicators, "regions": inside}
            (gemeenten / f"{code.lower()}.json").write_text(json.dumps(content))
        pq.write_table(self.table(), self.folder / "dist/data/all.parquet")
        (self.folder / "certificates").mkdir()
        self.certificate("base", ("series", "region"), self.base, "number")
        self.certificate("moves", ("witness", "series", "region"), self.moves, "change")
        self.certificate("claims", ("series", "region"), self.claims, "low", "high")

    def table(self):
        rows = []
        for series, cells in self.site.items():
            key, split, part = (*series.split("."), None, None)[:3]
            for code, cell in cells.items():
                state, number = (cell, None) if isinstance(cell, str) else ("shown", cell)
                rated = key == "a"
                rows.append(
                    {
                        "indicator": key,
                        "regiocode": code,
                        "jaar": 2023,
                        "uitsplitsing": split,
                        "categorie": part,
                        "waarde": 0.1 if rated and number is not None else number,
                        "waarde_toestand": state,
                        "aantal": number if rated else None,
                        "aantal_toestand": state if rated else None,
                    }
                )
        table = pa.Table.from_pylist(rows)
        for name in ("aantal", "waarde"):
            kind = pa.int64() if name == "aantal" else pa.float64()
            table = table.set_column(table.column_names.index(name), name, table[name].cast(kind))
        for name in ("indicator", "regiocode", "uitsplitsing", "categorie", "waarde_toestand"):
            coded = table[name].dictionary_encode()
            table = table.set_column(table.column_names.index(name), name, coded)
        return table

    def certificate(self, name, head, rows, *tail):
        columns = {one: [key[n] for key in rows] for n, one in enumerate(head)}
        values = [value if isinstance(value, tuple) else (value,) for value in rows.values()]
        columns["year"] = [2023] * len(rows)
        columns |= {one: [value[n] for value in values] for n, one in enumerate(tail)}
        text = {"series", "region"}
        last = {tail[-1]: self.kind if name == "base" else pa.int64()}
        kinds = [(c, pa.string() if c in text else last.get(c, pa.int64())) for c in columns]
        order = list(notary.FORMS[name])
        table = pa.table(columns, schema=pa.schema(kinds)).select(order)
        pq.write_table(table, self.folder / "certificates" / f"{name}.parquet")

    def run(self):
        self.write()
        command = [sys.executable, "-m", "zicht.notary", "certificates", "dist"]
        environment = {"PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def faults(self):
        self.write()
        try:
            site = notary.read_site(self.folder / "dist")
            return list(notary.verify(self.folder / "certificates", site))
        except SystemExit as refusal:
            return [str(refusal)]


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)


def test_right_certificates_hold(case):
    done = case.run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "10 cells, 4 witnesses: all hold\n"


@pytest.fixture
def branches(case):
    """Give one indicator a hierarchy at Nederland: s and t are the whole, s1 and s2 are s."""
    names = {"s": "S", "s1": "S1", "s2": "S2", "t": "T"}
    told = {"title": "Tak", "parts": names, "under": {"s1": "s", "s2": "s"}}
    case.indicators["a"]["breakdowns"]["tak"] = told
    for part, number in {"s": 40, "t": 23, "s1": X, "s2": X}.items():
        case.site[f"a.tak.{part}"] = dict.fromkeys(PARENTS, MISSING) | {"NL01": number}
    for part, number in {"s1": 31, "s2": 9}.items():
        case.base[f"a.tak.{part}", "NL01"] = number
        case.moves[9, f"a.tak.{part}", "NL01"] = 5 if part == "s2" else -5
    case.claims["a.tak.s1", "NL01"] = 9, -1
    case.claims["a.tak.s2", "NL01"] = -1, 9
    return case


def test_categories_within_a_category_are_that_category(branches):
    assert branches.faults() == []


def test_a_base_that_breaks_a_category_within_the_whole_is_found(branches):
    branches.base["a.tak.s2", "NL01"] = 10
    assert branches.faults() == ["base does not add up: a.tak.s NL01 2023"]


def test_a_witness_that_breaks_a_category_within_the_whole_is_found(branches):
    branches.moves[9, "a.tak.s2", "NL01"] = 6
    assert branches.faults() == ["witness does not add up: a.tak.s NL01 2023"]


def test_a_fault_is_told_by_its_cell_and_without_a_number(case):
    case.moves[1, "a", "WK000102"] = -3
    done = case.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "witness does not add up: a GM0001 2023\n"


def test_the_notary_shares_no_code_with_the_rest():
    told = (ROOT / "zicht/notary.py").read_text()
    assert "from zicht" not in told
    assert "import zicht" not in told


@pytest.mark.parametrize("series", ["a", "source", "nowhere"])
@pytest.mark.parametrize("files", ["base", "moves", "claims"])
def test_only_what_is_withheld_and_ours_may_be_touched(case, files, series):
    rows = {"base": case.base, "moves": case.moves, "claims": case.claims}[files]
    key, value = next(iter(rows.items()))
    rows[(*key[:-2], series, "GM0002")] = value
    (fault,) = case.faults()
    assert fault == f"{files}.parquet tells of {series} GM0002 2023, which is not withheld"


def test_a_base_that_breaks_a_sum_over_regions_is_refused(case):
    case.base["a", "WK000101"] += 1
    assert case.faults() == ["base does not add up: a GM0001 2023"]


def test_a_base_that_breaks_a_sum_over_categories_is_refused(case):
    case.base["a.soort.p", "NL01"] += 1
    assert set(case.faults()) == {
        "base does not add up: a NL01 2023",
        "base does not add up: a.soort.p NL01 2023",
    }


def test_what_was_not_delivered_takes_what_is_left_and_no_less_than_nothing(case):
    case.base["b", "WK000201"] = 36
    assert "base does not add up: b GM0002 2023" in case.faults()


def test_what_was_not_delivered_moves_along_but_never_below_nothing(case):
    case.moves[7, "b", "WK000201"] = 100
    assert "witness does not add up: b GM0002 2023" in case.faults()


def test_a_gemeente_that_was_not_delivered_lets_its_wijken_add_up_to_the_country(case):
    case.site["a"]["GM0001"] = MISSING
    assert case.faults() == []
    case.moves[1, "a", "WK000102"] = -3
    case.folder = case.folder / "again"
    assert case.faults() == ["witness does not add up: a NL01 2023"]


def test_a_base_below_zero_is_refused(case):
    case.base |= {("a", "WK000101"): -1, ("a", "WK000102"): 24}
    assert "impossible base: a WK000101 2023" in case.faults()


def test_a_withheld_count_is_at_least_one_where_zeros_are_published(case):
    case.base["b", "WK000201"] = 5
    assert "impossible change: b WK000201 2023" in case.faults()
    case.indicators["b"]["zero"] = "structural"
    case.folder = case.folder / "again"
    assert "impossible change: b WK000201 2023" not in case.faults()


def test_a_change_to_below_zero_is_refused(case):
    case.moves |= {(0, "a", "WK000101"): -9, (0, "a", "WK000102"): 9}
    assert case.faults() == ["impossible change: a WK000101 2023"]


def test_a_witness_that_moves_a_category_without_its_total_is_refused(case):
    del case.moves[2, "a.soort.q", "NL01"]
    assert "witness does not add up: a NL01 2023" in case.faults()


def test_a_range_that_is_too_narrow_is_refused(case):
    case.claims["a", "WK000102"] = (1, -1)
    assert case.faults() == ["claim of too little: a WK000102 2023"]


def test_a_range_that_stays_small_is_refused(case):
    case.claims["a", "WK000101"] = (0, -1)
    assert case.faults() == ["claim of too little: a WK000101 2023"]


def test_a_claim_on_a_witness_that_is_not_there_is_refused(case):
    case.claims["a", "WK000101"] = (0, 99)
    assert case.faults() == ["claim of too little: a WK000101 2023"]


@pytest.mark.parametrize(("rows", "fault"), [("base", "no base"), ("claims", "no claim")])
def test_a_withheld_cell_without_certificate_is_refused(case, rows, fault):
    del getattr(case, rows)["a", "WK000102"]
    assert f"{fault}: a WK000102 2023" in case.faults()


def test_a_number_that_is_not_whole_is_refused(case):
    case.kind = pa.float64()
    assert case.faults()[0].startswith("base.parquet must be full, with the columns")


def test_a_field_that_is_empty_is_refused(case):
    case.base["a", "WK000101"] = None
    assert case.faults()[0].startswith("base.parquet must be full, with the columns")


def test_numbers_so_large_that_sums_run_over_are_refused(case):
    case.moves |= {(0, "a", "WK000101"): 2**62, (0, "a", "WK000102"): -(2**62)}
    assert "impossible change: a WK000101 2023" in case.faults()


def test_a_count_on_the_site_that_is_not_whole_is_refused(case):
    case.site["b"]["NL01"] = 60.5
    assert case.faults() == ["DIST shows a count that is no whole number"]


def test_a_shown_count_without_a_number_is_refused(case):
    case.site["b"]["NL01"] = None
    assert case.faults() == ["DIST shows a count that is no whole number"]


def test_a_site_that_leaves_out_a_row_is_refused(case):
    del case.site["a"]["GM0001"]
    assert case.faults()[0].startswith("DIST tells a cell twice, or not at all")


@pytest.mark.parametrize(
    ("files", "fault"),
    [("base", "two bases"), ("moves", "two changes in one witness")],
)
def test_a_cell_that_a_certificate_tells_twice_is_refused(case, files, fault):
    case.write()
    path = case.folder / f"certificates/{files}.parquet"
    rows = pq.read_table(path)
    pq.write_table(pa.concat_tables([rows, rows.slice(0, 1)]), path)
    site = notary.read_site(case.folder / "dist")
    found = list(notary.verify(case.folder / "certificates", site))
    assert f"{fault}: a WK000101 2023" in found


def test_other_arguments_are_a_wrong_use(capsys):
    with pytest.raises(SystemExit) as wrong:
        notary.main(["only-one"])
    assert wrong.value.code == 2
    assert "usage: python -m zicht.notary" in capsys.readouterr().err


def test_no_sum_is_asked_of_regions_that_do_not_add_up(case):
    case.site["b"]["NL01"] = 50
    assert "base does not add up: b NL01 2023" in case.faults()
    case.indicators["b"]["adds_up"] = False
    case.folder = case.folder / "again"
    assert case.faults() == []
