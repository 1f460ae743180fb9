"""From delivered figures to figures that may be published."""

from zicht.protect.threshold import FEWEST, withhold_small

__all__ = ["FEWEST", "withhold_small"]
