"""Read: from a delivery on disk to regions, themes and unprotected figures."""

from zicht.read.aliases import read_aliases
from zicht.read.delivery import Reading, read_delivery
from zicht.read.dominance import read_dominance
from zicht.read.frames import read_frames
from zicht.read.ledger import read_ledger

__all__ = [
    "Reading",
    "read_aliases",
    "read_delivery",
    "read_dominance",
    "read_frames",
    "read_ledger",
]
