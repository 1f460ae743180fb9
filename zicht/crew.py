"""What a worker does: compose pages, have their charts drawn, write the files.

A worker reads everything once, from a file, and then hears only the name of its next task.
"""

import pickle
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from zicht.draw import Engine, Kinds, chart_of, page_specification
from zicht.model.atlas import Atlas
from zicht.model.chart import Chart, Drawing
from zicht.model.page import OutputFile, Page
from zicht.publish import Entry, write_file
from zicht.render import (
    Site,
    make_environment,
    notice_of,
    oembed_files,
    render_embed,
    render_page,
    with_card,
    with_dataset,
)
from zicht.works import FILES, PAGES

PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of the site that one worker makes whole: a kind of work and the keys it is about."""

    kind: str
    keys: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class Kit:
    """All that a worker needs, the same for each; `prose` are the pages of explanation."""

    atlas: Atlas
    site: Site
    kinds: Kinds
    templates: Path
    folder: Path
    prose: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a task: the files written, and how many charts they hold."""

    entries: tuple[Entry, ...]
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
        atlas, kind = self._kit.atlas, task.kind
        files = [file for key in task.keys for file in FILES.get(kind, _nothing)(atlas, key)]
        made = (page for key in task.keys for page in PAGES.get(kind, _nothing)(atlas, key))
        pages = [with_card(atlas, with_dataset(atlas, page)) for page in made]
        pages += self._kit.prose if kind == PROSE else ()
        files += self._told(pages)
        entries = tuple(write_file(self._kit.folder, file) for file in files)
        return Done(entries, sum(len(page.charts) for page in pages))

    def _told(self, pages: Sequence[Page]) -> Iterator[OutputFile]:
        """Yield each page and the data of its charts; all charts of a task are drawn at once."""
        charts = [[chart_of(ask) for ask in page.charts] for page in pages]
        drawn = iter(self._engine.draw([chart for each in charts for chart in each]))
        for page, own in zip(pages, charts, strict=True):
            drawings: dict[str, Drawing] = {chart.key: next(drawn) for chart in own}
            data = self._data(page, own) if own and not page.still else ""
            whole = render_page(self._environment, page, drawings, data=data)
            yield whole
            if page.framed:
                yield render_embed(self._environment, page, whole)
                yield from oembed_files(self._kit.site, page)
            if data and not page.inside:
                yield OutputFile(f"{page.folder}grafieken.json", data.encode())

    def _data(self, page: Page, charts: Sequence[Chart]) -> str:
        notice = notice_of(self._kit.atlas.delivery)
        return page_specification(charts, kinds=self._kit.kinds, title=page.title, notice=notice)


def _nothing(_atlas: Atlas, _key: str) -> tuple[()]:
    return ()


_standing: dict[Path, Worker] = {}


def ignore_interrupt() -> None:
    """Leave an interrupt to the parent, which tells the workers to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def store(kit: Kit, place: Path) -> Path:
    """Write the kit to a file from which any worker, on any executor, can take it."""
    path = place / "kit"
    path.write_bytes(pickle.dumps(kit))
    return path


def make(kit: Path, task: Task) -> Done:
    """Make a task in this process, which reads the kit when it first meets it."""
    if kit not in _standing:
        _standing[kit] = Worker(pickle.loads(kit.read_bytes()))  # noqa: S301  we wrote it
    return _standing[kit].make(task)
