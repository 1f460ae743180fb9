"""Everything that pages are made from: protected, shaped, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from zicht.model.area import Division
from zicht.model.branche import Branche, Tree
from zicht.model.figure import Figures, Notable, Peers, SafeSeries
from zicht.model.flow import FlowFigures
from zicht.model.search import Search
from zicht.model.theme import Delivery, Theme


@dataclass(frozen=True, slots=True)
class Atlas:
    """The whole delivery after protection and shaping. Workers get it once.

    figures     by key of the indicator, in the order of the themes
    context     by key: denominators and facts about regions
    peers       similar gemeenten, by code of a gemeente
    neighbours  codes of regions with a shared border, by code of a gemeente
    notable     what stands out, by code of a gemeente
    breaks      years from which the area of a gemeente is another, with the reason, by code
    flows       counts from gemeente to gemeente, by key
    shapes      GeoJSON geometry (WGS84) as text, by code of a gemeente, wijk or buurt
    branches    all branches of the SBI, by code, each before those inside it
    trees       the hierarchies of an indicator, by its key
    search      where signals meet, by key of their combination
    postcodes   those of four digits in a gemeente or wijk, by its code
    silhouettes where a gemeente lies, as a path in one square for all, by its code
    """

    delivery: Delivery
    themes: tuple[Theme, ...]
    division: Division
    figures: Mapping[str, Figures]
    context: Mapping[str, SafeSeries]
    peers: Mapping[str, Peers]
    neighbours: Mapping[str, tuple[str, ...]]
    notable: Mapping[str, tuple[Notable, ...]]
    breaks: Mapping[str, Mapping[int, str]]
    shapes: Mapping[str, str]
    branches: Mapping[str, Branche] = field(default_factory=dict)
    trees: Mapping[str, tuple[Tree, ...]] = field(default_factory=dict)
    flows: Mapping[str, FlowFigures] = field(default_factory=dict)
    search: Mapping[str, Search] = field(default_factory=dict)
    postcodes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    silhouettes: Mapping[str, str] = field(default_factory=dict)
