"""The address of a licence that a delivery names."""

import re

from zicht.model.theme import Delivery

_KNOWN = (
    (re.compile(r"cc0", re.IGNORECASE), "https://creativecommons.org/publicdomain/zero/1.0/"),
    (re.compile(r"by[ -]4\.0", re.IGNORECASE), "https://creativecommons.org/licenses/by/4.0/"),
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def licence_address(delivery: Delivery, base_url: str) -> str:
    """Return where a licence is written; for one that we do not know, where we name it."""
    if written := _ADDRESS.search(delivery.licence):
        return written[0]
    known = (address for pattern, address in _KNOWN if pattern.search(delivery.licence))
    return next(known, f"{base_url}uitleg/colofon/")
