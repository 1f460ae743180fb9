"""The embedded delivery: fictional figures for the real gemeenten, in schematic outlines."""

from zicht.demo.delivery import is_made, write_delivery

__all__ = ["is_made", "write_delivery"]
