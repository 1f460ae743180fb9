"""What is found on a page, before it is told: many alike become one line."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from zicht.model.disclosure import Disclosure

MOST: Final = 20
"""So many of one kind are told of one file; of the rest only how many there are."""

_DIGIT: Final = re.compile(r"[0-9]")
_COMPARING: Final = re.compile(
    r"\b(?:meer|minder|hoger|hoogste?|lager|laagste?|evenveel|hetzelfde|gelijk|gestegen|gedaald"
    r"|toegenomen|afgenomen|dubbel|dubbele|helft|keer|nul|twee|drie|vier|vijf|zes|zeven|acht"
    r"|negen|tien)\b",
    re.IGNORECASE,
)
_STAR: Final = re.compile(r"\*| ?\(voorlopig\)")


@dataclass(frozen=True, slots=True)
class Found:
    """Something that the published figures do not explain: what, where in the file, and how."""

    what: str
    place: str
    how: str


def numeric(text: str) -> bool:
    """Tell whether a text holds a digit, or a sign that stands for a number ("½", "Ⅶ")."""
    if _DIGIT.search(text) is not None:
        return True
    return not text.isascii() and any(sign.isnumeric() for sign in text)


def telling(text: str) -> bool:
    """Tell whether a text holds a number, or a word that compares or counts."""
    return numeric(text) or _COMPARING.search(text) is not None


def unstarred(text: str) -> str:
    """Return a text on one line, without the signs of a provisional figure."""
    return " ".join(_STAR.sub("", text).split())


def disclosures(path: str, found: Iterable[Found]) -> Iterator[Disclosure]:
    """Yield what was found in a file, at most twenty of a kind and then how many more."""
    seen: Counter[str] = Counter()
    for each in found:
        seen[each.how] += 1
        if seen[each.how] <= MOST:
            yield Disclosure(each.what, path, each.place, each.how)
    for how, count in seen.items():
        if count > MOST:
            yield Disclosure(f"and {count - MOST} more of the kind", path, "the same file", how)
