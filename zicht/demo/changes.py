"""The herindelingen of 2021 to 2023: which gemeenten went up in which."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

CHANGES = Path(__file__).with_name("changes.csv")


@dataclass(frozen=True, slots=True)
class Piece:
    """A gemeente that ended, or a part of it, and the gemeente that it went to on `day`.

    `kind` is `merged` (into a new gemeente), `absorbed` (into one that stayed) or `split` (over
    several that stayed). `inwoners` of the piece, rounded to hundreds, on the eve of the change.
    """

    day: date
    kind: str
    old: str
    naam: str
    new: str
    inwoners: int


def read_pieces() -> tuple[Piece, ...]:
    """Return every piece, by day and code.

    Source: the codes and days stand in "Gemeentelijke indeling op 1 januari" of CBS.
    """
    with CHANGES.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Piece(
                day=date.fromisoformat(row["day"]),
                kind=row["kind"],
                old=row["old"],
                naam=row["naam"],
                new=row["new"],
                inwoners=int(row["inwoners"]),
            )
            for row in csv.DictReader(lines)
        )


def changes_text(pieces: tuple[Piece, ...]) -> str:
    """Return `changes.toml`: one `[[change]]` for each group of gemeenten that touch.

    A code that stayed and changed its area stands in both lists. At the end the names of those
    that ended.
    """
    groups: dict[tuple[date, str, str], list[Piece]] = {}
    for piece in pieces:
        hinge = piece.old if piece.kind == "split" else piece.new
        groups.setdefault((piece.day, piece.kind, hinge), []).append(piece)
    former = sorted({(piece.old, piece.naam) for piece in pieces})
    told = "".join(f'{code} = "{naam}"\n' for code, naam in former)
    names = [f"[names]\n{told}"] if told else []
    return "\n".join([*(_change(group) for group in groups.values()), *names])


def _change(group: list[Piece]) -> str:
    new = sorted({piece.new for piece in group})
    old = sorted({piece.old for piece in group})
    if group[0].kind != "merged":
        old = sorted([*old, *new])
    return (
        "[[change]]\n"
        f"day = {group[0].day.isoformat()}\n"
        f'kind = "{group[0].kind}"\n'
        f"old = {_strings(old)}\n"
        f"new = {_strings(new)}\n"
    )


def _strings(codes: list[str]) -> str:
    return "[" + ", ".join(f'"{code}"' for code in codes) + "]"
