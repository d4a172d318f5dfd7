"""Where more is told of an actor than its own page tells."""

from __future__ import annotations

from landsby.web.kit.ways_on import WayOn, WaysOn
from landsby.web.partnerships.models import Actor

_ways: WaysOn[Actor] = WaysOn()
point_on, ways_on = _ways.point_on, _ways.of

__all__ = ["WayOn", "point_on", "ways_on"]
