"""What one observation says: a number, or why there is none. The one place for these names.

| ValueAttribute                                    | Value           | StringValue | state      |
|---------------------------------------------------|-----------------|-------------|------------|
| None, or empty                                    | a number        | any         | SHOWN      |
| None, or empty                                    | -99990 or lower | any         | WITHHELD   |
| None, or empty                                    | `.` or `x`      | any         | WITHHELD   |
| None, or empty                                    | empty           | `.` or `x`  | WITHHELD   |
| None, or empty                                    | empty           | empty       | MISSING    |
| None, or empty                                    | other text      | any         | a Problem  |
| None, or empty                                    | empty           | other text  | a Problem  |
| Impossible                                        | any             | any         | IMPOSSIBLE |
| `.` `x` Confidential Secret Unreliable Suppressed | any             | any         | WITHHELD   |
| Missing NotAvailable                              | any             | any         | MISSING    |
| Pending NotYetPublished NotYetAvailable           | any             | any         | PENDING    |
| any other                                         | any             | any         | a Problem  |

An observation that is absent is MISSING (CBS leaves empty cells out), or PENDING in a period
whose Status is Gepland. Capitals do not matter.
Sources: design/domain.md 2.3 (symbols, sentinels) and 5.1 (OData v4): CBS itself has been seen
to write None, Impossible and `.`; the other names are those that a supplier would guess.
"""

from zicht.model.figure import State

ATTRIBUTES = {
    "": State.SHOWN,
    "none": State.SHOWN,
    "impossible": State.IMPOSSIBLE,
    ".": State.WITHHELD,
    "x": State.WITHHELD,
    "confidential": State.WITHHELD,
    "secret": State.WITHHELD,
    "unreliable": State.WITHHELD,
    "suppressed": State.WITHHELD,
    "missing": State.MISSING,
    "notavailable": State.MISSING,
    "pending": State.PENDING,
    "notyetpublished": State.PENDING,
    "notyetavailable": State.PENDING,
}
SYMBOLS = (".", "x", "X")
SENTINEL = -99990.0
"""Every value at or below this one means that there is none (the map of wijken and buurten)."""

PROVISIONAL = frozenset({"voorlopig", "nadervoorlopig", "nader voorlopig"})
PLANNED = frozenset({"gepland"})


def attribute_state(attribute: str) -> State | None:
    """Return the state that a ValueAttribute stands for, None for one that is unknown."""
    return ATTRIBUTES.get(attribute.strip().casefold())


def is_provisional(status: str) -> bool:
    """Tell whether a period of this Status may still be revised."""
    return status.strip().casefold() in PROVISIONAL


def is_planned(status: str) -> bool:
    """Tell whether a period of this Status is still to be published."""
    return status.strip().casefold() in PLANNED
