"""What a worker does: compose pages, have their charts drawn, write the files.

A worker gets everything once, when it starts, and then only the name of its next task.
"""

import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from zicht.draw import Engine, Kinds, chart_of, page_specification
from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Drawing
from zicht.model.page import OutputFile, Page
from zicht.publish import Entry, write_file
from zicht.render import (
    Site,
    all_parquet,
    gemeente_json,
    gemeente_page,
    gemeente_theme_page,
    gemeenten_page,
    indicator_csv,
    indicator_page,
    make_environment,
    notice_of,
    render_page,
    start_page,
    theme_page,
    wijk_page,
)


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of the site that one worker makes whole: a kind of work and the key it is about."""

    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Kit:
    """All that a worker needs, the same for each."""

    atlas: Atlas
    site: Site
    kinds: Kinds
    templates: Path
    folder: Path


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: the files written, and how many pages and charts they hold."""

    entries: tuple[Entry, ...]
    pages: int
    charts: int


class Worker:
    """Makes tasks; keeps one engine and one set of compiled templates."""

    def __init__(self, kit: Kit) -> None:
        """Start the engine."""
        self._kit = kit
        self._engine = Engine(kit.kinds)
        self._environment = make_environment(kit.templates, kit.site)

    def make(self, task: Task) -> Done:
        """Make every file of a task and write it."""
        atlas = self._kit.atlas
        files: list[OutputFile] = []
        match task.kind:
            case "csv":
                files.append(indicator_csv(atlas, atlas.figures[task.key]))
            case "parquet":
                files.append(all_parquet(atlas))
            case "gemeente":
                files.append(gemeente_json(atlas, task.key))
        pages = tuple(self._pages(task))
        files += self._told(pages)
        entries = tuple(write_file(self._kit.folder, file) for file in files)
        return Done(entries, len(pages), sum(len(page.charts) for page in pages))

    def _pages(self, task: Task) -> Iterator[Page]:
        atlas = self._kit.atlas
        match task.kind:
            case "start":
                yield start_page(atlas)
                yield gemeenten_page(atlas)
            case "thema":
                theme = next(theme for theme in atlas.themes if theme.key == task.key)
                yield theme_page(atlas, theme)
                for indicator in theme.indicators:
                    yield indicator_page(atlas, atlas.figures[indicator.key], theme)
            case "gemeente":
                yield from self._pages_of_gemeente(task.key)

    def _pages_of_gemeente(self, code: str) -> Iterator[Page]:
        atlas = self._kit.atlas
        yield gemeente_page(atlas, code)
        for theme in atlas.themes:
            page = gemeente_theme_page(atlas, code, theme)
            if page is not None:
                yield page
        for area in atlas.division.children(code):
            if area.level is Level.WIJK:
                yield wijk_page(atlas, area.code)

    def _told(self, pages: Sequence[Page]) -> Iterator[OutputFile]:
        """Yield each page and the file of its charts; all charts of a task are drawn at once."""
        charts = [[chart_of(ask) for ask in page.charts] for page in pages]
        drawn = iter(self._engine.draw([chart for each in charts for chart in each]))
        for page, own in zip(pages, charts, strict=True):
            drawings: dict[str, Drawing] = {chart.key: next(drawn) for chart in own}
            yield render_page(self._environment, page, drawings)
            if own:
                title = str(page.told.get("title", "Zicht op Ondermijning"))
                notice = notice_of(self._kit.atlas.delivery)
                text = page_specification(own, kinds=self._kit.kinds, title=title, notice=notice)
                yield OutputFile(f"{page.folder}grafieken.json", text.encode())


_worker: list[Worker] = []


def start_worker(kit: Kit) -> None:
    """Make this process a worker. An interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker[:] = [Worker(kit)]


def make(task: Task) -> Done:
    """Make a task in this process, which `start_worker` prepared."""
    return _worker[0].make(task)
