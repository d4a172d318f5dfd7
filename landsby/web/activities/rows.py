"""How what is told becomes rows, and which of it the audit keeps."""

from __future__ import annotations

from dataclasses import asdict
from hashlib import sha256
from typing import Any

from landsby.web.activities.counts import COUNTS
from landsby.web.activities.details import Details
from landsby.web.activities.models import (
    Activity,
    ActivityGoal,
    ActivityInitiative,
    ActivityTrack,
    Involvement,
    Part,
)

PLAIN = (
    "title",
    "starts_on",
    "ends_on",
    "start_time",
    "end_time",
    "status",
    "cancelled_because",
    "place",
    "hours",
    "notes",
)
TYPED = ("title", "cancelled_because", "place", "notes")
LINKED = ["programme", "series", "municipality", "community", "created_by"]
"""Foreign keys come from rows that were just read; asking for each again would only cost questions."""


def fill(activity: Activity, details: Details) -> None:
    """Copy what is told onto the row."""
    for name in PLAIN:
        setattr(activity, name, getattr(details, name))
    for group, count in asdict(details.attendance).items():
        setattr(activity, group, count)
    activity.kind, activity.kind_hash = details.kind_id, details.kind.content_hash
    activity.community = details.community
    activity.municipality = details.community.municipality if details.community else details.municipality
    activity.extra = dict(details.extra)


def link(activity: Activity, details: Details) -> None:
    """Write the parts, goals, tracks and initiatives: one insert each."""
    parts = {Part.HOST: details.hosts, Part.PARTICIPANT: details.participants, Part.FACILITATOR: details.facilitators}
    activity.involvements.bulk_create(
        Involvement(activity=activity, actor=actor, part=part)
        for part, actors in parts.items()
        for actor in dict.fromkeys(actors)
    )
    activity.goals.bulk_create(ActivityGoal(activity=activity, goal=goal) for goal in dict.fromkeys(details.goals))
    activity.tracks.bulk_create(
        ActivityTrack(activity=activity, track=track) for track in dict.fromkeys(details.tracks)
    )
    activity.initiatives.bulk_create(
        ActivityInitiative(activity=activity, initiative=one) for one in dict.fromkeys(details.initiatives)
    )


def audited(activity: Activity) -> dict[str, Any]:
    """The values whose changes the audit keeps: what was typed only as having been changed, never what it said."""
    values = {name: getattr(activity, name) for name in (*PLAIN, *COUNTS) if name not in TYPED}
    return {**values, **{name: _unread(getattr(activity, name)) for name in TYPED}}


def audited_links(activity: Activity) -> dict[str, str]:
    """Where an activity takes place, who has which part, and what it serves: five questions to the database."""
    links = list(activity.involvements.select_related("actor").order_by("pk"))
    parts = {part.value: ", ".join(link.actor.name for link in links if link.part == part) for part in Part}
    return {
        **parts,
        "community": str(activity.community or ""),
        "municipality": str(activity.municipality or ""),
        "goals": ", ".join(sorted(activity.goals.values_list("goal", flat=True))),
        "tracks": ", ".join(sorted(activity.tracks.values_list("track", flat=True))),
        "initiatives": ", ".join(sorted(activity.initiatives.values_list("initiative__title", flat=True))),
    }


def referred_by(activity: Activity) -> set[tuple[str, str]]:
    """The definitions that a stored activity refers to, by field and id: two questions to the database."""
    goals, tracks = activity.goals.values_list("goal", flat=True), activity.tracks.values_list("track", flat=True)
    return {("kind", activity.kind), *(("goals", id_) for id_ in goals), *(("tracks", id_) for id_ in tracks)}


def _unread(text: str) -> str:
    """A sign of a text by which a change is seen, and from which it cannot be read."""
    return f"…{sha256(text.encode()).hexdigest()[:6]}" if text else ""
