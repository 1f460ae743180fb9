"""From protected figures and outlines to what a page tells: comparison, rank, trend, map."""

from zicht.shape.coverage import clean_coverage
from zicht.shape.figures import shape_figures
from zicht.shape.geojson import feature_collection, geojson_geometries
from zicht.shape.neighbours import neighbours
from zicht.shape.notable import find_notable
from zicht.shape.outlines import simplify_coverage
from zicht.shape.peers import find_peers
from zicht.shape.trend import border_breaks

__all__ = [
    "border_breaks",
    "clean_coverage",
    "feature_collection",
    "find_notable",
    "find_peers",
    "geojson_geometries",
    "neighbours",
    "shape_figures",
    "simplify_coverage",
]
