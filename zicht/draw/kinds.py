"""The kinds of chart, compiled: what a worker needs to draw and a browser to come alive."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

KINDS: Final = (
    "line",
    "spark",
    "bar",
    "strip",
    "dots",
    "map",
    "profile",
    "composition",
    "ages",
    "tree",
    "flow",
)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Every kind twice, as JSON text by name, and the script that draws them.

    lite     Vega-Lite, as authored in Altair: what a reader is offered
    vega     Vega, compiled from it: what is drawn, here and in the browser
    runtime  JavaScript: Vega and its interpreter as one object, `zichtVega`
    engine   JavaScript: keeps one view a kind and draws batches, in V8 only
    """

    lite: Mapping[str, str]
    vega: Mapping[str, str]
    runtime: str
    engine: str


def compile_kinds() -> Kinds:
    """Return every kind, compiled. Takes seconds, so one process does it for all."""
    from zicht.draw.compile import compiled  # noqa: PLC0415  # workers import us, and need no Altair

    return compiled()


def sources_of_kinds() -> bytes:
    """Return all that kinds are compiled from: our own sources, the versions of the compilers."""
    home = Path(__file__).parent
    sources = sorted(path for kind in ("*.py", "*.js") for path in home.rglob(kind))
    makers = (version(library).encode() for library in ("altair", "vl-convert-python"))
    return b"\0".join([*(path.read_bytes() for path in sources), *makers])
