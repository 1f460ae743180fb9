"""Series that sums hold between: they are protected together."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from zicht.model.theme import Counts, Identity, Series, Theme


@dataclass(frozen=True, slots=True)
class Family:
    """Series that sums hold between: they are protected together or not at all.

    `wholes` gives for each sum over series its total and its parts, as places in `keys`;
    `adds_up` tells for each series whether the regions of a level are the region around them.
    """

    keys: tuple[str, ...]
    wholes: tuple[tuple[int, tuple[int, ...]], ...]
    adds_up: tuple[bool, ...]


def families(themes: Sequence[Theme]) -> tuple[Family, ...]:
    """Return every series that is ours to protect, with its categories and its identities.

    Shape:  each key once; linked indicators stand in one family, in the order of the themes.
    Errors: none.
    """
    series: dict[str, Series] = {}
    sums: list[tuple[str, tuple[str, ...]]] = []
    for theme in themes:
        series |= {each.key: each for each in theme.context if is_ours(each)}
        for indicator in theme.indicators:
            if not is_ours(indicator.series):
                continue
            series[indicator.key] = indicator.series
            for breakdown in indicator.breakdowns:
                series |= {part.key: part for part in breakdown.parts}
                sums += breakdown.sums(indicator.key)
    identities = [each for theme in themes for each in theme.identities]
    sums += [(each.total, each.parts) for each in identities if _ours(each, series)]
    return tuple(
        Family(
            keys,
            tuple(
                (keys.index(total), tuple(keys.index(part) for part in parts))
                for total, parts in sums
                if total in keys
            ),
            tuple(series[key].rules.adds_up for key in keys),
        )
        for keys in _linked(list(series), sums)
    )


def is_ours(series: Series) -> bool:
    """Tell whether a series is ours to protect: no source did, and its numbers are counts."""
    return not series.protected_by_source and series.counts is not Counts.COMPUTED


def _ours(identity: Identity, series: Container[str]) -> bool:
    return all(key in series for key in (identity.total, *identity.parts))


def _linked(
    keys: Sequence[str], sums: Sequence[tuple[str, tuple[str, ...]]]
) -> Iterator[tuple[str, ...]]:
    leader = {key: key for key in keys}

    def top(key: str) -> str:
        while leader[key] != key:
            key = leader[key]
        return key

    for total, parts in sums:
        for part in parts:
            leader[top(part)] = top(total)
    groups: dict[str, list[str]] = {}
    for key in keys:
        groups.setdefault(top(key), []).append(key)
    yield from (tuple(group) for group in groups.values())
