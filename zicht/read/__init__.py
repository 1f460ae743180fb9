"""Read: from a delivery on disk to regions, themes and unprotected figures."""

from zicht.read.delivery import Reading, read_delivery

__all__ = ["Reading", "read_delivery"]
