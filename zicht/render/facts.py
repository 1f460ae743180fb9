"""The line under a name: how many people live there, how urban it is."""

from zicht.model.atlas import Atlas
from zicht.model.dutch import number
from zicht.model.figure import State

STEDELIJKHEID = {
    1: "zeer sterk stedelijk",
    2: "sterk stedelijk",
    3: "matig stedelijk",
    4: "weinig stedelijk",
    5: "niet stedelijk",
}


def facts_of(atlas: Atlas, code: str) -> tuple[str, ...]:
    """Return what is known of a region in a few words each; nothing where nothing is delivered."""
    found = []
    people = _newest(atlas, "inwoners", code)
    if people is not None:
        found.append(f"{number(people, decimals=0)} inwoners")
    degree = _newest(atlas, "stedelijkheid", code)
    if degree is not None:
        found.append(STEDELIJKHEID.get(int(degree), ""))
    return tuple(fact for fact in found if fact)


def inhabitants(atlas: Atlas, code: str) -> int | None:
    """Return how many people live in a region, as its page says; None where that is not told."""
    people = _newest(atlas, "inwoners", code)
    return None if people is None else round(people)


def _newest(atlas: Atlas, key: str, code: str) -> float | None:
    series = atlas.context.get(key)
    if series is None:
        return None
    known = [
        cell.value
        for cell in series.grid.cells(atlas.division.row[code])
        if cell.state is State.SHOWN
    ]
    return known[-1] if known else None
