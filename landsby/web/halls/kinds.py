"""Which kinds of activity open through a season with hosts in turn."""

from __future__ import annotations

from datetime import date

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.kinds import kinds_on
from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.models import Programme


def rota_kinds_on(blueprint: Blueprint, day: date) -> list[ActivityKind]:
    """The kinds in use on a day whose openings follow a rota."""
    return [kind for kind in kinds_on(blueprint, day) if kind.rota and kind.form == "single"]


def has_rotas(programme: Programme) -> bool:
    """Whether a programme has any such kind, in use or not."""
    return any(kind.rota for kind in blueprint_of(programme).activity_kinds.values())
