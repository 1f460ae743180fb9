"""Text from outside that may not reach a page or a file, whatever stands around it there."""

import re
import unicodedata

_FORMULA = re.compile(r"[=+\-@＝＋－＠]")  # noqa: RUF001  as wide as a Chinese letter, and a formula too
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows: a reader would see something else than is said."""


def why_unfit(text: str, *, table: bool = True) -> str | None:
    """Return why a name or a sentence cannot be shown, or None.

    Markup, quotes and letters of every script are welcome: whoever shows them escapes them. What
    no format can hold, what hides the order of letters and what a spreadsheet would run is not;
    the last only of what may come in a `table`.
    """
    for sign in text:
        if sign in _TURNS:
            return f"holds U+{ord(sign):04X}, which turns the direction of the text after it"
        if sign not in "\n\t" and unicodedata.category(sign) in {"Cc", "Cs", "Cn"}:
            return f"holds U+{ord(sign):04X}, which is no letter or sign"
    if table and _FORMULA.match(text):
        return f"begins with {text[0]}, which a spreadsheet takes for a formula"
    return None
