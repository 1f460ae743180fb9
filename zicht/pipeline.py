"""The program told in order: read, protect, shape, draw, render, publish."""

import multiprocessing
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from zicht import crew
from zicht.atlas import make_atlas
from zicht.demo import is_made, write_delivery
from zicht.draw import Kinds, browser_assets, icons
from zicht.kept import Answers, kept_kinds
from zicht.model.address import root_of
from zicht.model.area import NEDERLAND, Level
from zicht.model.atlas import Atlas
from zicht.model.errors import BuildError, Problem
from zicht.model.figure import SafeFigures
from zicht.model.flow import SafeFlow
from zicht.model.ledger import EMPTY
from zicht.model.page import OutputFile
from zicht.model.prose import Prose
from zicht.protect import Pattern, Protected, protect, protect_flow
from zicht.publish import (
    Entry,
    Folder,
    bare,
    doubtful_size,
    dropped_rules,
    hashed,
    hashed_modules,
    headers_files,
    imported,
    manifest,
    read_prose,
    release_feed,
    robots_txt,
    security_txt,
    sitemap,
    styled,
    tokens_of,
    write_beside,
)
from zicht.read import (
    Reading,
    read_aliases,
    read_delivery,
    read_dominance,
    read_frames,
    read_ledger,
)
from zicht.render import (
    Site,
    catalogue_files,
    gazetteer_json,
    make_environment,
    not_found_page,
    notice_of,
    openapi_file,
    prose_pages,
    reckon,
    render_page,
    report_files,
    theme_texts,
    vocabulary,
)

ROOT = Path(__file__).parent.parent
BASE_URL = "https://zicht-op-ondermijning.example/"
KEPT = ROOT / ".kept"
ALIASES = ROOT / "site_src" / "aliases.toml"
FRAMES = ROOT / "site_src" / "insluiten.toml"
BATCH = 16
START = "fork" if sys.platform == "linux" else "spawn"
"""Workers are forked before anything is read or any thread runs: they find all imports done."""


Say = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: a delivery, with which themes, into which folder, with how many workers.

    `rules` holds the secret parameters, `ledger` what earlier releases told; `report` is where the
    account for the release manager goes. None of the three is ever part of the site. `kept` is
    the folder of answers of protection that need not be searched again, and of compiled charts.
    `frames` names who may frame what is made to be framed; `expires` is the last day of
    security.txt, else a year less a day after the release.
    """

    data: Path
    out: Path
    themes: Path | None = None
    only: tuple[str, ...] = ()
    jobs: int = 1
    base_url: str = BASE_URL
    rules: Path | None = None
    ledger: Path | None = None
    report: Path | None = None
    kept: Path = KEPT
    frames: Path = FRAMES
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What was built, and what someone should look at."""

    pages: int
    charts: int
    files: int
    bytes: int
    doubts: tuple[Problem, ...]


def build(
    order: Order, *, say: Say, reading: Reading | None = None, pattern: Pattern | None = None
) -> Built:
    """Build the site of a delivery; the last site stands until the new one is whole.

    `say` hears the name of each stage, and how many of how many tasks are done. With a `reading`
    nothing is read, with a `pattern` that and nothing else is withheld.
    Errors: BuildError with every problem of the delivery, of its protection, or of the folder
            that is written.
    """
    with workers(order.jobs) as executor:
        say("read", 0, 0)
        asked = _asked(order)
        reading = read(order) if reading is None else reading
        compiling = executor.submit(kept_kinds, order.kept)
        say("protect", 0, 0)
        protected = protected_of(reading, order, executor, pattern=pattern)
        built = _build(order, reading, protected.figures, executor, compiling, say, asked)
        if order.report is not None:
            for file in _report(reading, protected, order):
                write_beside(order.report / file.path, file.content)
        doubts = (*reading.doubts, *protected.account.notes, *built.doubts)
        return replace(built, doubts=doubts)


@contextmanager
def workers(jobs: int) -> Iterator[Executor]:
    """Start workers, which find all imports done; call it before anything else runs."""
    context = multiprocessing.get_context(START)
    with ProcessPoolExecutor(jobs, context, crew.ignore_interrupt) as executor:
        executor.submit(int).result()  # only the first task starts them
        yield executor


def protected_of(
    reading: Reading, order: Order, executor: Executor, *, pattern: Pattern | None = None
) -> Protected:
    """Return the figures of a delivery after protection, with the account of it."""
    return protect(
        reading.figures,
        reading.themes,
        division=reading.division,
        dominance=None if order.rules is None else read_dominance(order.rules),
        ledger=EMPTY if order.ledger is None else read_ledger(order.ledger),
        pattern=pattern,
        spread=Answers(order.kept, executor),
    )


def safe_flows(reading: Reading) -> Mapping[str, SafeFlow]:
    """Return the flows of a delivery after protection; it takes a tenth of a second."""
    return {key: protect_flow(flow) for key, flow in reading.flows.items()}


def _report(reading: Reading, protected: Protected, order: Order) -> Iterator[OutputFile]:
    ledger = EMPTY if order.ledger is None else read_ledger(order.ledger)
    told = reckon(
        protected.account,
        protected.figures,
        reading.division,
        themes=reading.themes,
        release=reading.delivery.release,
        ledger=ledger,
    )
    return report_files(told, ROOT / "templates")


def _build(
    order: Order,
    reading: Reading,
    figures: SafeFigures,
    executor: Executor,
    compiling: Future[Kinds],
    say: Say,
    asked: Sequence[OutputFile],
) -> Built:
    say("shape", 0, 0)
    flows = safe_flows(reading)
    atlas, collections = make_atlas(reading, figures, executor.map, flows=flows)
    tasks = _tasks(atlas, order.only)
    say("compile", 0, 0)
    kinds = compiling.result()
    modules = _files(ROOT / "theme" / "modules", "**/*.js")
    style = _files(ROOT / "theme" / "style", "*.css")
    plain = {**_files(ROOT / "theme", "*.*"), "site.css": styled(style), **browser_assets(kinds)}
    assets = {**hashed_modules(modules), **{name: hashed(name, plain[name]) for name in plain}}
    site = replace(
        _site(atlas, {name: file.path for name, file in assets.items()}),
        base_url=root_of(order.base_url),
        imports={name: tuple(sorted(imported(name, modules))) for name in modules},
    )
    prose = prose_of(atlas)
    pages = tuple(prose_pages(atlas, prose, tokens=tokens_of(style["tokens.css"])))
    with Folder(order.out) as folder, TemporaryDirectory() as beside, _stopping(executor):
        kit = crew.Kit(atlas, site, kinds, ROOT / "templates", folder.place, pages)
        stored = crew.store(kit, Path(beside))
        making = [executor.submit(crew.make, stored, task) for task in tasks]
        single = [*assets.values(), *collections, *_common(site, order), *asked]
        single.append(gazetteer_json(atlas, prose, aliases=read_aliases(ALIASES)))
        done = [crew.Done(tuple(folder.write(file) for file in single), 0)]
        for count, future in enumerate(as_completed(making)):
            say("render", count, len(tasks))
            done.append(future.result())
        say("publish", 0, 0)
        entries = [entry for each in done for entry in each.entries]
        base = root_of(order.base_url)
        entries.append(folder.write(openapi_file(atlas.delivery, entries, base_url=base)))
        entries += [*map(folder.write, catalogue_files(atlas, entries, base_url=base))]
        entries += [folder.write(file) for file in _sitemap(entries, site, order.base_url)]
        told = folder.write(_manifest(entries, site, partial=bool(order.only)))
    return Built(
        sum(entry.path.endswith(".html") for entry in entries),
        sum(each.charts for each in done),
        len(entries) + 1,
        sum(entry.bytes for entry in (*entries, told)),
        tuple(doubtful_size([*entries, told])),
    )


@contextmanager
def _stopping(executor: Executor) -> Iterator[None]:
    """Let no worker write on when the build fails: its folder is about to be removed."""
    try:
        yield
    except BaseException:
        executor.shutdown(cancel_futures=True)
        raise


def _asked(order: Order) -> tuple[OutputFile, ...]:
    """Return what the site asks of its host.

    Errors: BuildError for a list of framers that cannot be one, and for what a host would drop.
    """
    files = headers_files(read_frames(order.frames))
    if problems := tuple(dropped_rules(files)):
        raise BuildError(*problems)
    return files


def read(order: Order) -> Reading:
    """Return the delivery; the embedded one is made first, and anew when its makers changed."""
    if order.data == ROOT / "data" and not is_made(order.data):
        write_delivery(order.data)
    return read_delivery(order.data, themes=order.themes)


def check(order: Order) -> tuple[Problem, ...]:
    """Return what someone should look at in a delivery; write nothing.

    Errors: BuildError with every problem that would stop a build.
    """
    with workers(order.jobs) as executor:
        reading = read(order)
        protected = protected_of(reading, order, executor)
        atlas, _ = make_atlas(reading, protected.figures, flows=safe_flows(reading))
        prose_of(atlas)
        read_aliases(ALIASES)
        _asked(order)
    return (*reading.doubts, *protected.account.notes)


def _tasks(atlas: Atlas, only: Sequence[str]) -> list[crew.Task]:
    """Return the tasks, the long ones first so that no worker ends long after the others."""
    division = atlas.division
    if unknown := [code for code in only if code not in division]:
        raise BuildError(
            Problem(
                f"{', '.join(unknown)} is no region of this delivery.",
                "--only",
                "Give the code of a gemeente or wijk of its division, such as GM0363.",
            )
        )
    wanted = {area.code for code in only for area in (*division.parents(code), division[code])}
    gemeenten = [
        area.code
        for area in division.of(Level.GEMEENTE)
        if not only or area.code in wanted - {NEDERLAND}
    ]
    wijken = [area.code for code in gemeenten for area in division.children(code)]
    tables = [("indicator", atlas.figures), ("stroom", atlas.flows), ("zoekgebied", atlas.search)]
    bulk = [crew.Task(kind, (key,)) for kind, keys in tables for key in keys]
    bulk += [crew.Task("bundle", (theme.key,)) for theme in atlas.themes]
    bulk = [] if only else [crew.Task("parquet"), crew.Task("words"), *bulk]
    country = [
        crew.Task("start"),
        crew.Task("explore"),
        crew.Task(crew.PROSE),
        crew.Task("choosers"),
        *(crew.Task("column", (key,)) for key in atlas.figures),
        *(crew.Task("thema", (theme.key,)) for theme in atlas.themes),
    ]
    if atlas.branches:
        country.append(crew.Task("branches"))
    if atlas.search:
        country.append(crew.Task("search"))
    return [
        *bulk,
        *country,
        *(crew.Task("branche", (code,)) for code in atlas.branches),
        *(crew.Task("gemeente", (code,)) for code in gemeenten),
        *(crew.Task("wijken", tuple(some)) for some in _batched(wijken)),
    ]


def _batched(codes: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the codes a handful at a time: few tasks, and none that keeps a worker long."""
    return (codes[start : start + BATCH] for start in range(0, len(codes), BATCH))


def _files(folder: Path, which: str) -> Mapping[str, bytes]:
    """Return the files in a folder by their path in it, scripts without comments."""
    read = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob(which)}
    scripts = {path: bare(told) for path, told in read.items() if path.endswith(".js")}
    return dict(sorted((read | scripts).items()))


def _site(atlas: Atlas, assets: Mapping[str, str]) -> Site:
    count = Counter(area.level for area in atlas.division.areas)
    words = {Level.GEMEENTE: "gemeenten", Level.WIJK: "wijken", Level.BUURT: "buurten"}
    levels = (f"{count[k]:,} {name}".replace(",", ".") for k, name in words.items() if count[k])
    return Site(atlas.delivery, atlas.themes, assets, tuple(levels), searched=bool(atlas.search))


def _common(site: Site, order: Order) -> Iterator[OutputFile]:
    """Yield what hosts and visitors of every site expect."""
    environment = make_environment(ROOT / "templates", site)
    path = urlsplit(order.base_url).path
    root = path if path.endswith("/") else f"{path}/"
    yield render_page(environment, not_found_page(), {}, name="404.html", root=root)
    for name, content in icons((ROOT / "theme" / "icon.svg").read_text()).items():
        yield OutputFile(name, content)
    yield _feed(site)
    yield robots_txt(order.base_url, fictional=site.delivery.fictional)
    yield security_txt(site.delivery.release, order.base_url, until=order.expires)
    script = (ROOT / "theme" / "host" / "zicht.js").read_bytes()
    yield OutputFile("embed/zicht.js", script)


def _feed(site: Site) -> OutputFile:
    """Return the feed of releases: this one, with what it has in one sentence."""
    *most, last = site.levels
    where = f"{', '.join(most)} en {last}" if most else last
    notice = notice_of(site.delivery)
    return release_feed(
        site.delivery.release,
        base_url=site.base_url,
        title=f"Uitgave van {site.release}",
        words=f"Cijfers over ondermijning van {where}.{f' {notice}' if notice else ''}",
        subjects=[theme.title for theme in site.themes],
    )


def prose_of(atlas: Atlas) -> list[Prose]:
    """Return the explanation: our own texts and those of the themes, filled from the themes.

    Errors: BuildError with every word, key and link in them that is not there.
    """
    texts = theme_texts(atlas.themes)
    return read_prose(ROOT / "site_src", vocabulary=vocabulary(atlas), texts=texts)


def _sitemap(entries: Sequence[Entry], site: Site, base_url: str) -> Iterator[OutputFile]:
    pages = sorted(entry.path for entry in entries if entry.path.endswith("index.html"))
    return sitemap(pages, base_url=base_url, release=site.delivery.release)


def _manifest(entries: Sequence[Entry], site: Site, *, partial: bool) -> OutputFile:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return manifest(
        entries,
        release=site.delivery.release,
        generator=f"zicht {project['version']}",
        fictional=site.delivery.fictional,
        partial=partial,
    )
