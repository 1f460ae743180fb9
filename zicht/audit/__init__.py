"""Look at a built site as a reader with bad intentions would, from its files alone."""

from zicht.audit.page.pages import page_disclosures
from zicht.audit.page.site import Site, read_pages
from zicht.audit.site import data_disclosures, read_site

__all__ = ["Site", "data_disclosures", "page_disclosures", "read_pages", "read_site"]
