"""Look at a built site as a reader with bad intentions would, from its files alone."""

from zicht.audit.page.pages import page_disclosures
from zicht.audit.site import data_disclosures, read_site

__all__ = ["data_disclosures", "page_disclosures", "read_site"]
