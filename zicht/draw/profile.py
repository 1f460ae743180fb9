"""Rows of the kind "profile": a group beside everyone, category under category."""

from collections.abc import Iterator, Sequence

from zicht.draw.layout import PROFILE
from zicht.draw.words import Row, fitted, plain, rows_text, told, width_px, with_unit
from zicht.model.chart import Chart, Pair
from zicht.model.dutch import number

_TIMES_DECIMALS = 1
_GAP = 24


def profile(
    key: str,
    *,
    title: str,
    description: str,
    pairs: Sequence[Pair],
    group: str,
    everyone: str,
    unit: str,
    decimals: int,
) -> Chart:
    """Return the categories under each other: two dots on one scale, joined, each with its share.

    The smaller share is written left of its dot and the larger one right, so that they never
    meet. A category of which a figure is absent has no place: the page names it.
    """
    rows: list[Row] = []
    shown = [pair for pair in pairs if pair.times.value is not None]
    for place, pair in enumerate(shown):
        tip = _tip(pair, group=group, everyone=everyone, unit=unit, decimals=decimals)
        rows.append({"row": place, "part": "pair", **_named(pair), "tip": tip})
        rows.extend({"row": place, **dot} for dot in _dots(pair, unit=unit, decimals=decimals))
    return Chart(key, "profile", title, description, {"rows": rows_text(rows)})


def _named(pair: Pair) -> Row:
    text = f"{number(pair.times.value or 0.0, decimals=_TIMES_DECIMALS)} keer"
    room = PROFILE.width - width_px(text, bold=True) - _GAP
    return {"name": plain(pair.name), "label": fitted(plain(pair.name), room_px=room), "text": text}


def _dots(pair: Pair, *, unit: str, decimals: int) -> Iterator[Row]:
    """Yield everyone and the group as dots; `to` is the other end of the line between them."""
    own, other = pair.share.value or 0.0, pair.everyone.value or 0.0
    for part, value in {"everyone": other, "group": own}.items():
        right = (own >= other) == (part == "group")
        yield {
            "part": part,
            "value": value,
            "to": own if part == "everyone" else None,
            "side": "right" if right else "left",
            "text": with_unit(number(value, decimals=decimals), unit=unit),
        }


def _tip(pair: Pair, *, group: str, everyone: str, unit: str, decimals: int) -> str:
    """Return all that is known: "Laag inkomen: 45,2% van deze groep, 14,6% van alle …"."""
    own, other = (
        told(cell, unit=unit, decimals=decimals).removesuffix(" (voorlopig)")
        for cell in (pair.share, pair.everyone)
    )
    times = number(pair.times.value or 0.0, decimals=_TIMES_DECIMALS)
    return (
        f"{plain(pair.name)}: {own} van {plain(group)}, {other} van {plain(everyone)}; "
        f"{times} keer zo vaak"
    )
