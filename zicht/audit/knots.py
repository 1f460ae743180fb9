"""Hierarchies as the files tell of them: what lies in what, and where each has its page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zicht.model.address import branche_folder

SBI = "sbi"
BRANCHES = "branche/"
_TWO = 2


@dataclass(frozen=True, slots=True)
class Knot:
    """A category of a hierarchy: its code and title, its key, what it lies in and how deep."""

    code: str
    title: str
    part: str
    around: str | None
    depth: int

    @property
    def rank(self) -> str:
        """Return what a branche with such a code is called."""
        return (
            "sectie" if self.code.isalpha() else "afdeling" if len(self.code) <= _TWO else "klasse"
        )

    @property
    def folder(self) -> str:
        """Return where the page of such a branche is."""
        return branche_folder(self.code, self.title)


def knots_of(breakdown: Mapping[str, object]) -> tuple[Knot, ...]:
    """Return the categories of a breakdown as a tree, each before those inside it, by code.

    Shape:  none for a breakdown that is no hierarchy, or tells of one that is none.
    """
    codes, under, parts = (_texts(breakdown.get(name)) for name in ("codes", "under", "parts"))
    if not codes or codes.keys() != parts.keys() or not set(under.values()) <= codes.keys():
        return ()
    paths = {part: _path(part, codes, under) for part in codes}
    return tuple(
        Knot(
            codes[part],
            parts[part],
            part,
            codes[under[part]] if part in under else None,
            len(paths[part]) - 1,
        )
        for part in sorted(codes, key=paths.__getitem__)
    )


def _texts(told: object) -> Mapping[str, str]:
    return {str(k): str(v) for k, v in told.items()} if isinstance(told, Mapping) else {}


def _path(part: str, codes: Mapping[str, str], under: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes from the top down to a category; a rest ("96-rest") sorts last."""
    path, seen = [codes[part].replace("-", "~")], {part}
    while part in under and under[part] not in seen:
        part = under[part]
        seen.add(part)
        path.insert(0, codes[part].replace("-", "~"))
    return tuple(path)


def branches_of(indicators: Mapping[str, Mapping[str, object]]) -> Mapping[str, Knot]:
    """Return every branche that has a page, by code: named as the first indicator names it.

    Shape:  each before those inside it, in the order of the codes.
    """
    found: dict[str, Knot] = {}
    for knot in _branches(indicators):
        found.setdefault(knot.code, knot)
    codes = {code: code for code in found}
    under = {code: knot.around for code, knot in found.items() if knot.around is not None}
    return {code: found[code] for code in sorted(found, key=lambda c: _path(c, codes, under))}


def _branches(indicators: Mapping[str, Mapping[str, object]]) -> Iterator[Knot]:
    for indicator in indicators.values():
        breakdowns = indicator.get("breakdowns")
        told = breakdowns.get(SBI) if isinstance(breakdowns, Mapping) else None
        if isinstance(told, Mapping):
            yield from knots_of(told)


def branche_folders(indicators: Mapping[str, Mapping[str, object]]) -> frozenset[str]:
    """Return the folders of all pages of branches, and of the list of them; none without any."""
    folders = {knot.folder for knot in branches_of(indicators).values()}
    return frozenset({*folders, BRANCHES} if folders else ())
