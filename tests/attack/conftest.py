"""What is attacked: a country as delivered and one made by hand."""

import pytest

from tests.attack.worlds import World, hamlets
from tests.unit.audit.country import country
from zicht.read import read_delivery

__all__ = ["country"]


@pytest.fixture(scope="session")
def delivered(country):
    """Seven gemeenten as delivered."""
    reading = read_delivery(country[0].parent / "delivery")
    return World(reading.division, reading.figures, reading.themes)


@pytest.fixture(scope="session", params=["delivered", "by hand"])
def world(request):
    return hamlets() if request.param == "by hand" else request.getfixturevalue("delivered")


@pytest.fixture(scope="session")
def hamlet():
    return hamlets()


@pytest.fixture(scope="session")
def shaped(world):
    """What is published of a world."""
    return world.shape(world.safe())
