"""The fictional delivery as a folder."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from zicht.demo.changes import changes_text, read_pieces
from zicht.demo.country import SIZE_POWER, lay_out
from zicht.demo.flows import KEY as FLOWS
from zicht.demo.flows import write_flows
from zicht.demo.gemeenten import Gemeente, read_gemeenten
from zicht.demo.geojson import area_files
from zicht.demo.odata import write_table
from zicht.demo.outlines import outline
from zicht.demo.people import settle
from zicht.demo.postcodes import postcodes_text
from zicht.demo.regions import gather
from zicht.demo.tables import tables

EMBEDDED = Path(__file__).resolve().parents[2] / "data"
UNFINISHED = ".demo.new"
SETTINGS, COMBINATIONS = "delivery.toml", "zoekgebieden.toml"
WRITTEN = ("figures", "areas")
MADE = ".made"


def write_delivery(folder: Path, *, scale: float = 1.0, provincies: Sequence[str] = ()) -> None:
    """Write the fictional delivery: the same bytes whenever it runs.

    `scale` multiplies the number of wijken and buurten; there are always all gemeenten, 342 or
    those of the `provincies` that are named ("PV29").
    Everything is made beside and moved in at the end, `areas/` last: a folder that has areas
    is whole. What stood in `areas/` and `figures/` is replaced; texts that are there stay.
    Errors: ValueError for a scale of zero or less and for an unknown provincie; OSError where the
            folder cannot be written.
    """
    if not scale > 0:
        msg = f"scale is {scale}; it must be more than 0"
        raise ValueError(msg)
    gemeenten = tuple(
        g for g in read_gemeenten() if not provincies or g.provinciecode in provincies
    )
    if unknown := sorted(set(provincies) - {gemeente.provinciecode for gemeente in gemeenten}):
        msg = f"no provincie: {', '.join(unknown)}"
        raise ValueError(msg)
    unfinished = folder / UNFINISHED
    _remove(unfinished)
    unfinished.mkdir(parents=True)
    _write(unfinished, gemeenten, scale=scale)
    for name in reversed(WRITTEN):
        _remove(folder / name)
    _copy_texts(folder)
    for name in WRITTEN:
        (unfinished / name).rename(folder / name)
    unfinished.rmdir()
    (folder / MADE).write_text(_makers())


def is_made(folder: Path) -> bool:
    """Tell whether a delivery stands here that was made by this very version of the makers."""
    made = folder / MADE
    return (folder / "areas").exists() and made.is_file() and made.read_text() == _makers()


def _write(folder: Path, gemeenten: tuple[Gemeente, ...], *, scale: float) -> None:
    codes = {gemeente.code for gemeente in gemeenten}
    pieces = tuple(piece for piece in read_pieces() if piece.new in codes)
    country = lay_out(gemeenten, pieces, scale=scale * _share(gemeenten))
    areas = folder / "areas"
    areas.mkdir()
    for name, text in area_files(country, outline(country)):
        (areas / name).write_text(text, encoding="utf-8", newline="\n")
    (areas / "changes.toml").write_text(changes_text(pieces), encoding="utf-8", newline="\n")
    (areas / "postcodes.csv").write_text(postcodes_text(country), encoding="utf-8", newline="\n")
    people = settle(country)
    regions = gather(country, pieces, people)
    for table in tables(country, people, regions):
        write_table(folder / "figures" / table.key, table, regions)
    write_flows(folder / "figures" / FLOWS, country.gemeenten)


def _makers() -> str:
    """Return a fingerprint of all that the figures are made by."""
    home = Path(__file__).parent
    files = sorted(path for kind in ("*.py", "*.csv") for path in home.rglob(kind))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest() + "\n"


def _share(gemeenten: tuple[Gemeente, ...]) -> float:
    """Return the share of all wijken that these gemeenten have."""
    own, every = (
        float((np.array([gemeente.inwoners for gemeente in some]) ** SIZE_POWER).sum())
        for some in (gemeenten, read_gemeenten())
    )
    return own / every


def _copy_texts(folder: Path) -> None:
    """Copy what people wrote, the settings and the themes, where the folder has none.

    Combinations of signals go with the themes: they are about their indicators.
    """
    if not (folder / SETTINGS).exists():
        shutil.copyfile(EMBEDDED / SETTINGS, folder / SETTINGS)
    if not (folder / "themes").exists():
        shutil.copytree(EMBEDDED / "themes", folder / "themes")
        if not (folder / COMBINATIONS).exists():
            shutil.copyfile(EMBEDDED / COMBINATIONS, folder / COMBINATIONS)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
