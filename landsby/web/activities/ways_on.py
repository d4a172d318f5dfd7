"""Where more is told of an activity than its own page tells."""

from __future__ import annotations

from landsby.web.activities.models import Activity
from landsby.web.kit.ways_on import WayOn, WaysOn

_ways: WaysOn[Activity] = WaysOn()
point_on, ways_on = _ways.point_on, _ways.of

__all__ = ["WayOn", "point_on", "ways_on"]
