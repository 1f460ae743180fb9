"""The pages of explanation: their list, the way back, and what each theme adds by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from zicht.model.address import embed_folder, indicator_folder, theme_folder
from zicht.model.atlas import Atlas
from zicht.model.page import Page
from zicht.model.prose import Prose, Text
from zicht.model.theme import Theme
from zicht.model.token import Token
from zicht.render.design import FOLDER as DESIGN
from zicht.render.design import design_of
from zicht.render.method import method_folder, methods_of

ENGLISH = "uitleg/decisions/"
FRAMING = "uitleg/insluiten/"
"""The page on which a reader makes the code to frame another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the list of all explanation: with the pages in its folder when one is looked at."""

    page: Prose
    inner: tuple[Prose, ...]


def theme_texts(themes: Sequence[Theme]) -> list[Text]:
    """Return the prose of each theme; an empty one for a theme of which nobody wrote."""
    return [
        theme.prose or Text(f"methode/{theme.key}.md", theme.key, "", theme.title, theme.order)
        for theme in themes
    ]


def prose_pages(
    atlas: Atlas, proses: Sequence[Prose], *, tokens: Sequence[Token] = ()
) -> Iterator[Page]:
    """Yield the page of each prose, with the list of all.

    Themes add how they are made; the page of the design shows every part, and the `tokens`.
    """
    themes = {method_folder(theme.key): theme for theme in atlas.themes}
    for prose in proses:
        told: dict[str, object] = {
            "content": prose.content,
            "english": prose.folder.startswith(ENGLISH),
            "around": _around(prose, proses),
            "groups": _groups(prose, proses),
        }
        theme = themes.get(prose.folder)
        if theme is not None:
            told |= {"theme": theme, "methods": tuple(methods_of(atlas, theme))}
        if prose.folder == DESIGN:
            shown, charts = design_of(atlas, tokens)
            yield Page(prose.folder, "ontwerp.html", prose.title, told | shown, charts, still=True)
        elif prose.folder == FRAMING:
            told |= {"examples": tuple(_examples(atlas)), "modules": ("framing.js",)}
            yield Page(prose.folder, "insluiten.html", prose.title, told)
        else:
            template = "uitleg.html" if theme is None else "methode.html"
            yield Page(prose.folder, template, prose.title, told)


def _examples(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    """Yield pages to frame: what each is, its path and its title; a reader fills in regions."""
    yield "Een gemeente", f"{embed_folder('gemeente/')}code-naam/", "Cijfers van naam"
    yield "Een wijk", f"{embed_folder('wijk/')}code-naam/", "Cijfers van naam"
    for theme in atlas.themes[:1]:
        yield "Een thema in heel Nederland", embed_folder(theme_folder(theme.key)), theme.title
        for one in theme.indicators[:1]:
            folder = embed_folder(indicator_folder(theme.key, one.key))
            yield "Een onderwerp in heel Nederland", folder, one.title


def _around(here: Prose, proses: Sequence[Prose]) -> tuple[Prose, ...]:
    """Return the pages of the folders around a page, the widest first."""
    return tuple(
        prose for prose in proses if prose is not here and here.folder.startswith(prose.folder)
    )


def _groups(here: Prose, proses: Sequence[Prose]) -> list[tuple[str, list[Entry]]]:
    """Return the list of all explanation: headings, and the pages under each."""
    listed = sorted((prose for prose in proses if prose.group), key=lambda prose: prose.order)
    return [
        (group, [Entry(page, _inner(page, here, proses)) for page in pages])
        for group, pages in groupby(listed, key=lambda prose: prose.group)
    ]


def _inner(page: Prose, here: Prose, proses: Sequence[Prose]) -> tuple[Prose, ...]:
    """Return the pages in the folder of a page, where one of them is looked at."""
    if page.group == "" or not _within(here, page) or page.folder == "uitleg/":
        return ()
    inner = (prose for prose in proses if _within(prose, page) and prose is not page)
    return tuple(sorted(inner, key=lambda prose: (prose.order, prose.path)))


def _within(prose: Prose, around: Prose) -> bool:
    return prose.folder.startswith(around.folder)
