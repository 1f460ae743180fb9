"""The file of secret rules: what is read, what is refused, and that nothing of it is told."""

import itertools
from pathlib import Path

import pytest

from zicht.model.errors import BuildError
from zicht.model.rules import Dominance
from zicht.read import read_dominance


def refused(path: Path, text: str) -> BuildError:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BuildError) as caught:
        read_dominance(path)
    assert all(one.what and one.where and one.todo for one in caught.value.problems)
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p_pct = 12.5", Dominance(p_pct=12.5)),
        ("n = 2\nk_pct = 85", Dominance(n=2, k_pct=85)),
        (
            "fewest = 4\np_pct = 10\nn = 1\nk_pct = 70.5\nlargest_pct = 60",
            Dominance(fewest=4, p_pct=10, n=1, k_pct=70.5, largest_pct=60),
        ),
    ],
)
def test_what_is_absent_is_the_default(tmp_path: Path, text: str, expected: Dominance) -> None:
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf-8")
    assert read_dominance(path) == expected


FAULTS = [
    ("p_pct = 73.91\nfewest = 1", "fewest has a value"),
    ("p_pct = 73.91\nfewest = 2.91", "fewest has a value"),
    ("p_pct = 73.91\nfewest = true", "fewest has a value"),
    ("p_pct = -73.91", "p_pct has a value"),
    ("p_pct = 0", "p_pct has a value"),
    ("p_pct = 1739.1", "p_pct has a value"),
    ("p_pct = nan", "p_pct has a value"),
    ("p_pct = inf", "p_pct has a value"),
    ('p_pct = "73.91"', "p_pct has a value"),
    ("p_pct = [73.91]", "p_pct has a value"),
    ("p_pct = { 7391 = 73.91 }", "p_pct has a value"),
    ("n = 3\nk_pct = 73.91", "n has a value"),
    ("n = true\nk_pct = 73.91", "n has a value"),
    ("n = 2\nk_pct = 173.91", "k_pct has a value"),
    ("p_pct = 73.91\nlargest_pct = 0", "largest_pct has a value"),
    ("n = 2", "half an (n, k) rule"),
    ("k_pct = 73.91", "half an (n, k) rule"),
    ("p_pct = 73.91\nn = 2", "half an (n, k) rule"),
    ("fewest = 7391", "neither a p% rule nor an (n, k) rule"),
    ("", "neither a p% rule nor an (n, k) rule"),
    ("p_pct = 73.91\np7391 = 73.91", "a key that is unknown"),
    ('p_pct = 73.91\n"p = 73.91" = 1', "a key that is unknown"),
    ("p_pct = 73.91\n[rules]\nfewest = 7391", "a key that is unknown"),
    ("p_pct = 73.91\np_pct = 7391", "is not TOML"),
    ("p_pct = 73,91", "is not TOML"),
    ("p_pct 73.91", "is not TOML"),
]


@pytest.mark.parametrize(("text", "what"), FAULTS)
def test_a_fault_is_told_without_a_value(tmp_path: Path, text: str, what: str) -> None:
    error = refused(tmp_path / "rules.toml", text)
    assert what in str(error)
    for secret in ("73.91", "7391", "739", "73,91", "173"):
        assert secret not in str(error).replace(str(tmp_path), "")


@pytest.mark.parametrize(("text", "what"), FAULTS)
def test_no_cause_of_the_error_tells_a_value_either(tmp_path: Path, text: str, what: str) -> None:
    error = refused(tmp_path / "rules.toml", text)
    assert what in str(error)
    assert error.__cause__ is None
    assert error.__context__ is None


def test_all_faults_come_at_once_with_their_lines(tmp_path: Path) -> None:
    error = refused(tmp_path / "rules.toml", "p_pct = 0\nn = 5\nk_pct = 0\nextra = 1")
    places = [problem.where.split(", ", 1)[1] for problem in error.problems]
    assert places == ["line 1, key p_pct", "line 2, key n", "line 3, key k_pct", "line 4"]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be read"):
        read_dominance(tmp_path / "nergens.toml")
    (tmp_path / "latin.toml").write_bytes("# é\np_pct = 73.91".encode("cp1252"))
    with pytest.raises(BuildError, match="not UTF-8"):
        read_dominance(tmp_path / "latin.toml")


def test_the_parameters_do_not_show_themselves() -> None:
    secret = Dominance(fewest=7391, p_pct=73.91, n=2, k_pct=73.91, largest_pct=73.91)
    for form in (repr(secret), str(secret), f"{secret}"):
        assert not any(f"{a}{b}" in form for a, b in itertools.pairwise("7391"))
