"""A row of a layer of outlines, before it is known what lies inside what."""

from dataclasses import dataclass

import shapely


@dataclass(frozen=True, slots=True)
class Region:
    """A region on land; `parent` and `parent_name` are as delivered, "" where they are not."""

    code: str
    name: str
    parent: str
    parent_name: str
    shape: shapely.Geometry
