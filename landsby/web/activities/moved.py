"""What one registration moved in the programme's picture."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.blueprint import Blueprint
from landsby.web.activities.models import Activity, ActivityQuerySet, Part
from landsby.web.activities.presenters import title_of
from landsby.web.kit.periods import HalfYear


@dataclass(frozen=True)
class Moved:
    """One number that the activity is now part of, and the filter that gives its records."""

    name: str
    count: int
    filter: str


def what_moved(activity: Activity, seen: ActivityQuerySet, blueprint: Blueprint) -> list[Moved]:
    """This half-year's held activities of the host, in the community, and for each goal it serves.

    Args:
        seen: the activities that the reader may see; only those are counted.
    """
    half = HalfYear.of(activity.starts_on)
    held = seen.held().in_half_year(half)
    base = f"status=held&half_year={half.number}"
    host = next((link.actor for link in activity.involvements.all() if link.part == Part.HOST), None)
    moved = []
    if host is not None:
        moved.append(Moved(host.name, held.involving(host.pk).count(), f"{base}&actor={host.pk}"))
    here = held
    if activity.community is not None:
        here, base = held.in_community(activity.community.pk), f"{base}&community={activity.community.pk}"
        moved.append(Moved(activity.community.name, here.count(), base))
    for link in activity.goals.all():
        title = title_of(blueprint.goals, link.goal)
        moved.append(Moved(title, here.serving(link.goal).count(), f"{base}&goal={link.goal}"))
    return moved
