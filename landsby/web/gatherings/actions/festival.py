"""Putting a festival's programme together."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import transaction

from landsby.blueprint import ActivityKind
from landsby.web.accounts.models import User
from landsby.web.activities.actions import register_activity
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity
from landsby.web.gatherings.told import FestivalEvent
from landsby.web.partnerships.models import Community


@transaction.atomic
def build_festival(
    *, community: Community, kind: ActivityKind, events: Sequence[FestivalEvent], key: UUID, by: User
) -> list[Activity]:
    """Plan every event of a festival's programme in a community; all of them are stored, or none.

    Args:
        kind: a kind that belongs to a festival; its goals and tracks are those of the events.
        key: the form's own, so that sending it twice stores nothing twice.

    Raises:
        Blocked: when an event does not hold.
    """
    return [
        register_activity(
            programme=community.programme,
            details=_details(community, kind, event),
            client_key=uuid5(key, str(number)),
            by=by,
        )
        for number, event in enumerate(events)
    ]


def _details(community: Community, kind: ActivityKind, event: FestivalEvent) -> Details:
    return Details(
        kind=kind,
        title=event.title,
        starts_on=event.on,
        start_time=event.starts_at,
        end_time=event.ends_at,
        community=community,
        municipality=community.municipality,
        place=event.place,
        goals=kind.goals,
        tracks=kind.tracks,
        hosts=event.hosts,
    )
