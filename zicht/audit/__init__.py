"""Look at a built site as a reader with bad intentions would, from its files alone."""

from zicht.audit.links import (
    Looked,
    anchor_faults,
    anchors_of,
    by_page,
    file_faults,
    links_of,
    page_faults,
    read_ground,
    told_faults,
)
from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import Site, read_pages
from zicht.audit.site import data_disclosures, read_site

__all__ = [
    "Looked",
    "Site",
    "anchor_faults",
    "anchors_of",
    "by_page",
    "data_disclosures",
    "file_faults",
    "links_of",
    "page_disclosures",
    "page_faults",
    "read_ground",
    "read_pages",
    "read_site",
    "told_faults",
]
