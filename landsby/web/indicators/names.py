"""Indicators under their names of today."""

from __future__ import annotations

from landsby.blueprint.kinds import Indicator
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.indicators.rules import problem_of_indicator_gone
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme


def indicator_of_today(programme: Programme, indicator: str) -> Indicator:
    """The indicator under its name of today, while the programme's blueprint is held.

    Raises:
        Blocked: when the programme looks at it no longer.
    """
    blueprint = held_blueprint(programme)
    found = blueprint.indicators.get(NamesOfToday(programme, blueprint).of("indicators", indicator) or "")
    refuse_on_blockers([problem_of_indicator_gone()] if found is None else [])
    assert found is not None  # refused above
    return found
