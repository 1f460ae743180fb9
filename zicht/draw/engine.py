"""Vega in an embedded V8: one view a kind is kept, charts go over in batches."""

import json
import weakref
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Final, Self

from py_mini_racer import MiniRacer

from zicht.draw.kinds import Kinds
from zicht.draw.svg import compact
from zicht.model.chart import Chart, Drawing

_BATCH: Final = 200
"""Charts that go over at once: enough to hide the crossing, few enough to stay small."""
_LACKING: Final = (
    "globalThis.structuredClone=(value)=>JSON.parse(JSON.stringify(value));"
    "globalThis.setInterval=()=>0;globalThis.clearInterval=()=>{};"
)
"""What Vega expects of a browser and this V8 does not have."""


class Engine:
    """Draws charts; the same rows give the same bytes, whatever was drawn before.

    Costs a tenth of a second to start, and 60 MB then and 180 MB after thousands: one a worker.
    Whoever forgets to close it is helped at the exit of Python, where V8 would otherwise now and
    then wait forever.
    """

    def __init__(self, kinds: Kinds) -> None:
        """Start V8 and teach it the kinds."""
        self._racer = MiniRacer()
        self._end = weakref.finalize(self, self._racer.close)
        for script in (_LACKING, kinds.runtime, kinds.engine):
            self._racer.eval(f"{script};0")
        learn = self._racer.eval("zichtEngine.learn")
        for kind, specification in kinds.vega.items():
            learn(kind, specification)
        self._draw = self._racer.eval("zichtEngine.draw")

    def draw(self, charts: Sequence[Chart]) -> list[Drawing]:
        """Return the charts, drawn, in their order."""
        return [
            Drawing(chart, compact(chart, svg))
            for start in range(0, len(charts), _BATCH)
            for chart, svg in self._drawn(charts[start : start + _BATCH])
        ]

    def _drawn(self, batch: Sequence[Chart]) -> Iterator[tuple[Chart, str]]:
        """Yield each chart of a batch with what Vega drew; a dataset they share goes over once."""
        sets: dict[str, int] = {}
        jobs = [
            [
                chart.kind,
                {name: sets.setdefault(rows, len(sets)) for name, rows in chart.datasets.items()},
            ]
            for chart in batch
        ]
        request = f'{{"sets":[{",".join(sets)}],"charts":{json.dumps(jobs)}}}'
        yield from zip(batch, json.loads(self._draw(request)), strict=True)

    def close(self) -> None:
        """Give the memory of V8 back. The engine cannot be used after."""
        self._end()

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.close()
