"""Rows of charts of categories, made anew from the published counts."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from zicht.audit.page.charts import Drawn
from zicht.audit.page.facts import Facts
from zicht.audit.page.shares import CLASSES, Part, parts_of, profile_parts, step, years_of
from zicht.audit.page.wanted import Good, Row, Wanted, fitted
from zicht.model.dutch import SPOKEN, SYMBOLS, number
from zicht.model.figure import State

_WHOLE = 100.0
_TINTS = 8
_FEW = {1: (0,), 2: (0, 3), 3: (0, 2, 3)}
_DARK = (0, 1, 5)
_YEAR = re.compile(r"\d{4}")
_ABSENT = tuple(state for state in State if state is not State.SHOWN)


def _percent(value: float) -> str:
    return number(value, decimals=1)


def year_beside(chart: Drawn) -> int:
    """Return the year that the words above a chart say; 0 where they say none."""
    around = next(
        (each for each in chart.svg.iterancestors("div") if each.get("class") == "verdeling"), None
    )
    words = None if around is None else around.find("p")
    found = _YEAR.search("" if words is None else words.text_content())
    return int(found[0]) if found else 0


def profile_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the rows of a profile: most times first, then in the order of the theme.

    A page may hold a category back.
    """
    year = year_beside(chart)
    told = [
        (part.times(year).value, part) for part in profile_parts(facts, chart.key, chart.about.code)
    ]
    known = [(times, part) for times, part in told if times is not None]
    known.sort(key=lambda pair: -pair[0])
    left = iter(known)
    for place, row in enumerate(row for row in rows if row.get("part") == "pair"):
        times, part = next(
            ((times, part) for times, part in left if part.name == row.get("name")), (None, None)
        )
        if part is None or times is None:
            return
        yield from _pair(part, times, place=place, year=year)


def _pair(part: Part, times: float, *, place: int, year: int) -> Iterator[Wanted]:
    own, other = part.share(year).value or 0.0, part.among(year).value or 0.0
    everyone = part.facts.wording[part.key].everyone[part.breakdown]
    tip = re.compile(
        rf"{re.escape(part.name)}: {_percent(own)}% van deze groep, "
        rf"{_percent(other)}% van {re.escape(everyone)}; {_percent(times)} keer zo vaak"
    )
    yield {
        "row": place,
        "part": "pair",
        "name": part.name,
        "label": fitted(part.name),
        "text": f"{_percent(times)} keer",
        "tip": lambda value: isinstance(value, str) and tip.fullmatch(value) is not None,
    }
    sides = ("left", "right") if own >= other else ("right", "left")
    dot: Wanted = {"row": place, "part": "everyone", "side": sides[0], "to": own}
    yield {**dot, "value": other, "text": f"{_percent(other)}%"}
    dot = {"row": place, "part": "group", "side": sides[1]}
    yield {**dot, "value": own, "text": f"{_percent(own)}%"}


def composition_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the bars of the years: shares in the order of the theme, then one rest.

    What a page holds back is in the rest.
    """
    at = (facts, chart.key, chart.breakdown, chart.about.code)
    parts = parts_of(*at)
    for place, year in enumerate(years_of(*at)):
        yield {"row": place, "part": "year", "label": str(year)}
        mine = [row for row in rows if row.get("row") == place]
        yield from _bar(parts, mine, place=place, year=year)


def _bar(parts: Sequence[Part], mine: Sequence[Row], *, place: int, year: int) -> Iterator[Wanted]:
    tints = _FEW.get(len(parts), tuple(at % _TINTS for at in range(len(parts))))
    tips = {row.get("tip") for row in mine}
    start, whole = 0.0, True
    for tint, part in zip(tints, parts, strict=True):
        value = part.share(year).value
        tip = "" if value is None else f"{part.title}, {year}: {_percent(value)}%"
        if value and tips & {tip, f"{tip} (voorlopig)"}:
            end = round(min(_WHOLE, start + value), 1)
            yield {
                "row": place,
                "part": "share",
                "tint": tint,
                "dark": True if tint in _DARK else None,
                "from": start,
                "to": end,
                "value": value,
                "text": _maybe(_percent(value)),
                "tip": tip,
            }
            start = end
        elif value != 0:
            whole = False
    if not whole:
        yield {"row": place, **_rest(mine[-1] if mine else {}, start=start, year=year)}


def _maybe(text: str) -> Good:
    return lambda value: value in {None, text}


def _rest(row: Row, *, start: float, year: int) -> Wanted:
    """Return what is left of a bar, for the reason that it gives."""
    state = next((s for s in _ABSENT if SYMBOLS[s] == row.get("text")), State.WITHHELD)
    return {
        "part": "rest" if state is State.WITHHELD else "none",
        "from": start,
        "to": _WHOLE,
        "text": SYMBOLS[state],
        "tip": f"{year}, de rest: {SPOKEN[state]}",
    }


def ages_rows(chart: Drawn, rows: Sequence[Row], facts: Facts) -> Iterator[Wanted]:
    """Yield the table: a header of years, then the categories, each with a cell a year."""
    at = (facts, chart.key, chart.breakdown, chart.about.code)
    parts, years = parts_of(*at), list(years_of(*at))
    for year in years:
        yield {"row": 0, "part": "year", "year": year, "label": _year(year)}
    cells = {(row.get("row"), row.get("year")): row for row in rows if row.get("part") == "cell"}
    shown = [
        part.share(year).value or 0.0
        for place, part in enumerate(parts, start=1)
        for year in years
        if str(cells.get((place, year), {}).get("class")).isdigit()
    ]
    size = step(max(shown, default=0.0))
    bounds = [size * place for place in range(1, CLASSES)]
    for place, part in enumerate(parts, start=1):
        yield {"row": place, "part": "name", "label": fitted(part.title)}
        for year in years:
            row = cells.get((place, year), {})
            yield {
                "row": place,
                "part": "cell",
                "year": year,
                **_cell(part, row, bounds, year=year),
            }


def _year(year: int) -> Good:
    """Return whether a value is the year, in full or its last two digits."""
    return lambda value: value in {str(year), str(year)[2:]}


def _cell(part: Part, row: Row, bounds: Sequence[float], *, year: int) -> Wanted:
    value = part.share(year).value
    state = next((s for s in _ABSENT if s.key == row.get("class")), State.SHOWN)
    if value is None or state is not State.SHOWN:
        state = State.WITHHELD if value is not None or state is State.SHOWN else state
        tip = f"{part.title}, {year}: {SPOKEN[state]}"
        return {"class": state.key, "text": SYMBOLS[state], "tip": tip}
    return {
        "class": str(bisect_right(bounds, value)),
        "text": _maybe(_percent(value)),
        "tip": f"{part.title}, {year}: {_percent(value)}%",
    }
