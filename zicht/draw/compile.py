"""From Altair by way of Vega-Lite to Vega, once a build. Only the parent process imports this."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

import altair as alt
import vl_convert

from zicht.draw.kinds import KINDS, Kinds
from zicht.draw.specs import AUTHORS

_VEGA_LITE: Final = ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
_MODULES: Final = "https://cdn.jsdelivr.net/npm/"
"""Addresses of modules inside the wheel of vl-convert; nothing is fetched."""
_INTERPRETER: Final = "vega-interpreter@2.0.0"
_TAKEN: Final = "View", "parse", "SVGStringRenderer", "textMetrics", "Error"


def compiled() -> Kinds:
    """Return every kind: authored, compiled, and with the scripts that draw it."""
    lite = {kind: AUTHORS[kind]().to_dict() for kind in KINDS}
    return Kinds(
        lite={kind: _text(chart) for kind, chart in lite.items()},
        vega={kind: _text(_vega(chart)) for kind, chart in lite.items()},
        runtime=_runtime(),
        engine=files("zicht.draw").joinpath("engine.js").read_text("utf-8"),
    )


def _vega(chart: dict[str, object]) -> Mapping[str, object]:
    """Return a chart as Vega: on the paper of the page, not on white of its own."""
    specification: dict[str, object] = vl_convert.vegalite_to_vega(chart, vl_version=_VEGA_LITE)
    return {key: value for key, value in specification.items() if key != "background"}


def _text(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _runtime() -> str:
    """Return Vega and its interpreter as a script that makes one object, `zichtVega`.

    One bundle a module, each in a function of its own: several in one came out of vl-convert 1.9
    with mixed-up names, and a bundle leaks short names where it stands.
    """
    vega = f"vega@{vl_convert.get_vega_version()}"
    taken = ",".join(f"{name}:M.{name}" for name in _TAKEN)
    return "\n".join(
        (
            "globalThis.zichtVega={};",
            _bundle(vega, f"Object.assign(globalThis.zichtVega,{{{taken}}});"),
            _bundle(
                _INTERPRETER,
                "globalThis.zichtVega.expressionInterpreter=M.expressionInterpreter;",
            ),
            "",
        )
    )


def _bundle(module: str, statement: str) -> str:
    imported = f'import * as M from "{_MODULES}{module}/+esm";{statement}'
    return f"(function(){{{vl_convert.javascript_bundle(imported)}}})();"
