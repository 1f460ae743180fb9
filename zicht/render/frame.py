"""The code by which another site shows a page of ours in a frame."""

from zicht.model.page import Page

HEIGHT = 600
"""So high is a frame that nobody chose a height for, in pixels."""

_FOUND = frozenset({"gemeente.html", "thema.html", "indicator.html", "stroom.html"})
_SIGNS = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"}


def frame_code(src: str, title: str, *, height: int = HEIGHT) -> str:
    """Return the code that shows the page at an address in a frame, as somebody pastes it.

    The same as the browser makes it: theme/modules/take/frame.js.
    """
    size = f'width="100%" height="{height}" loading="lazy"'
    return f'<iframe src="{_quoted(src)}" title="{_quoted(title)}" {size}></iframe>'


def _quoted(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)


def has_oembed(page: Page) -> bool:
    """Tell whether a page has a file that tells how to frame it: not where there are thousands.

    Source: decisions/0018-framing.md
    """
    return page.framed and page.template in _FOUND
