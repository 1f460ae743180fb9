"""The markup of a page as bytes: nothing may hide where a parser does not look."""

import re
from collections.abc import Iterator

from zicht.audit.page.found import Found, numeric

_ATTRIBUTE = r"\s+[a-zA-Z][\w:.-]*(?:=\"[^\"<>]*\")?"
_TAG = re.compile(rf"<(?:/[a-zA-Z][\w-]*|[a-zA-Z][\w-]*((?:{_ATTRIBUTE})*))\s*/?>")
_NAME = re.compile(r"\s+([a-zA-Z][\w:.-]*)(?:=\"[^\"]*\")?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"(<script[^>]*>)(.*?)</script>", re.DOTALL)
DATA = '<script type="application/ld+json">'
CHARTS = '<script type="application/json" id="grafieken">'
"""These open the two scripts that run nothing: what stands in them is read with the page."""
_DOCTYPE = "<!doctype html>"
_HOW = "a reader of the bytes sees what no page shows"


def markup_findings(text: str) -> Iterator[Found]:
    """Yield comments, scripts with a text of their own, and markup that a parser would drop.

    An attribute given twice is one: parsers keep the first and forget the second.
    """
    for found in _COMMENT.finditer(text):
        told = "a comment with a number" if numeric(found[0]) else "a comment"
        yield Found(told, f"line {_line(text, found.start())}", _HOW)
    for found in _SCRIPT.finditer(text):
        if found[2].strip() and found[1] not in {DATA, CHARTS}:
            yield Found("a script in the page", f"line {_line(text, found.start())}", _HOW)
    rest = _SCRIPT.sub(r"\1</script>", _COMMENT.sub("", text)).removeprefix(_DOCTYPE)
    end = 0
    for tag in _TAG.finditer(rest):
        between, end = rest[end : tag.start()], tag.end()
        names = _NAME.findall(tag[1] or "")
        if "<" in between or len(set(names)) != len(names):
            yield Found("markup that parsers mend", f"near line {_line(rest, tag.start())}", _HOW)
    if rest[end:].strip():
        yield Found("text after the page", "the end", _HOW)


def charts_within(text: str) -> list[str]:
    """Return the data of charts that stand in a page: every text that a script would take."""
    return [inside for opening, inside in _SCRIPT.findall(text) if opening == CHARTS]


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
