"""The explanation: Markdown pages made into HTML by MkDocs, for our own shell to go around."""

import html
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page

from zicht.model.errors import BuildError, Problem


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of explanation: `path` is "uitleg/.../index.html", `content` the HTML of its body.

    `title` is plain text.
    """

    path: str
    title: str
    content: str


def read_prose(source: Path) -> list[Prose]:
    """Return every Markdown page under a folder, by address.

    Links between the `.md` files become links between the pages, relative.
    Errors: BuildError with every link to a page or heading that is not there, and every file
    that is no Markdown.
    """
    config = _config(source)
    files = get_files(config)
    others = [file for file in files if not file.is_documentation_page()]
    with _warnings() as said:
        pages = [_read(file, config, files) for file in files.documentation_pages()]
        for page in pages:
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
    if problems := [*_foreign(others), *_broken(said, source)]:
        raise BuildError(*problems)
    return sorted((_prose(page) for page in pages), key=lambda prose: prose.path)


def _config(source: Path) -> MkDocsConfig:
    """Return the settings of MkDocs; nothing is read from a file, and nothing is written."""
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "uitleg",
            "docs_dir": str(source.resolve()),
            "site_dir": str(source.resolve().parent / "uitleg"),
            "plugins": [],
            "use_directory_urls": True,
            "validation": {"links": {"absolute_links": "warn", "anchors": "warn"}},
        }
    )
    errors, warnings = config.validate()
    if errors or warnings:
        todo = "Give the folder of the explanation: site_src/."
        raise BuildError(Problem(f"No prose: {[*errors, *warnings]}.", str(source), todo))
    return config


def _read(file: File, config: MkDocsConfig, files: Files) -> Page:
    """Return a page with its Markdown made into HTML."""
    page = Page(None, file, config)
    file.page = page
    page.read_source(config)
    page.render(config, files)
    return page


def _prose(page: Page) -> Prose:
    """Return what we keep of a page."""
    path = f"uitleg/{page.file.dest_uri}"
    return Prose(path, html.unescape(str(page.title)), page.content or "")


class _Listener(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning."""
        self.said.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Give the list in which MkDocs' warnings gather; nothing is printed."""
    logger, listener = logging.getLogger("mkdocs"), _Listener()
    aloud, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield listener.said
    finally:
        logger.removeHandler(listener)
        logger.propagate = aloud


def _broken(said: Sequence[str], source: Path) -> Iterator[Problem]:
    """Yield a problem for every warning; MkDocs names the file and the link in its sentence."""
    for warning in said:
        file = re.search(r"Doc file '([^']+)'", warning)
        yield Problem(
            what=warning,
            where=str(source / file[1]) if file else str(source),
            todo="Correct the link, or write the page that it promises.",
        )


def _foreign(others: Sequence[File]) -> Iterator[Problem]:
    """Yield a problem for every file that would not reach the site."""
    for file in others:
        yield Problem(
            what=f"{file.src_uri} is no Markdown, and would not reach the site.",
            where=str(file.abs_src_path),
            todo="Put files for pages in theme/, and only .md files here.",
        )
