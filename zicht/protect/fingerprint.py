"""What the answer to a job depends on, as one short text."""

import hashlib
from dataclasses import astuple
from functools import cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
import numpy.typing as npt

from zicht.protect.job import Job

LIBRARIES = ("highspy", "numpy", "scipy")


def fingerprint(job: Job) -> str:
    """Return a text that differs when the answer to a job might.

    Shape:  64 hexadecimal digits, from the regions and how they nest, the figures and states of
            the year, the rules, what earlier releases told, and the program itself.
    Errors: none.
    """
    told = hashlib.sha256(_program())
    told.update(repr((job.family, job.year)).encode())
    told.update(repr([(each.code, each.parent) for each in job.division.areas]).encode())
    told.update(job.size.tobytes())
    for raw, primary, known in zip(job.series, job.primary, job.known, strict=True):
        told.update(repr((raw.series.key, raw.series.rules, raw.series.counts)).encode())
        told.update((primary.reasons != 0).any(axis=1).tobytes())
        if job.year not in raw.years:
            continue
        at = raw.years.index(job.year)
        grids: list[npt.NDArray[np.generic]] = [
            raw.values,
            raw.states,
            primary.reasons,
            primary.reach,
            primary.below,
        ]
        grids += [primary.width, primary.upper, *([] if known is None else [known.low])]
        if primary.shares is not None:
            grids += [primary.shares.largest, primary.shares.second, primary.shares.contributors]
            told.update(repr(astuple(primary.shares.rule)).encode())
        for grid in grids:
            told.update(np.ascontiguousarray(grid[:, at]).tobytes())
    return told.hexdigest()


@cache
def _program() -> bytes:
    """Return the digest of this package and of the libraries that it decides with."""
    told = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        told.update(path.read_bytes())
    for name in LIBRARIES:
        told.update(f"{name} {version(name)}".encode())
    return told.digest()
