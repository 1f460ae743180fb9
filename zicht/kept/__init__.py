"""What is kept from build to build: it only saves time, and anybody may remove it."""

from zicht.kept.answers import Answers
from zicht.kept.kinds import kept_kinds

__all__ = ["Answers", "kept_kinds"]
