"""The style of the site: parts that each tell of one subject, put together in one order."""

import re
from collections.abc import Mapping
from typing import Final

from zicht.model.token import Token
from zicht.publish.assets import bare

PARTS: Final = (
    *("tokens", "base", "header", "notices", "tables", "figures", "charts", "maps"),
    *("forms", "lists", "prose", "explorer", "design", "embed", "later", "print"),
)
"""What comes later wins of what says as much; paper wins of all."""

_TWO = re.compile(
    r"^ +(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);(?: /\* (.*?) \*/)?$",
    re.MULTILINE,
)
_ONE = re.compile(r"^ +(--[\w-]+): ([\w.]+);()(?: /\* (.*?) \*/)?$", re.MULTILINE)
_ASIDE = re.compile(rb" +/\*.*?\*/")


def styled(parts: Mapping[str, bytes]) -> bytes:
    """Return one stylesheet of all parts, without their comments and indents.

    Shape:  the parts by their name, such as "tokens.css".
    Errors: ValueError when a part has no place in the order, or a place has no part.
    """
    names = [f"{part}.css" for part in PARTS]
    if strangers := set(names) ^ set(parts):
        msg = f"{', '.join(sorted(strangers))} stands in theme/style or in PARTS, and not in both"
        raise ValueError(msg)
    told = {**parts, "tokens.css": _by_day_and_night(parts["tokens.css"])}
    return b"".join(bare(_ASIDE.sub(b"", told[name])) for name in names)


def tokens_of(sheet: bytes) -> tuple[Token, ...]:
    """Return what a sheet of tokens names in its first block: the colours, then the sizes."""
    first, _, _ = sheet.decode().partition("\n}\n")
    found = [*_TWO.finditer(first), *_ONE.finditer(first)]
    return tuple(Token(*one.groups(default="")) for one in found)


def _by_day_and_night(sheet: bytes) -> bytes:
    """Return the tokens as browsers from before 2024 read them, which know no light-dark().

    The day stands first; the night follows where the system asks for it, unless the page says
    `data-kleur="licht"`, and where the page says `data-kleur="donker"`. Paper is always white.
    """
    day = _TWO.sub(r"\1: \2;", sheet.decode()).replace("light dark;", "light;", 1)
    night = "".join(f"{token.name}: {token.night};\n" for token in tokens_of(sheet) if token.night)
    dark = "{\ncolor-scheme: dark;\n" + night + "}\n"
    first, end, rest = day.partition("\n}\n")
    asked = (
        '@media screen and (prefers-color-scheme: dark) {\n:root:where(:not([data-kleur="licht"])) '
    )
    forced = '@media screen {\n:root:where([data-kleur="donker"]) '
    return f"{first}{end}{asked}{dark}}}\n{forced}{dark}}}\n{rest}".encode()
