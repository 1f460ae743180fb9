"""The fictional delivery as a folder."""

import shutil
from pathlib import Path

from zicht.demo.changes import changes_text, read_pieces
from zicht.demo.country import lay_out
from zicht.demo.gemeenten import read_gemeenten
from zicht.demo.geojson import area_files
from zicht.demo.odata import write_table
from zicht.demo.outlines import outline
from zicht.demo.people import settle
from zicht.demo.regions import gather
from zicht.demo.tables import tables

EMBEDDED = Path(__file__).resolve().parents[2] / "data"
UNFINISHED = ".demo.new"
WRITTEN = ("figures", "areas")


def write_delivery(folder: Path, *, scale: float = 1.0) -> None:
    """Write the fictional delivery: the same bytes whenever it runs.

    `scale` multiplies the number of wijken and buurten; there are always 342 gemeenten.
    Everything is made beside and moved in at the end, `areas/` last: a folder that has areas
    is whole. What stood in `areas/` and `figures/` is replaced; texts that are there stay.
    Errors: ValueError for a scale of zero or less; OSError where the folder cannot be written.
    """
    if not scale > 0:
        msg = f"scale is {scale}; it must be more than 0"
        raise ValueError(msg)
    unfinished = folder / UNFINISHED
    _remove(unfinished)
    unfinished.mkdir(parents=True)
    _write(unfinished, scale=scale)
    for name in reversed(WRITTEN):
        _remove(folder / name)
    _copy_texts(folder)
    for name in WRITTEN:
        (unfinished / name).rename(folder / name)
    unfinished.rmdir()


def _write(folder: Path, *, scale: float) -> None:
    pieces = read_pieces()
    country = lay_out(read_gemeenten(), pieces, scale=scale)
    areas = folder / "areas"
    areas.mkdir()
    for name, text in area_files(country, outline(country)):
        (areas / name).write_text(text, encoding="utf-8", newline="\n")
    (areas / "changes.toml").write_text(changes_text(pieces), encoding="utf-8", newline="\n")
    people = settle(country)
    regions = gather(country, pieces, people)
    for table in tables(country, people, regions):
        write_table(folder / "figures" / table.key, table, regions)


def _copy_texts(folder: Path) -> None:
    """Copy what people wrote, delivery.toml and the themes, where the folder has none."""
    if not (folder / "delivery.toml").exists():
        shutil.copyfile(EMBEDDED / "delivery.toml", folder / "delivery.toml")
    if not (folder / "themes").exists():
        shutil.copytree(EMBEDDED / "themes", folder / "themes")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
