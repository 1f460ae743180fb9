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

    def numbers(self, table: str, measure: str, category: str | None = None) -> pd.DataFrame:
        """Return the numbers: a row a region, a column a period, NaN where there is none."""
        rows = self.tables[table]
        rows = rows[rows["Measure"] == measure]
        if category is not None:
            plain = next(c for c in rows.columns if c in {"Leeftijd", "SoortMisdrijf"})
            rows = rows[rows[plain] == category]
        # `pivot` refuses a cell that stands there twice; `pivot_table` would average it.
        return rows.pivot(index=GEO, columns="Perioden", values="Value")  # noqa: PD010


def _observations(folder: Path) -> pd.DataFrame:
    return pq.read_table(folder / "Observations.parquet").to_pandas()
