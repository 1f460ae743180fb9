from pathlib import Path

import pytest

from tests.unit.demo.written import Written
from zicht.demo import write_delivery


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder: Path = tmp_path_factory.mktemp("demo") / "small"
    write_delivery(folder, scale=0.1)
    return Written(folder)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder: Path = tmp_path_factory.mktemp("demo") / "whole"
    write_delivery(folder)
    return Written(folder)
