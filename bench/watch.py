"""Seconds and peak memory of a program, stage by stage, over all its processes."""

import threading
import time
from collections.abc import Iterator

import psutil

PAUSE_S = 0.05
START = "start"


class Watch:
    """Samples the memory of this process and its children, by stage."""

    def __init__(self) -> None:
        """Start sampling in a thread."""
        self.stages: dict[str, list[float]] = {}
        self._stage, self._since, self._on = START, time.perf_counter(), True
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

    def table(self) -> Iterator[str]:
        """Yield a line for each stage, and one for the whole."""
        yield f"{'stage':<16}{'seconds':>9}{'peak MB':>9}"
        for stage, (seconds, megabytes) in self.stages.items():
            if stage != START:
                yield f"{stage:<16}{seconds:>9.1f}{megabytes:>9.0f}"
        took = sum(seconds for seconds, _ in self.stages.values())
        used = max(megabytes for _, megabytes in self.stages.values())
        yield f"{'whole':<16}{took:>9.1f}{used:>9.0f}"

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
