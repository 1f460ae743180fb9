"""Explanation: a text as somebody wrote it, and the page that is made of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown with words to fill in, before it is a page.

    `path` is its place in the explanation ("methode/drugs.md"), `origin` the file where it stands.
    A `title` becomes the heading of the page; without, the text has its own. `order` is its place
    among the pages of its folder.
    """

    path: str
    origin: str
    content: str
    title: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of explanation: `path` is "uitleg/.../index.html", `content` the HTML of its body.

    `title` is plain text. A page with a `group` stands under that heading in the list of all
    pages, by `order`; one without is found from the page of its folder.
    """

    path: str
    title: str
    content: str
    group: str = ""
    order: int = 0

    @property
    def folder(self) -> str:
        """Return the folder of the page: "uitleg/lezen/"."""
        return self.path.removesuffix("index.html")
