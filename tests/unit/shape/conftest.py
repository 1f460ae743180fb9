"""The real outlines, read once."""

import pytest

from tests.unit.shape.coverages import real
from zicht.model.area import Outlines


@pytest.fixture(scope="session")
def gemeenten() -> Outlines:
    return real("real-2024/areas/gemeenten.geojson", column="statcode")


@pytest.fixture(scope="session")
def wijken() -> Outlines:
    return real("real-2024/areas/wijken.geojson", column="wijkcode")


@pytest.fixture(scope="session")
def overlapping() -> Outlines:
    return real("quirks/wijken_2024_overlapping.geojson", column="wijkcode")
