"""What somebody who leaves has planned: activities and series that nobody has held yet."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import ngettext

from landsby.web.activities.access import planned_by, series_planned_by
from landsby.web.activities.actions import hand_over_planned
from landsby.web.activities.models import Activity, Series
from landsby.web.kit.dates import short_day
from landsby.web.partnerships.leaving import Belongings, leave_behind


def register() -> None:
    """Tell the room below what there is to hand over."""
    leave_behind(Belongings(of=planned_by, told=_activities, shown=_shown_activity, hand_over=hand_over_planned))
    leave_behind(Belongings(of=series_planned_by, told=_series, shown=_shown_series, hand_over=hand_over_planned))


def _activities(count: int) -> str:
    return ngettext("%(count)s planlagt aktivitet", "%(count)s planlagte aktiviteter", count) % {"count": count}


def _shown_activity(activity: Activity) -> tuple[str, str]:
    return f"{activity.title}, {short_day(activity.starts_on)}", reverse("activities:detail", args=[activity.pk])


def _series(count: int) -> str:
    return ngettext("%(count)s forløb, der er i gang", "%(count)s forløb, der er i gang", count) % {"count": count}


def _shown_series(series: Series) -> tuple[str, str]:
    return series.title, reverse("activities:series", args=[series.pk])
