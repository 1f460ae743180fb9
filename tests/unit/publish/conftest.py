"""A small site, as the pipeline writes it."""

from datetime import date
from pathlib import Path

import pytest

from zicht.model.page import OutputFile
from zicht.publish import Folder, hashed, manifest

FILES = (
    OutputFile("index.html", b"<h1>start</h1>"),
    OutputFile("404.html", b"<h1>niet gevonden</h1>"),
    OutputFile("gemeente/gm0363-amsterdam/index.html", b"<h1>Amsterdam</h1>"),
    OutputFile("embed/gemeente/gm0363/index.html", b"<h1>los</h1>"),
    OutputFile("data/gemeente/gm0363.json", b"{}"),
    hashed("site.css", b"h1{}"),
)


def build(out: Path, files=FILES, *, fictional=False) -> None:
    with Folder(out) as folder:
        entries = [folder.write(file) for file in files]
        folder.write(
            manifest(entries, release=date(2024, 11, 1), generator="zicht 0", fictional=fictional)
        )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(tmp_path / "dist")
    return tmp_path / "dist"
