"""Each kind of chart, authored once in Altair. Only the parent process imports this."""

from collections.abc import Callable, Mapping
from typing import Final

import altair as alt

from zicht.draw.specs.ages import ages
from zicht.draw.specs.bar import bar
from zicht.draw.specs.composition import composition
from zicht.draw.specs.dots import dots
from zicht.draw.specs.flow import flow
from zicht.draw.specs.line import line
from zicht.draw.specs.map import choropleth
from zicht.draw.specs.profile import profile
from zicht.draw.specs.spark import spark
from zicht.draw.specs.strip import strip
from zicht.draw.specs.tree import tree

AUTHORS: Final[Mapping[str, Callable[[], alt.LayerChart]]] = {
    "line": line,
    "spark": spark,
    "bar": bar,
    "strip": strip,
    "dots": dots,
    "map": choropleth,
    "tree": tree,
    "flow": flow,
    "profile": profile,
    "composition": composition,
    "ages": ages,
}
