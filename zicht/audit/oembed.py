"""What a page says of itself to programs that frame it: its name and its address, nothing else."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

from zicht.model.address import embed_folder, oembed_path
from zicht.model.disclosure import Disclosure

_NAME = "oembed.json"
_TITLE = re.compile("<title>([^<]*) \u2013 Zicht op Ondermijning</title>")
_SIGNS = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"}
_WHOLE = "The file may tell anything."
_HOW = "It is not, byte for byte, the title and the address of its page in the form of oEmbed."


def oembed_disclosures(dist: Path, path: str, content: bytes, *, base: str) -> Iterator[Disclosure]:
    """Yield that such a file is not what its page makes it; the page is read by others.

    `base` is where the site stands.

    Errors: none.
    """
    if not path.endswith(f"/{_NAME}"):
        return
    folder = path.removeprefix("embed/").removesuffix(_NAME)
    page = dist / folder / "index.html"
    title = _TITLE.search(page.read_text("utf-8")) if page.is_file() else None
    wanted = None if title is None else _made(base, folder, html.unescape(title[1]))
    if path != oembed_path(folder) or content != wanted:
        yield Disclosure(_WHOLE, path, "the file", _HOW)


def _made(base: str, folder: str, title: str) -> bytes:
    """Return the file as it should be."""
    src, name = (
        "".join(_SIGNS.get(sign, sign) for sign in text)
        for text in (f"{base}{embed_folder(folder)}", title)
    )
    size = 'width="100%" height="600" loading="lazy"'
    told = {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Zicht op Ondermijning",
        "provider_url": base,
        "title": title,
        "url": f"{base}{folder}",
        "html": f'<iframe src="{src}" title="{name}" {size}></iframe>',
        "width": 800,
        "height": 600,
        "cache_age": 86_400,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
