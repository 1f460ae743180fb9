"""The folder of the site: filled beside the one that stands, then swapped in."""

import json
import os
import shutil
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from zicht.model.errors import BuildError, Problem
from zicht.model.page import Entry, OutputFile
from zicht.publish.entry import write_file
from zicht.publish.faults import writing
from zicht.publish.lock import lock
from zicht.publish.swap import exchange, restore


class Folder:
    """A site in the making, as a context: `place` is where its files go.

    Left without an error, it takes the place of `out` in one step; with any error, or an
    interrupt, it is removed and `out` is as it was.
    Errors: BuildError when `out` is no place for a site, when another build is writing it, when
    two addresses differ only by case, and when the machine refuses (see `faults`).
    """

    def __init__(self, out: Path) -> None:
        self.out = out.resolve()
        self.place = self.out.parent / f"{self.out.name}.new"
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Make an empty folder beside the site that stands."""
        with writing(self.out):
            restore(self.out)
            _refuse_what_is_no_site(self.out)
            self.place.mkdir(parents=True, exist_ok=True)
            self._held.callback(os.close, lock(self.place))
            try:
                _empty(self.place)
            except BaseException:
                self._held.close()
                raise
        return self

    def write(self, file: OutputFile) -> Entry:
        """Write a file; `write_file(folder.place, file)` does the same from another process."""
        return write_file(self.place, file)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Swap the new site in, or remove what was made of it."""
        with self._held:
            try:
                if kind is None:
                    self._swap_in()
            except BaseException:
                shutil.rmtree(self.place, ignore_errors=True)
                raise
            if kind is not None:
                shutil.rmtree(self.place, ignore_errors=True)

    def _swap_in(self) -> None:
        """Put the new folder in place of the old, which is removed while its lock is ours.

        What cannot be removed stays in `place`, where the next build removes it.
        """
        _refuse_twins(self.place)
        with writing(self.out):
            if not self.out.exists():
                self.place.rename(self.out)
                return
            self._held.callback(os.close, lock(self.out, wait=True))
            exchange(self.place, self.out)
        shutil.rmtree(self.place, ignore_errors=True)


def _refuse_what_is_no_site(out: Path) -> None:
    """Raise for a place that a site cannot take, or that holds something else."""
    if out.is_dir() and os.path.ismount(out):
        what = "The folder of the site is a disk of its own, and cannot be swapped."
    elif out.is_dir() and any(out.iterdir()) and not _is_site(out):
        what = "This folder holds something else than a site, and would be replaced."
    elif out.exists() and not out.is_dir():
        what = "The folder of the site is a file."
    else:
        return
    raise BuildError(Problem(what, str(out), "Choose another folder with --out."))


def _is_site(folder: Path) -> bool:
    """Tell whether a folder holds a site that we built: it has our manifest."""
    with suppress(OSError, ValueError):
        told = json.loads((folder / "manifest.json").read_bytes())
        return isinstance(told, dict) and {"release", "generator", "files"} <= told.keys()
    return False


def _empty(folder: Path) -> None:
    """Remove what an interrupted build left in a folder, not the folder itself: it is locked."""
    for left in folder.iterdir():
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


def _refuse_twins(folder: Path) -> None:
    """Raise for addresses that are one on a disk that does not see case."""
    problems, seen = [], dict[str, str]()
    for path in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")):
        twin = seen.setdefault(path.casefold(), path)
        if twin != path:
            problems.append(
                Problem(
                    what=f"{twin} and {path} differ only by case.",
                    where=path,
                    todo="Give one of the two another name: many disks cannot hold both.",
                )
            )
    if problems:
        raise BuildError(*problems)
