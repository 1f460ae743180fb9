"""Seconds and peak memory of each stage of a build, over all its processes.

    python tools/bench.py [--data DIR] [--themes DIR] [--jobs N]

Builds into a temporary folder and prints a table; nothing is asserted.
"""

import argparse
import os
import tempfile
import threading
import time
from pathlib import Path

import brotli
import psutil

from zicht import pipeline

PAUSE_S = 0.05
PAGES = (
    "index.html",
    "gemeente/gm0363-amsterdam/index.html",
    "gemeente/gm0363-amsterdam/*/index.html",
    "gemeente/gm0088-schiermonnikoog/index.html",
    "wijk/wk0363*/index.html",
    "thema/*/index.html",
    "thema/*/*/index.html",
    "assets/site.*.js",
    "assets/charts.*.js",
    "assets/vega.*.js",
    "assets/site.*.css",
)


class Watch:
    """Samples the memory of this process and its children, by stage."""

    def __init__(self) -> None:
        """Start sampling in a thread."""
        self.stages: dict[str, list[float]] = {}
        self._stage, self._since, self._on = "start", time.perf_counter(), True
        threading.Thread(target=self._sample, daemon=True).start()

    def say(self, stage: str, _done: int, _total: int) -> None:
        """Note that a stage began."""
        if stage != self._stage:
            self._close()
            self._stage = stage

    def stop(self) -> None:
        """Close the last stage."""
        self._close()
        self._on = False

    def _close(self) -> None:
        now = time.perf_counter()
        self.stages.setdefault(self._stage, [0.0, 0.0])[0] += now - self._since
        self._since = now

    def _sample(self) -> None:
        me = psutil.Process()
        while self._on:
            used = 0
            for process in (me, *me.children(recursive=True)):
                try:
                    used += process.memory_full_info().pss
                except psutil.Error:
                    continue
            entry = self.stages.setdefault(self._stage, [0.0, 0.0])
            entry[1] = max(entry[1], used / 1e6)
            time.sleep(PAUSE_S)


def main() -> None:
    """Build once and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=pipeline.ROOT / "data")
    parser.add_argument("--themes", type=Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "dist"
        order = pipeline.Order(given.data, out, given.themes, jobs=given.jobs)
        watch = Watch()
        built = pipeline.build(order, say=watch.say)
        watch.stop()
        _print(watch, built, out)


def _print(watch: Watch, built: pipeline.Built, out: Path) -> None:
    print(f"{'stage':<12}{'seconds':>9}{'peak MB':>9}")
    for stage, (seconds, megabytes) in watch.stages.items():
        print(f"{stage:<12}{seconds:>9.1f}{megabytes:>9.0f}")
    seconds = sum(took for took, _ in watch.stages.values())
    print(f"{'whole':<12}{seconds:>9.1f}{max(mb for _, mb in watch.stages.values()):>9.0f}")
    render = watch.stages["render"][0]
    print(f"\n{built.pages:,} pages, {built.charts:,} charts, {built.files:,} files")
    print(f"{built.bytes / 1e6:,.0f} MB; {built.pages / render:,.0f} pages a second of render")
    print(f"\n{'page':<64}{'raw kB':>8}{'br kB':>8}")
    for pattern in PAGES:
        for path in sorted(out.glob(pattern))[:3]:
            raw = path.read_bytes()
            small = len(brotli.compress(raw, quality=9)) / 1e3
            print(f"{path.relative_to(out)!s:<64}{len(raw) / 1e3:>8.1f}{small:>8.1f}")


if __name__ == "__main__":
    main()
