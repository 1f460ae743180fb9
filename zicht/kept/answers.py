"""Answers of protection: what did not change is not searched again."""

import io
import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from zicht.kept.folder import keep
from zicht.model.errors import Problem
from zicht.protect import Job, Shielded, fingerprint

MOST = 2000
"""So many answers are kept: a few dozen releases."""


class Answers:
    """A folder of answers, each in a file named after all that it depends on.

    They tell which cells are withheld and why, never a number. A file that is damaged or of
    another form is not used and written again; anybody may remove the folder.
    """

    def __init__(self, folder: Path, executor: Executor) -> None:
        """Use a folder, which need not be there, and an executor for what is not in it."""
        self._folder, self._executor = folder, executor

    def __call__(
        self, answer: Callable[[Job], Shielded], jobs: Iterable[Job]
    ) -> Iterator[Shielded]:
        """Yield the answers in the order of the jobs, kept ones and new ones."""
        every = list(jobs)
        places = [self._folder / f"{fingerprint(job)}.npz" for job in every]
        found = [_load(place, job) for place, job in zip(places, every, strict=True)]
        asked = [job for job, known in zip(every, found, strict=True) if known is None]
        fresh = self._executor.map(answer, asked)
        for place, known in zip(places, found, strict=True):
            if known is None:
                made = next(fresh)
                _store(place, made)
                yield made
            else:
                yield known
        self._thin_out(set(places))

    def _thin_out(self, used: set[Path]) -> None:
        """Remove the oldest answers where there are very many, never one that was used now."""
        files = sorted(self._folder.glob("*.npz"), key=lambda path: path.stat().st_mtime_ns)
        for path in [path for path in files if path not in used][: max(0, len(files) - MOST)]:
            path.unlink(missing_ok=True)


def _store(place: Path, made: Shielded) -> None:
    notes = [(note.what, note.where, note.todo, note.blocks) for note in made.notes]
    told = np.frombuffer(json.dumps(notes).encode(), dtype=np.uint8)
    content = io.BytesIO()
    np.savez_compressed(content, reasons=np.stack(made.reasons), notes=told)
    keep(place, content.getvalue())


def _load(place: Path, job: Job) -> Shielded | None:
    """Return an answer; None where there is none, or none that can be read."""
    with suppress(OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile):
        with np.load(place, allow_pickle=False) as stored:
            reasons, notes = stored["reasons"], json.loads(stored["notes"].tobytes())
        if reasons.shape == (len(job.series), len(job.division.areas)):
            return Shielded(tuple(reasons), tuple(Problem(*note) for note in notes))
    return None
