"""From a built site, everything of one gemeente in one file, for where no site can be reached."""

from zicht.bundle.bundle import Bundle, gemeente_bundle

__all__ = ["Bundle", "gemeente_bundle"]
