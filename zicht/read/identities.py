"""Sums that hold between indicators: what they may name."""

from collections.abc import Iterator, Mapping

from zicht.model.errors import Problem
from zicht.model.theme import Identity, Series


def wrong_identity(
    identity: Identity, known: Mapping[str, Series], *, place: str
) -> Iterator[Problem]:
    """Yield why an identity cannot hold; `known` are the indicators of all themes by key."""
    named = (identity.total, *identity.parts)
    for key in sorted(set(named) - known.keys()):
        yield Problem(
            what=f'The sum of "{identity.total}" names "{key}", which is no indicator.',
            where=f"{place}, key {'total' if key == identity.total else 'parts'}",
            todo=f"Choose one of {', '.join(sorted(known))}.",
        )
    if len(set(named)) < len(named):
        yield Problem(
            what=f'The sum of "{identity.total}" names one indicator twice.',
            where=f"{place}, keys total and parts",
            todo="Name each part once; the total is no part of itself.",
        )
    kinds = sorted({known[key].counts.value for key in named if key in known})
    if len(kinds) > 1:
        yield Problem(
            what=f'The sum of "{identity.total}" adds {" and ".join(kinds)}.',
            where=f"{place}, keys total and parts",
            todo="Add what is counted alike.",
        )
