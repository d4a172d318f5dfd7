"""What has been measured, for whoever wants the latest of several indicators."""

from __future__ import annotations

from collections.abc import Sequence

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.access import areas_of, cells_of, hiding_in
from landsby.web.indicators.lines import Lines
from landsby.web.partnerships.access import Standing


def measured_by(standing: Standing, indicators: Sequence[Indicator]) -> dict[str, Lines]:
    """Several indicators of the programme's own places as somebody sees them, by id: a fixed number of queries."""
    programme, areas = standing.programme, areas_of(standing)
    cells = cells_of(programme, [one.id for one in indicators], own=areas.all_own)
    hiding = hiding_in(programme, indicators)
    return {
        one.id: Lines(one, cells.get(one.id, ()), areas, programme.starts_on, hiding.get(one.id)) for one in indicators
    }
