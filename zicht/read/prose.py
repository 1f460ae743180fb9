"""The page of prose beside a theme: Markdown, in a file with the name of its TOML file."""

import re
from collections.abc import Iterable
from pathlib import Path

from zicht.model.errors import Problem
from zicht.model.prose import Text
from zicht.model.theme import Theme
from zicht.read.findings import Finding
from zicht.read.unfit import why_unfit

_HEADING = re.compile(r"#\s")


def read_text(path: Path, theme: Theme) -> Finding[Text]:
    """Return the prose of the theme in the file `path`: "drugs.md" beside "drugs.toml".

    Errors: Problems for a file that is no UTF-8 and for a heading of the first level, which is
            the title of the theme; a doubt where there is no prose: then the text is empty.
    """
    place = path.with_suffix(".md")
    content = ""
    if not place.is_file():
        yield Problem(
            what=f"The theme {theme.title} has no prose: its page of method tells only what the "
            "theme file says.",
            where=str(place),
            todo="Write what a reader must know of the theme as a whole.",
            blocks=False,
        )
    else:
        try:
            content = place.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            yield Problem(
                what=f"{place.name} cannot be read: it is not UTF-8 (byte {error.start:,}).",
                where=str(place),
                todo="Save it as UTF-8.",
            )
    for line, text in enumerate(content.splitlines(), start=1):
        if why := why_unfit(text, table=False):
            yield Problem(f"The text {why}.", f"{place}, line {line}", "Take that sign out.")
        if _HEADING.match(text):
            yield Problem(
                what="The title of a theme is the only heading of the first level.",
                where=f"{place}, line {line}",
                todo='Begin headings with "##".',
            )
    path_of_page = f"methode/{theme.key}.md"
    return Text(path_of_page, str(place), content, theme.title, theme.order)


def strays(folder: Path, paths: Iterable[Path]) -> Finding[None]:
    """Doubt every Markdown file in the folder of the themes that is the prose of none."""
    used = {path.with_suffix(".md") for path in paths}
    for place in sorted(folder.glob("*.md")):
        if place not in used:
            yield Problem(
                what=f"{place.name} is the prose of no theme, and is not shown.",
                where=str(place),
                todo="Give it the name of a theme's file, or move it elsewhere.",
                blocks=False,
            )
