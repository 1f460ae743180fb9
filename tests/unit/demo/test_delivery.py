import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.demo.written import Written
from zicht.demo import delivery, is_made, write_delivery

HOME = Path(__file__).resolve().parents[3]


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def test_two_runs_write_the_same_bytes(small: Written, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from zicht.demo import write_delivery; "
        "write_delivery(Path(sys.argv[1]), scale=0.1)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-c", program, str(tmp_path)]
    subprocess.run(command, cwd=HOME, env=environment, check=True)
    assert hashes(tmp_path) == hashes(small.folder)


def test_texts_that_are_there_stay_and_figures_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "delivery.toml").write_text("title = 'Eigen'\n", encoding="utf-8")
    (tmp_path / "areas").mkdir()
    (tmp_path / "areas/old.geojson").write_text("{}", encoding="utf-8")
    write_delivery(tmp_path, scale=0.01)
    assert (tmp_path / "delivery.toml").read_text(encoding="utf-8") == "title = 'Eigen'\n"
    assert not (tmp_path / "areas/old.geojson").exists()
    assert {path.name for path in tmp_path.iterdir()} == {
        ".made",
        "areas",
        "delivery.toml",
        "figures",
        "themes",
        "zoekgebieden.toml",
    }


def test_a_run_that_breaks_off_leaves_what_stood_and_the_next_mends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "areas").mkdir()
    (tmp_path / "areas/old.geojson").write_text("{}", encoding="utf-8")

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(delivery, "write_table", break_off)
        with pytest.raises(KeyboardInterrupt):
            write_delivery(tmp_path, scale=0.01)
    assert [path.name for path in (tmp_path / "areas").iterdir()] == ["old.geojson"]
    assert not (tmp_path / "figures").exists()
    write_delivery(tmp_path, scale=0.01)
    assert not (tmp_path / delivery.UNFINISHED).exists()
    assert (tmp_path / "figures/ZOO201").is_dir()


@pytest.mark.parametrize("scale", [0, -1, float("nan")])
def test_a_scale_of_nothing_is_refused(tmp_path: Path, scale: float) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        write_delivery(tmp_path, scale=scale)


def test_a_provincie_is_a_small_delivery_of_its_own(tmp_path):
    write_delivery(tmp_path, provincies=["PV29"])
    codes = (tmp_path / "figures/ZOO001/WijkenEnBuurtenCodes.csv").read_text("utf-8-sig")
    gemeenten = [line for line in codes.splitlines() if line.startswith('"GM')]
    assert len(gemeenten) == 13
    assert codes.count('"WK') > 50
    assert '"PV29"' in codes
    assert '"PV28"' not in codes


def test_an_unknown_provincie_is_refused(tmp_path):
    with pytest.raises(ValueError, match="PV99"):
        write_delivery(tmp_path, provincies=["PV29", "PV99"])
    assert not list(tmp_path.iterdir())


def test_what_other_makers_made_is_known(tmp_path):
    write_delivery(tmp_path, provincies=["PV29"])
    assert is_made(tmp_path)
    (tmp_path / ".made").write_text("earlier\n")
    assert not is_made(tmp_path)
