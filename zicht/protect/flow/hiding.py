"""What is shown of one year of a flow: the choice, step by step, of what is not."""

from dataclasses import dataclass

import numpy as np

from zicht.model.rules import Rules
from zicht.protect.flow.bounds import Bools, Ints, Transport, too_narrow


@dataclass(slots=True)
class Shown:
    """What is shown: the whole, the totals by origin and destination, the flows between them."""

    whole: bool
    origins: Bools
    destinations: Bools
    flows: Bools


def choose_shown(counts: Ints, rules: Rules) -> Shown:
    """Return what may be shown of a matrix of counts together with its totals.

    Totals and flows under `fewest` are not shown, zero no more than nine; nor is a flow that is
    nearly all of its total. Of a total that is shown the parts could all be in one place, so it is
    no smaller than what a part must be able to be. Then more is held back, the smallest first,
    until no rest is a small number and every cell that is not shown could be `reach` or more, and
    any of `width` numbers, for all that a reader can tell.

    Shape:  a row an origin, a column a destination.
    Errors: none.
    Source: decision 11
    """
    shown = first_shown(counts, rules)
    while shown.whole:
        _complete(counts.sum(axis=1), shown.origins, rules)
        _complete(counts.sum(axis=0), shown.destinations, rules)
        shown.flows &= shown.origins[:, None] & shown.destinations[None, :]
        if _alone(shown.origins) or _alone(shown.destinations):
            break
        if _mended(counts, shown, rules):
            continue
        left, rows, columns = rest_of(counts, shown)
        narrow = too_narrow(left, reach=rules.reach, width=rules.width)
        if narrow is None:
            return shown
        _hold_back(counts, shown, rows == narrow[0], columns == narrow[1])
    return Shown(
        whole=False,
        origins=np.zeros_like(shown.origins),
        destinations=np.zeros_like(shown.destinations),
        flows=np.zeros_like(shown.flows),
    )


def first_shown(counts: Ints, rules: Rules) -> Shown:
    """Return what is large enough to be shown, were there nothing to subtract it from."""
    origins, destinations = counts.sum(axis=1), counts.sum(axis=0)
    share = rules.group_share_pct / 100
    nearly_all = (counts >= share * origins[:, None]) | (counts >= share * destinations[None, :])
    return Shown(
        bool(counts.sum() >= _least(rules)),
        np.asarray(origins >= _least(rules)),
        np.asarray(destinations >= _least(rules)),
        np.asarray((counts >= rules.fewest) & ~nearly_all),
    )


def _least(rules: Rules) -> int:
    """Return the smallest number that may be found out of several cells together."""
    return max(rules.fewest, rules.reach, rules.width)


def _complete(totals: Ints, shown: Bools, rules: Rules) -> None:
    """Hold back totals, the smallest first, until those held back are no small number together.

    One alone would be what the others leave of the whole.
    """
    least = _least(rules)
    while shown.any():
        hidden = totals[~shown]
        together = int(hidden.sum())
        if not together or (len(hidden) > 1 and together >= least):
            return
        shown[_smallest(totals, shown)] = False


def _alone(shown: Bools) -> bool:
    """Tell whether the only total there is is held back: it is the whole itself."""
    return len(shown) == 1 and not shown.any()


def _mended(counts: Ints, shown: Shown, rules: Rules) -> bool:
    """Tell whether a flow was held back because of a rest that was too small."""
    least, mended = _least(rules), False
    for some, flows, matrix in (
        (shown.origins, shown.flows, counts),
        (shown.destinations, shown.flows.T, counts.T),
    ):
        rests = (matrix * ~flows).sum(axis=1)
        for row in np.flatnonzero(some & (rests > 0) & (rests < least)).tolist():
            rest = int(rests[row])
            while rest < least and flows[row].any():
                column = _smallest(matrix[row], flows[row])
                flows[row, column] = False
                rest += int(matrix[row, column])
                mended = True
    return mended


def rest_of(counts: Ints, shown: Shown) -> tuple[Transport, Ints, Ints]:
    """Return what a reader does not see, and in which row and column of it each gemeente is.

    All gemeenten whose total is not shown are one row: only their sum is known, and it can be
    divided among them in every way.
    """
    rows, height, loose_rows = _merged(shown.origins)
    columns, width, loose_columns = _merged(shown.destinations)
    left = np.zeros((height, width), dtype=np.int64)
    np.add.at(left, (rows[:, None], columns[None, :]), np.where(shown.flows, 0, counts))
    holes = np.zeros((height, width), dtype=np.bool_)
    at = np.nonzero(shown.flows)
    holes[rows[at[0]], columns[at[1]]] = True
    return Transport(left, holes, loose_rows, loose_columns), rows, columns


def _merged(shown: Bools) -> tuple[Ints, int, Bools]:
    """Return the row of each gemeente, how many rows there are, and which are several together."""
    known, hidden = int(shown.sum()), int((~shown).sum())
    rows = np.where(shown, np.cumsum(shown) - 1, known).astype(np.int64)
    size = known + bool(hidden)
    loose = np.zeros(size, dtype=np.bool_)
    loose[known:] = hidden > 1
    return rows, size, loose


def _hold_back(counts: Ints, shown: Shown, row: Bools, column: Bools) -> None:
    """Hold back the smallest flow in this row or column, or the smallest of all.

    Without any flow it is the smallest total, and in the end the whole: then there is nothing
    to subtract from.
    """
    near = shown.flows & (row[:, None] | column[None, :])
    flows = near if near.any() else shown.flows
    origins, destinations = counts.sum(axis=1), counts.sum(axis=0)
    if flows.any():
        shown.flows[np.unravel_index(_smallest(counts, flows), counts.shape)] = False
    elif shown.origins.any():
        shown.origins[_smallest(origins, shown.origins)] = False
    elif shown.destinations.any():
        shown.destinations[_smallest(destinations, shown.destinations)] = False
    else:
        shown.whole = False


def _smallest(counts: Ints, some: Bools) -> int:
    """Return the place of the smallest of some counts, the first where they are alike."""
    return int(np.argmin(np.where(some, counts, np.iinfo(np.int64).max)))
