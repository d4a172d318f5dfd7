"""What may be seen without a sign-in: in the demo alone, what a family of the invented programme would see."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404

from landsby.blueprint import Blueprint
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.partnerships.models import Programme


def open_programme() -> Programme:
    """The invented programme of the demo.

    Raises:
        Http404: outside the demo; what a real programme shows to everybody is for it to decide.
    """
    programme = Programme.objects.invented().first() if settings.DEMO else None
    if programme is None:
        raise Http404
    return programme


def open_activities(programme: Programme, blueprint: Blueprint) -> ActivityQuerySet:
    """The activities that any family may walk into: those of kinds that count who came for the first time."""
    kinds = [kind.id for kind in blueprint.activity_kinds.values() if "new_families" in kind.counts]
    return Activity.objects.of(programme).of_kinds(kinds)
