"""What may be seen without a sign-in: in the demo alone, what a family of the invented programme would see."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import Http404

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.partnerships.models import Actor, ActorQuerySet, Community, CommunityQuerySet, Programme


def open_programme() -> Programme:
    """The invented programme of the demo.

    Raises:
        Http404: outside the demo; what a real programme shows to everybody is for it to decide.
    """
    programme = Programme.objects.invented().first() if settings.DEMO else None
    if programme is None:
        raise Http404
    return programme


def open_kinds(blueprint: Blueprint) -> list[ActivityKind]:
    """The kinds of activity that any family may walk into: those that count who came for the first time."""
    return [kind for kind in blueprint.activity_kinds.values() if "new_families" in kind.counts]


def open_activities(programme: Programme, blueprint: Blueprint) -> ActivityQuerySet:
    """The activities of those kinds."""
    return Activity.objects.of(programme).of_kinds(kind.id for kind in open_kinds(blueprint))


def open_communities(programme: Programme, today: date) -> CommunityQuerySet:
    """The communities that a family may choose among."""
    return Community.objects.of(programme).open_on(today)


def open_actors(community: Community, today: date) -> ActorQuerySet:
    """The institutions and associations of a community, by name; who works there is nobody's business here."""
    return Actor.objects.of(community.programme).whole().open_on(today).in_community(community.pk).in_reading_order()
