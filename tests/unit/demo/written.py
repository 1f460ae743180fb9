"""A delivery that was written, as the tests look at it."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow.parquet as pq
import shapely

GEO = "WijkenEnBuurten"
PERIODS = [f"{year}JJ00" for year in range(2019, 2025)]


@dataclass(frozen=True)
class Layer:
    rows: list[dict[str, str]]
    shapes: npt.NDArray[np.object_]


@dataclass(frozen=True)
class Written:
    folder: Path

    @cached_property
    def layers(self) -> dict[str, Layer]:
        return {name: self._layer(name) for name in ("gemeenten", "wijken", "buurten")}

    def _layer(self, name: str) -> Layer:
        text = (self.folder / "areas" / f"{name}.geojson").read_text(encoding="utf-8")
        features = json.loads(text)["features"]
        shapes = shapely.from_geojson([json.dumps(one["geometry"]) for one in features])
        return Layer([one["properties"] for one in features], shapes)

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        folders = sorted((self.folder / "figures").iterdir())
        return {one.name: _observations(one) for one in folders}

    def plain(self, table: str) -> dict[str, str]:
        """Return the dimensions of a table beside regions and periods, each with its total."""
        found = {}
        for key in self.tables[table].columns[5:-2]:
            path = self.folder / "figures" / table / f"{key}Codes.csv"
            codes = pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig")
            found[key] = str(codes["Identifier"][0])
        return found

    def numbers(self, table: str, measure: str, **codes: str) -> pd.DataFrame:
        """Return the numbers: a row a region, a column a period, NaN where there is none.

        Of a dimension without a code in `codes` the total is taken.
        """
        rows = self.tables[table]
        rows = rows[rows["Measure"] == measure]
        for key, code in {**self.plain(table), **codes}.items():
            rows = rows[rows[key] == code]
        # `pivot` refuses a cell that stands there twice; `pivot_table` would average it.
        return rows.pivot(index=GEO, columns="Perioden", values="Value")  # noqa: PD010


def _observations(folder: Path) -> pd.DataFrame:
    return pq.read_table(folder / "Observations.parquet").to_pandas()
