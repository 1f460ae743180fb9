"""What a page says of itself to a program that would show it in a frame: oEmbed, found by a link.

Source: oembed.com, "rich" and "discovery".
"""

import json
from collections.abc import Iterator

from zicht.model.address import embed_folder, oembed_path
from zicht.model.page import OutputFile, Page
from zicht.render.environment import Site
from zicht.render.frame import HEIGHT, frame_code, has_oembed

_WIDTH = 800
"""oEmbed wants a width in pixels; the frame itself is as wide as its place."""
_KEPT = 86_400
"""Seconds for which the answer may be kept: a day."""


def oembed_files(site: Site, page: Page) -> Iterator[OutputFile]:
    """Yield the file of a page that has one; its addresses start from where the site stands."""
    if not has_oembed(page):
        return
    src = f"{site.base_url}{embed_folder(page.folder)}"
    told = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Zicht op Ondermijning",
        "provider_url": site.base_url,
        "title": page.title,
        "url": f"{site.base_url}{page.folder}",
        "html": frame_code(src, page.title),
        "width": _WIDTH,
        "height": HEIGHT,
        "cache_age": _KEPT,
    }
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    yield OutputFile(oembed_path(page.folder), content.encode())
