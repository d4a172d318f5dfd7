"""What somebody who leaves has planned: activities and series that nobody has held yet."""

from __future__ import annotations

from django.utils.translation import ngettext

from landsby.web.activities.access import planned_by, series_planned_by
from landsby.web.activities.actions import hand_over_planned
from landsby.web.partnerships.leaving import Belongings, leave_behind


def register() -> None:
    """Tell the room below what there is to hand over."""
    leave_behind(Belongings(of=planned_by, told=_activities, hand_over=hand_over_planned))
    leave_behind(Belongings(of=series_planned_by, told=_series, hand_over=hand_over_planned))


def _activities(count: int) -> str:
    return ngettext("%(count)s planlagt aktivitet", "%(count)s planlagte aktiviteter", count) % {"count": count}


def _series(count: int) -> str:
    return ngettext("%(count)s forløb, der er i gang", "%(count)s forløb, der er i gang", count) % {"count": count}
