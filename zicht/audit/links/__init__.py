"""Every address in a built site leads to a file of it, and every page can be found."""

from zicht.audit.links.files import file_faults
from zicht.audit.links.ground import Ground, read_ground
from zicht.audit.links.pages import Looked, links_of
from zicht.audit.links.whole import anchor_faults, anchors_of, by_page, page_faults, told_faults

__all__ = [
    "Ground",
    "Looked",
    "anchor_faults",
    "anchors_of",
    "by_page",
    "file_faults",
    "links_of",
    "page_faults",
    "read_ground",
    "told_faults",
]
