"""Which actors could be placed in a community: those that stand in none, and those of them inside its outline."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from landsby.web.partnerships.access import Standing, actors_within
from landsby.web.partnerships.imports.outlines import Outlines
from landsby.web.partnerships.models import Actor, ActorQuerySet, Community, Right


def unplaced_near(standing: Standing, community: Community) -> ActorQuerySet:
    """The open actors of the community's municipality that stand in no community and that somebody may place."""
    unplaced = actors_within(standing, Right.MANAGE_PLACES).in_community(None)
    return unplaced.in_municipality(community.municipality_id).open_on(timezone.localdate())


def inside(community: Community, actors: Iterable[Actor]) -> list[Actor]:
    """The actors that lie within the community's outline; none when it has no outline."""
    if community.outline is None:
        return []
    outlines = Outlines([(community.pk, community.municipality_id, community.outline)])
    return [
        actor
        for actor in actors
        if actor.latitude is not None
        and actor.longitude is not None
        and outlines.around(community.municipality_id, actor.latitude, actor.longitude)
    ]
