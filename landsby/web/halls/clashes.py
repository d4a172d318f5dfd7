"""Where a host is booked twice: at an opening, and somewhere else at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import time

from landsby.web.activities.models import Activity, Part
from landsby.web.halls.access import booked_elsewhere
from landsby.web.halls.models import Opening, Season

Clashes = Mapping[int, Mapping[int, Activity]]
"""By opening and by actor, as primary keys: what the actor is host of elsewhere at that time."""


def clashes_of(season: Season, openings: Sequence[Opening], actors: Iterable[int]) -> Clashes:
    """Which actors are hosts elsewhere while a season opens: two questions, however many openings."""
    if not openings:
        return {}
    keys = set(actors)
    days = [opening.activity.starts_on for opening in openings]
    by_day = defaultdict(list)
    for other in booked_elsewhere(season, keys, min(days), max(days)):
        by_day[other.starts_on].append(other)
    found: dict[int, dict[int, Activity]] = {opening.pk: {} for opening in openings}
    for opening in openings:
        for other in by_day[opening.activity.starts_on]:
            if are_at_once(opening.activity, other):
                hosts = (link.actor_id for link in other.involvements.all() if link.part == Part.HOST)
                found[opening.pk] |= {host: other for host in hosts if host in keys}
    return found


def are_at_once(one: Activity, other: Activity) -> bool:
    """Whether two activities of the same day are at the same time; one without times takes the whole day."""
    begin, end = one.start_time or time.min, one.end_time or time.max
    other_begin, other_end = other.start_time or time.min, other.end_time or time.max
    return begin < other_end and other_begin < end
