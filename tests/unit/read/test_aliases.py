from pathlib import Path

import pytest

from zicht.model.errors import BuildError
from zicht.read import read_aliases

SITE = Path(__file__).parents[3] / "site_src/aliases.toml"


def test_the_site_has_other_names_of_gemeenten_and_provincies() -> None:
    aliases = read_aliases(SITE)
    assert "Den Haag" in aliases["GM0518"]
    assert "Den Bosch" in aliases["GM0796"]
    assert "Friesland" in aliases["PV21"]
    assert "Frysl\u00e2n" in aliases["PV21"]


def test_names_stand_in_alphabetic_order_by_code(tmp_path: Path) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text('[names]\ngm0796 = ["Den Bosch"]\nGM0518 = ["The Hague", "Den Haag"]\n')
    assert list(read_aliases(path).items()) == [
        ("GM0518", ("Den Haag", "The Hague")),
        ("GM0796", ("Den Bosch",)),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('[names]\nDenHaag = ["GM0518"]\n', "is no code of a region"),
        ('[names]\nGM0518 = "Den Haag"\n', "names.GM0518"),
        ('[name]\nGM0518 = ["Den Haag"]\n', "name: "),
        ("[names", "is not TOML"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "aliases.toml"
    path.write_text(text)
    with pytest.raises(BuildError, match=what):
        read_aliases(path)
