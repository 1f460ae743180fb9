"""The real gemeenten of 2024: what is public about them, and where they lie."""

import csv
from dataclasses import dataclass
from pathlib import Path

GEMEENTEN = Path(__file__).with_name("gemeenten.csv")


@dataclass(frozen=True, slots=True)
class Gemeente:
    """One gemeente. `x_m` and `y_m` are its centre in RD metres, rounded to 100.

    `inwoners` counts persons on 1 January 2024, `land_km2` is without water, `stedelijkheid`
    runs from 1 (very urban) to 5.
    Source: CBS, Kerncijfers wijken en buurten 2024 (85984NED).
    """

    code: str
    naam: str
    provinciecode: str
    provincie: str
    inwoners: int
    x_m: int
    y_m: int
    land_km2: float
    stedelijkheid: int


def read_gemeenten() -> tuple[Gemeente, ...]:
    """Return the 342 gemeenten of 2024, by code."""
    with GEMEENTEN.open(encoding="utf-8", newline="") as lines:
        return tuple(_gemeente(row) for row in csv.DictReader(lines))


def _gemeente(row: dict[str, str]) -> Gemeente:
    return Gemeente(
        code=row["code"],
        naam=row["naam"],
        provinciecode=row["provinciecode"],
        provincie=row["provincie"],
        inwoners=int(row["inwoners"]),
        x_m=int(row["x_m"]),
        y_m=int(row["y_m"]),
        land_km2=float(row["land_km2"]),
        stedelijkheid=int(row["stedelijkheid"]),
    )
