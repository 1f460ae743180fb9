"""Build again with other numbers under what is withheld: no byte may know the difference."""

import re
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

import zicht.demo.delivery
from tests.unit.audit.country import KEPT
from zicht import inspection, pipeline
from zicht.audit import read_site
from zicht.demo import write_delivery
from zicht.demo.gemeenten import read_gemeenten
from zicht.protect import cases, judge, protection
from zicht.render import longtable
from zicht.shape import figures as shaping


def quiet(_stage, _done, _total):
    """Hear nothing of how far a build is."""


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    """An order for a site of seven gemeenten with ten wijken."""
    folder = tmp_path_factory.mktemp("interference")
    with pytest.MonkeyPatch.context() as patch:
        few = tuple(each for each in read_gemeenten() if each.code in KEPT)
        patch.setattr(zicht.demo.delivery, "read_gemeenten", lambda: few)
        write_delivery(folder / "delivery", scale=0.003)
    return pipeline.Order(
        folder / "delivery", folder / "dist", jobs=2, kept=folder / "kept", report=folder / "report"
    )


@pytest.fixture(scope="module")
def certificates(order):
    """Build the site as it should be; return the certificates of all that it withholds."""
    pipeline.build(order, say=quiet)
    found = (judge(case).certificate for case in cases(read_site(order.out), certify=True))
    return tuple(each for each in found if each is not None)


def withheld_by_state_only(raw, reasons, told, *, real=protection._safe):  # noqa: SLF001
    """Say that a number is withheld, and leave it where it is."""
    safe = real(raw, reasons, told)
    return replace(safe, grid=replace(safe.grid, values=raw.values))


def printed_whatever_it_is(grid, length, kind):
    """Return the numbers of a column without a look at the states."""
    found = grid.values.ravel()[:length]
    return pa.array(np.nan_to_num(found).astype(kind), mask=np.isnan(found))


def test_withheld_numbers_change_no_byte(order, certificates):
    assert sum(len(each.cells) for each in certificates) > 100
    assert list(inspection.interference(order.out, order, certificates, say=quiet)) == []


def test_a_number_left_beneath_and_printed_is_found_by_its_file_and_byte(
    order, certificates, monkeypatch, tmp_path
):
    monkeypatch.setattr(protection, "_safe", withheld_by_state_only)
    monkeypatch.setattr(
        shaping,
        "rounded",
        lambda grid, decimals: replace(grid, values=np.round(grid.values, decimals)),
    )
    monkeypatch.setattr(longtable, "numbers", printed_whatever_it_is)
    leaking = replace(order, out=tmp_path / "dist")
    pipeline.build(leaking, say=quiet)
    found = next(inspection.interference(leaking.out, leaking, certificates, say=quiet))
    assert found.path == "data/all.parquet"
    assert re.fullmatch(r"byte [\d,]+", found.place)
    assert "another table that fits" in found.how
