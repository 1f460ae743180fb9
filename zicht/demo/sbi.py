"""The branches of the Standaard Bedrijfsindeling (SBI 2008), the vulnerable ones opened."""

import csv
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from zicht.demo.table import Dimension

SBI = Path(__file__).with_name("sbi.csv")
TOTAL = "T001081"


@dataclass(frozen=True, slots=True)
class Branche:
    """One branche: the one around it, how many firms of a thousand it has if it holds no other."""

    code: str
    under: str
    title: str
    share: float | None
    vulnerable: bool


def read_branches() -> tuple[Branche, ...]:
    """Return the branches, each after the one around it.

    Source: codes and titles are those of CBS, SBI 2008 (version 2018); the shares are ours.
    """
    with SBI.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Branche(
                row["code"],
                row["under"],
                row["title"],
                float(row["share"]) if row["share"] else None,
                row["kwetsbaar"] == "ja",
            )
            for row in csv.DictReader(lines)
        )


BRANCHES = read_branches()
VULNERABLE = tuple(one.code for one in BRANCHES if one.vulnerable)


def dimension(key: str, *, codes: Container[str], more: dict[str, str]) -> Dimension:
    """Return the dimension of some branches, and of what is no branche."""
    titles = {one.code: f"{one.code} {one.title}" for one in BRANCHES if one.code in codes}
    return Dimension(key, "Bedrijfstakken (SBI 2008)", {TOTAL: "Alle branches", **titles, **more})


def inside(codes: Container[str]) -> dict[str, tuple[str, ...]]:
    """Return the branches among these that hold others of them, and which."""
    found: dict[str, tuple[str, ...]] = {}
    for one in BRANCHES:
        if one.under in codes and one.code in codes:
            found[one.under] = (*found.get(one.under, ()), one.code)
    return {one.code: found[one.code] for one in BRANCHES if one.code in found}


def shares(codes: Container[str]) -> dict[str, float]:
    """Return the share of each of these that holds no other of them: its own, or all inside it."""
    holding = inside(codes)
    return {
        one.code: _share(one.code)
        for one in BRANCHES
        if one.code in codes and one.code not in holding
    }


def _share(code: str) -> float:
    own = next(one.share for one in BRANCHES if one.code == code)
    return own or sum(_share(one.code) for one in BRANCHES if one.under == code)


EVERY = frozenset(one.code for one in BRANCHES)
SECTIONS = frozenset(one.code for one in BRANCHES if not one.under)
