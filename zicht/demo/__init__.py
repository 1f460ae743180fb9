"""The embedded delivery: fictional figures for the real gemeenten, in schematic outlines."""

from zicht.demo.delivery import write_delivery

__all__ = ["write_delivery"]
