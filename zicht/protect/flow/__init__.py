"""Counts from gemeente to gemeente: what may be shown of a matrix whose totals are shown too."""

from zicht.protect.flow.protection import protect_flow

__all__ = ["protect_flow"]
