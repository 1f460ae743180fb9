"""The explanation: Markdown pages made into HTML by MkDocs, for our own shell to go around."""

import html
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page

from zicht.model.address import relative
from zicht.model.errors import BuildError, Problem
from zicht.model.prose import Prose, Text
from zicht.publish.filling import Vocabulary, fill

NOTHING: Vocabulary = {}
_ELSEWHERE = re.compile(r'(?:href|(src))="([A-Za-z][A-Za-z0-9+.-]*):[^"]*"')
_SCHEMES = frozenset({"http", "https", "mailto", "site"})
"""Where a link in a text may lead; a picture is always ours."""
_OF_SITE = re.compile(r'href="site:([^"]*)"')


def read_prose(
    source: Path, *, vocabulary: Vocabulary = NOTHING, texts: Sequence[Text] = ()
) -> list[Prose]:
    """Return every Markdown page under a folder, and of more texts, by address.

    Each is first filled with the words of the vocabulary. Links between the `.md` files become
    links between the pages, and "site:thema/drugs/" a link to that place in the site: relative.
    Errors: BuildError with every word and key that the vocabulary lacks; then with every link to
            a page or heading that is not there, and every file that is no Markdown.
    """
    config = _config(source)
    found = get_files(config)
    others = [file for file in found if not (file.is_documentation_page() or _is_table(file))]
    all_texts = [*(_text(file) for file in found.documentation_pages()), *texts]
    filled = fill(all_texts, vocabulary)
    told = {text.path: _titled(text, done) for text, done in zip(all_texts, filled, strict=True)}
    files = Files([_file(path, content, config) for path, content in told.items()])
    with _warnings() as said:
        pages = [_read(file, config, files) for file in files]
        for page in pages:
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
    origins = {text.path: text.origin for text in all_texts}
    away = [problem for page in pages for problem in _away(page, origins)]
    if problems := [*_foreign(others), *_broken(said, origins, source), *away]:
        raise BuildError(*problems)
    orders = {text.path: text.order for text in texts}
    return sorted((_prose(page, orders) for page in pages), key=lambda prose: prose.path)


def _is_table(file: File) -> bool:
    """Tell whether this is a table of words beside the texts, which `read` reads."""
    return str(file.src_uri).endswith(".toml")


def _text(file: File) -> Text:
    """Return a file of the folder as it stands there."""
    return Text(file.src_uri, str(file.abs_src_path), file.content_string)


def _file(path: str, content: str, config: MkDocsConfig) -> File:
    """Return a text as a file of the explanation: MkDocs reads no file itself."""
    file = File(path, None, config.site_dir, use_directory_urls=True)
    file.content_string = content
    return file


def _titled(text: Text, content: str) -> str:
    return f"# {text.title}\n\n{content}" if text.title else content


def _config(source: Path) -> MkDocsConfig:
    """Return the settings of MkDocs; nothing is read from a file, and nothing is written."""
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "uitleg",
            "docs_dir": str(source.resolve()),
            "site_dir": str(source.resolve().parent / "uitleg"),
            "plugins": [],
            "markdown_extensions": ["def_list", "zicht.publish.literal:Literal"],
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


def _prose(page: Page, orders: Mapping[str, int]) -> Prose:
    """Return what we keep of a page."""
    folder = f"uitleg/{page.file.dest_uri.removesuffix('index.html')}"
    content = _OF_SITE.sub(
        lambda link: f'href="{relative(html.unescape(link[1]), base=folder)}"', page.content or ""
    )
    return Prose(
        path=f"uitleg/{page.file.dest_uri}",
        title=html.unescape(str(page.title)),
        content=content,
        group=str(page.meta.get("group", "")),
        order=int(page.meta.get("order", orders.get(page.file.src_uri, 0))),
    )


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


def _broken(said: Sequence[str], origins: Mapping[str, str], source: Path) -> Iterator[Problem]:
    """Yield a problem for every warning; MkDocs names the file and the link in its sentence."""
    for warning in said:
        file = re.search(r"Doc file '([^']+)'", warning)
        yield Problem(
            what=warning,
            where=origins.get(file[1], str(source)) if file else str(source),
            todo="Correct the link, or write the page that it promises.",
        )


def _away(page: Page, origins: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for every link that is no way to a page, and every picture of others."""
    for found in _ELSEWHERE.finditer(page.content or ""):
        if found[1] or html.unescape(found[2]).lower() not in _SCHEMES:
            yield Problem(
                what=f"{html.unescape(found[0])} is no link to a page, and no picture of ours.",
                where=origins.get(page.file.src_uri, page.file.src_uri),
                todo="Write a link with https:, mailto: or site:.",
            )


def _foreign(others: Sequence[File]) -> Iterator[Problem]:
    """Yield a problem for every file that would not reach the site."""
    for file in others:
        yield Problem(
            what=f"{file.src_uri} is no Markdown, and would not reach the site.",
            where=str(file.abs_src_path),
            todo="Put files for pages in theme/, and only .md files here.",
        )
