"""The style of the site: parts that each tell of one subject, put together in one order."""

from collections.abc import Mapping
from typing import Final

from zicht.publish.assets import bare

PARTS: Final = (
    *("tokens", "base", "header", "notices", "tables", "figures", "charts", "maps"),
    *("forms", "lists", "prose", "explorer", "embed", "print"),
)
"""What comes later wins of what says as much; paper wins of all."""


def styled(parts: Mapping[str, bytes]) -> bytes:
    """Return one stylesheet of all parts, without their comments and indents.

    Shape:  the parts by their name, such as "tokens.css".
    Errors: ValueError when a part has no place in the order, or a place has no part.
    """
    names = [f"{part}.css" for part in PARTS]
    if strangers := set(names) ^ set(parts):
        msg = f"{', '.join(sorted(strangers))} stands in theme/style or in PARTS, and not in both"
        raise ValueError(msg)
    return b"".join(bare(parts[name]) for name in names)
