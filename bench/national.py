"""Seconds and peak memory of each stage of a build, over all its processes.

    python -m bench.national [--data DIR] [--themes DIR] [--jobs N]

Builds into a temporary folder, looks for leaks in what was built, draws a sample of the charts
alone, and prints what each took; nothing is asserted.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.protection import print_changed, print_protection
from bench.watch import Watch
from bench.weights import print_weights
from zicht import pipeline
from zicht.atlas import make_atlas
from zicht.draw import Engine, chart_of, compile_kinds
from zicht.model.area import Level
from zicht.model.atlas import Atlas
from zicht.model.chart import Ask
from zicht.render import gemeente_page, gemeente_theme_page, wijk_page


def main() -> None:
    """Build once, draw a sample, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=pipeline.ROOT / "data")
    parser.add_argument("--themes", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "dist"
        report = Path(place) / "report"
        kept = Path(place) / "kept"
        order = pipeline.Order(
            given.data, out, given.themes, jobs=given.jobs, report=report, kept=kept
        )
        watch = Watch()
        built = pipeline.build(order, say=watch.say)
        watch.stop()
        _print(watch, built, out)
        print_protection(out, report, jobs=given.jobs)
        print_changed(order)
        _print_charts(order)  # after the build: workers are forked from a process without V8


def _print_charts(order: pipeline.Order) -> None:
    """Draw the charts of every twelfth gemeente, as a worker does, and print what each took."""
    with pipeline.workers(order.jobs) as executor:
        reading = pipeline.read(order)
        figures = pipeline.protected_of(reading, order, executor).figures
        atlas, _ = make_atlas(reading, figures, executor.map, flows=pipeline.safe_flows(reading))
    took: dict[str, list[float]] = {}
    with Engine(compile_kinds()) as engine:
        for area in atlas.division.of(Level.GEMEENTE)[::12]:
            asks: dict[str, list[Ask]] = {}
            for ask in _asks(atlas, area.code):
                asks.setdefault(type(ask).__name__.lower(), []).append(ask)
            for kind, some in asks.items():
                since = time.perf_counter()
                charts = [chart_of(ask) for ask in some]
                between = time.perf_counter()
                engine.draw(charts)
                told = took.setdefault(kind, [0.0, 0.0, 0.0])
                told[0] += len(some)
                told[1] += between - since
                told[2] += time.perf_counter() - between
    print(f"\n{'chart':<12}{'number':>9}{'rows ms':>9}{'draw ms':>9}")
    took["all"] = [sum(column) for column in zip(*took.values(), strict=True)]
    for kind, (count, rows, drawn) in took.items():
        print(f"{kind:<12}{count:>9,.0f}{1e3 * rows / count:>9.2f}{1e3 * drawn / count:>9.2f}")


def _asks(atlas: Atlas, code: str) -> Iterator[Ask]:
    """Yield every chart on the pages of a gemeente and its wijken."""
    themes = (gemeente_theme_page(atlas, code, theme) for theme in atlas.themes)
    wijken = (wijk_page(atlas, area.code) for area in atlas.division.children(code))
    for page in (gemeente_page(atlas, code), *themes, *wijken):
        if page is not None:
            yield from page.charts


def _print(watch: Watch, built: pipeline.Built, out: Path) -> None:
    print(*watch.table(), sep="\n")
    render = watch.stages["render"][0]
    print(f"\n{built.pages:,} pages, {built.charts:,} charts, {built.files:,} files")
    print(f"{built.bytes / 1e6:,.0f} MB; {built.pages / render:,.0f} pages a second of render")
    print_weights(out)


if __name__ == "__main__":
    main()
