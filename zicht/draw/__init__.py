"""Charts: rows in, SVG out; and the same rows for a browser.

Importing this imports no Altair and no vl-convert: only `compile_kinds` does, when called.
"""

from zicht.draw.ages import ages
from zicht.draw.ask import chart_of
from zicht.draw.assets import browser_assets
from zicht.draw.bar import bar
from zicht.draw.composition import composition
from zicht.draw.dots import dots
from zicht.draw.engine import Engine
from zicht.draw.flow import flow
from zicht.draw.icons import icons
from zicht.draw.kinds import KINDS, Kinds, compile_kinds, sources_of_kinds
from zicht.draw.line import line
from zicht.draw.map import choropleth, shapes_dataset
from zicht.draw.picture import picture
from zicht.draw.profile import profile
from zicht.draw.spark import spark
from zicht.draw.specification import page_specification
from zicht.draw.strip import strip
from zicht.draw.tree import tree

__all__ = [
    "KINDS",
    "Engine",
    "Kinds",
    "ages",
    "bar",
    "browser_assets",
    "chart_of",
    "choropleth",
    "compile_kinds",
    "composition",
    "dots",
    "flow",
    "icons",
    "line",
    "page_specification",
    "picture",
    "profile",
    "shapes_dataset",
    "sources_of_kinds",
    "spark",
    "strip",
    "tree",
]
