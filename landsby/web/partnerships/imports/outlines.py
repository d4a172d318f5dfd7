"""Which communities a point lies in, by their outlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import shapely
from shapely.geometry import shape


class Outlines:
    """The outlines of some communities, prepared for many points.

    Args:
        outlines: (community, municipality, GeoJSON geometry in WGS 84), the first two as primary keys.
    """

    def __init__(self, outlines: Iterable[tuple[int, int, Mapping[str, Any]]]) -> None:
        self._areas: dict[int, list[tuple[int, Any]]] = defaultdict(list)
        for community, municipality, outline in outlines:
            area = shape(dict(outline))
            shapely.prepare(area)
            self._areas[municipality].append((community, area))

    def around(self, municipality: int, latitude: float, longitude: float) -> list[int]:
        """The communities of a municipality that a point lies in or on the edge of."""
        areas = self._areas.get(municipality, ())
        return [community for community, area in areas if shapely.intersects_xy(area, longitude, latitude)]
