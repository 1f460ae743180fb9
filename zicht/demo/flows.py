"""Where suspects live and where it happened: chance counts from gemeente to gemeente."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from zicht.demo.chance import Stream, stream
from zicht.demo.gemeenten import Gemeente

KEY = "ZOO110"
YEARS = (2022, 2023, 2024)
MEASURE = "Verdenkingen"
TOTAL = "T001"
FROM, TO, TIME = "Woongemeente", "Pleeggemeente", "Perioden"

RATE = 0.0027  # suspicions for each inhabitant: who is suspected of two offences counts twice
SPREAD = 0.35  # of the logarithm of that rate, between gemeenten
HOME = (0.44, 0.09)  # in the own gemeente: of one of 10,000 people, and ten times as large
REACH_KM = 9.0
PULL = 1.2  # large gemeenten draw more than their share

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def write_flows(folder: Path, gemeenten: tuple[Gemeente, ...]) -> None:
    """Write the table into a new folder, as CBS OData v4 has it; what is zero has no row."""
    folder.mkdir(parents=True)
    codes = [gemeente.code for gemeente in gemeenten]
    _write_observations(folder / "Observations.parquet", gemeenten, codes)
    names = [gemeente.naam for gemeente in gemeenten]
    shape = ("Identifier", "Title")
    named = list(zip(codes, names, strict=True))
    _write(folder / f"{FROM}Codes.csv", shape, [("NL01", "Nederland"), *named])
    _write(folder / f"{TO}Codes.csv", shape, [(TOTAL, "Totaal"), *named])
    periods = ((f"{y}JJ00", str(y), "Voorlopig" if y == YEARS[-1] else "Definitief") for y in YEARS)
    _write(folder / f"{TIME}Codes.csv", (*shape, "Status"), periods)
    unit = (MEASURE, "Verdenkingen van drugsdelicten", "aantal", "0")
    _write(folder / "MeasureCodes.csv", (*shape, "Unit", "Decimals"), [unit])
    dimensions = (
        (TO, "Pleeggemeente", "Dimension", ""),
        (FROM, "Woongemeente", "GeoDimension", str(YEARS[-1])),
        (TIME, "Perioden", "TimeDimension", ""),
    )
    _write(folder / "Dimensions.csv", (*shape, "Kind", "MapYear"), dimensions)
    says = (KEY, "Drugsdelicten; woon- en pleeggemeente", "CC0 1.0", "Fictieve cijfers")
    _write(folder / "Properties.csv", (*shape, "License", "Source"), [says])


@dataclass(frozen=True, slots=True)
class _Country:
    """How many live in each gemeente, and where those go who go elsewhere."""

    inwoners: Floats
    elsewhere: Floats


def flows(gemeenten: tuple[Gemeente, ...]) -> Iterator[Ints]:
    """Yield a matrix a year: a row for where they live, a column for where it happened."""
    chance, country = stream(Stream.FLOWS), _country(gemeenten)
    burden = np.exp(chance.normal(0, SPREAD, len(gemeenten)))
    home = HOME[0] + HOME[1] * np.log10(country.inwoners / 10_000)
    home = np.clip(home + chance.normal(0, 0.06, len(gemeenten)), 0.15, 0.8)
    share = country.elsewhere * (1 - home[:, None])
    np.fill_diagonal(share, home)
    for _ in YEARS:
        found = chance.poisson(country.inwoners * RATE * burden)
        yield np.array([chance.multinomial(n, row) for n, row in zip(found, share, strict=True)])


def _country(gemeenten: tuple[Gemeente, ...]) -> _Country:
    inwoners = np.array([float(gemeente.inwoners) for gemeente in gemeenten])
    places = np.array([(gemeente.x_m, gemeente.y_m) for gemeente in gemeenten]) / 1000
    apart = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1))
    weight = inwoners[None, :] ** PULL * (np.exp(-apart / REACH_KM) + 0.0004)
    np.fill_diagonal(weight, 0)
    return _Country(inwoners, weight / weight.sum(axis=1, keepdims=True))


def _write_observations(path: Path, gemeenten: tuple[Gemeente, ...], codes: list[str]) -> None:
    origins, destinations, periods = list[str](), list[str](), list[str]()
    counts = list[int]()
    for year, matrix in zip(YEARS, flows(gemeenten), strict=True):
        whole = np.pad(matrix, (0, 1))
        whole[:, -1] = whole.sum(axis=1)
        whole[-1] = whole.sum(axis=0)
        rows, columns = np.nonzero(whole)
        origins += [[*codes, "NL01"][row] for row in rows.tolist()]
        destinations += [[*codes, TOTAL][column] for column in columns.tolist()]
        periods += [f"{year}JJ00"] * len(rows)
        counts += whole[rows, columns].tolist()
    table = pa.table(
        {
            "Id": pa.array(range(1, len(counts) + 1)),
            "Measure": _words([MEASURE] * len(counts)),
            "ValueAttribute": _words(["None"] * len(counts)),
            "Value": pa.array(counts, pa.float64()),
            TO: _words(destinations),
            FROM: _words(origins),
            TIME: _words(periods),
        }
    )
    pq.write_table(table, path, compression="zstd", store_schema=False)


def _words(words: list[str]) -> pa.Array:
    return pa.array(words).dictionary_encode()


def _write(path: Path, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write the dialect of CBS: a byte order mark, semicolons, everything in quotes."""
    lines = (";".join(f'"{cell}"' for cell in row) for row in (head, *rows))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig", newline="\n")
