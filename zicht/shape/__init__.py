"""From protected figures and outlines to what a page tells: comparison, rank, trend, map."""

from zicht.shape.branches import branches_of, trees_of
from zicht.shape.figures import shape_figures
from zicht.shape.flow import shape_flow
from zicht.shape.geojson import feature_collection
from zicht.shape.level import ShapedLevel, shape_level
from zicht.shape.notable import find_notable
from zicht.shape.peers import find_peers
from zicht.shape.points import inner_points
from zicht.shape.search import search
from zicht.shape.silhouettes import silhouettes
from zicht.shape.trend import border_breaks

__all__ = [
    "ShapedLevel",
    "border_breaks",
    "branches_of",
    "feature_collection",
    "find_notable",
    "find_peers",
    "inner_points",
    "search",
    "shape_figures",
    "shape_flow",
    "shape_level",
    "silhouettes",
    "trees_of",
]
