"""Chance with a written seed: the same draws in every run, a stream of its own for each subject."""

from enum import IntEnum

import numpy as np

SEED = 20241101


class Stream(IntEnum):
    """What is drawn. A new subject goes at the end, so that the draws of the others stay."""

    WIJKEN = 0
    SEEDS = 1
    NAMES = 2
    PEOPLE = 3
    RISK = 4
    COUNTS = 5
    STATES = 6
    SPLIT = 7
    EVERYONE = 8
    FIRMS = 9
    HOMES = 10
    FLOWS = 20


def stream(subject: Stream, *, part: int = 0) -> np.random.Generator:
    """Return the generator of one subject and one part of it: a gemeente, a table.

    Each call starts the stream anew; two streams share nothing, so that more buurten in one
    gemeente change no draw for another.
    """
    return np.random.default_rng(np.random.SeedSequence(SEED, spawn_key=(int(subject), part)))
