from pathlib import Path

import pytest

from tests.unit.read.tiny import Tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    delivery = Tiny(tmp_path / "klein")
    delivery.fill()
    return delivery
