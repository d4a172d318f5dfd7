"""What an import of a calendar would do, worked out before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.access import imported_before
from landsby.web.activities.details import Details
from landsby.web.activities.ical.remarks import Remark
from landsby.web.activities.ical.times import Time
from landsby.web.activities.models import Activity, CalendarDraft
from landsby.web.activities.rules import problems_of_details
from landsby.web.kit.dates import clock, short_day
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing

TAKEN_OVER = ("title", "place", "starts_on", "ends_on", "start_time", "end_time")
"""What a calendar says about an activity that is planned already."""


@dataclass(frozen=True)
class NewActivity:
    """A time that becomes an activity."""

    time: Time
    details: Details


@dataclass(frozen=True)
class ChangedActivity:
    """An activity that the calendar tells otherwise than before.

    Attributes:
        values: what is told otherwise, by field.
        is_cancelled: whether the calendar has cancelled it.
    """

    activity: Activity
    line: int
    values: dict[str, Any]
    is_cancelled: bool

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """For people: each field's name, what it was, and what it becomes."""
        return [
            (str(capfirst(_field_name(name))), _said(getattr(self.activity, name)), _said(value))
            for name, value in self.values.items()
        ]


@dataclass
class CalendarPlan:
    """What would happen.

    Attributes:
        kind: what the times become.
        unchanged: activities that are as the calendar says.
        settled: activities that have been held or cancelled, which a calendar does not change.
        elsewhere: activities that came from the same calendar and that somebody else answers for.
        cancelled: times that were cancelled before they were ever planned here.
        doubtful: times that an activity could not be stored at, with the reason.
    """

    kind: ActivityKind
    new: list[NewActivity] = field(default_factory=list)
    changed: list[ChangedActivity] = field(default_factory=list)
    unchanged: int = 0
    settled: int = 0
    elsewhere: int = 0
    cancelled: int = 0
    doubtful: list[tuple[Time, str]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many activities would be written."""
        return len(self.new) + len(self.changed)

    @cached_property
    def skipped(self) -> list[Remark]:
        """The events that are left out."""
        return [remark for remark in self.remarks if remark.is_skipped]

    @cached_property
    def noted(self) -> list[Remark]:
        """What is worth knowing about the others."""
        return [remark for remark in self.remarks if not remark.is_skipped]

    @cached_property
    def digest(self) -> str:
        """A mark of exactly this; where it has changed since it was shown, it is shown again."""
        changed = [(one.activity.pk, one.activity.revision, one.values, one.is_cancelled) for one in self.changed]
        return sha256(repr(([one.time for one in self.new], changed)).encode()).hexdigest()


def plan_of(draft: CalendarDraft, standing: Standing, kind: ActivityKind, blueprint: Blueprint) -> CalendarPlan:
    """What importing a draft would do now: two questions to the database, however many times there are."""
    times = [Time.from_data(data) for data in draft.times]
    known, ours = imported_before(standing, [told.key for told in times])
    activities = {activity.client_key: activity for activity in known}
    may_change = {activity.pk for activity in ours}
    plan = CalendarPlan(kind, remarks=[Remark.from_data(data) for data in draft.remarks])
    today = timezone.localdate()
    for told in times:
        activity = activities.get(told.key)
        if activity is None:
            _plan_new(plan, told, _details(told, draft, kind, blueprint), today)
        elif activity.pk not in may_change:
            plan.elsewhere += 1
        else:
            _plan_known(plan, told, activity, title=told.title or say(kind.title))
    return plan


def _plan_new(plan: CalendarPlan, told: Time, details: Details, today: date) -> None:
    problem = next((problem for problem in problems_of_details(details, today) if problem.blocks), None)
    if told.is_cancelled:
        plan.cancelled += 1
    elif problem is not None:
        plan.doubtful.append((told, str(problem.text)))
    else:
        plan.new.append(NewActivity(told, details))


def _plan_known(plan: CalendarPlan, told: Time, activity: Activity, *, title: str) -> None:
    values = {name: getattr(told, name) for name in TAKEN_OVER} | {"title": title}
    values = {name: value for name, value in values.items() if getattr(activity, name) != value}
    if not activity.is_planned:
        plan.settled += 1
    elif told.is_cancelled:
        plan.changed.append(ChangedActivity(activity, told.line, {}, is_cancelled=True))
    elif values:
        plan.changed.append(ChangedActivity(activity, told.line, values, is_cancelled=False))
    else:
        plan.unchanged += 1


def _details(told: Time, draft: CalendarDraft, kind: ActivityKind, blueprint: Blueprint) -> Details:
    """A time as a planned activity of the chosen kind and host."""
    host = draft.host
    return Details(
        kind=kind,
        title=told.title or say(kind.title),
        starts_on=told.starts_on,
        ends_on=told.ends_on,
        start_time=told.start_time,
        end_time=told.end_time,
        place=told.place,
        community=host.community,
        municipality=host.municipality,
        goals=tuple(kind.goals),
        tracks=blueprint.usual_tracks(kind, [host.group]),
        hosts=(host,),
    )


def _field_name(name: str) -> Any:
    return getattr(Activity._meta.get_field(name), "verbose_name", name)


def _said(value: Any) -> str:
    """A day, a time or a text as it is said; nothing is a dash."""
    match value:
        case date():
            return short_day(value)
        case time():
            return clock(value)
        case _:
            return str(value or "–")
