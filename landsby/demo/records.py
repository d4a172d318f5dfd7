"""Writing what happened: courses and gatherings, registered before the day or after it, as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict

from landsby.blueprint import Text
from landsby.demo.course_records import JOINT, Agreements, sign_up_course, write_hours, write_open_offers
from landsby.demo.ground import Ground
from landsby.demo.plan import Counts, Course, Gathering, Outcome, Plan
from landsby.web.accounts.models import User
from landsby.web.activities.actions import cancel_activity, hold_activity, register_activity, start_series
from landsby.web.activities.details import Attendance, Details
from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.partnerships.models import Actor

PROGRESS_EVERY = 1000
_SO_FAR = Text(da="  {written} af {total} aktiviteter", en="  {written} of {total} activities")


def write_records(ground: Ground, plan: Plan, tell: Callable[[Text], None]) -> int:
    """Write every course and gathering in the order of their days.

    Args:
        tell: is given a line now and then about how far it has come.

    Returns:
        How many activities were written.
    """
    total, written, told = len(plan.every_gathering), 0, 0
    everything: list[Course | Gathering] = [*plan.courses, *plan.gatherings]
    agreements = Agreements()
    for planned in sorted(everything, key=_first_day):
        if isinstance(planned, Course):
            written += _course(ground, planned, agreements)
        else:
            written += _gathering(ground, planned)
        if written - told >= PROGRESS_EVERY:
            told = written
            tell(_SO_FAR.filled(written=written, total=total))
    write_hours(ground, agreements)
    write_open_offers(ground)
    return written


def _first_day(planned: Course | Gathering) -> str:
    return (planned.first if isinstance(planned, Course) else planned).on.isoformat()


def _gathering(ground: Ground, gathering: Gathering) -> int:
    by = author_of(ground, gathering)
    activity = register_activity(programme=ground.programme, details=_details(ground, gathering), by=by)
    _report(ground, activity, gathering, by)
    ground.agreed[activity.pk] = gathering.agreed
    return 1


def _course(ground: Ground, course: Course, agreements: Agreements) -> int:
    by = author_of(ground, course.first)
    sessions = [_details(ground, session) for session in course.sessions]
    if course.first.kind in JOINT:
        written = sign_up_course(ground, agreements, course, sessions=sessions, by=by)
    else:
        series = start_series(programme=ground.programme, sessions=sessions, children_enrolled=course.children, by=by)
        written = series.sessions.order_by("pk")
    for activity, session in zip(written, course.sessions, strict=True):
        _report(ground, activity, session, by)
    return len(sessions)


def _report(ground: Ground, activity: Activity, gathering: Gathering, by: User) -> None:
    """Say how it went with what was announced and is over."""
    if gathering.outcome is Outcome.CANCELLED:
        cancel_activity(activity=activity, because=gathering.because, by=by)
    elif gathering.outcome is Outcome.HELD and gathering.announced:
        hold_activity(
            activity=activity,
            kind=ground.blueprint.activity_kinds[gathering.kind],
            attendance=_attendance(gathering.counts),
            hours=gathering.hours,
            notes=gathering.notes,
            extra=gathering.extra,
            by=by,
        )


def _details(ground: Ground, gathering: Gathering) -> Details:
    """What is told when it is registered: only the plan when that is before the day, else everything."""
    kind = ground.blueprint.activity_kinds[gathering.kind]
    told_at_once = gathering.outcome is Outcome.HELD and not gathering.announced
    return Details(
        kind=kind,
        title=gathering.title,
        starts_on=gathering.on,
        ends_on=gathering.until,
        start_time=gathering.starts,
        end_time=gathering.ends,
        status=Status.HELD if told_at_once else Status.PLANNED,
        municipality=ground.municipalities.get(gathering.municipality),
        community=ground.communities.get(gathering.community),
        place=gathering.place,
        attendance=_attendance(gathering.counts if told_at_once else Counts()),
        hours=gathering.hours if told_at_once else None,
        notes=gathering.notes if told_at_once else "",
        extra=gathering.extra if told_at_once else {},
        goals=kind.goals if gathering.goals is None else gathering.goals,
        tracks=kind.tracks if gathering.tracks is None else gathering.tracks,
        hosts=_actors(ground, gathering.hosts),
        participants=_actors(ground, gathering.participants),
        facilitators=_actors(ground, gathering.facilitators),
    )


def author_of(ground: Ground, gathering: Gathering) -> User:
    """The person at an actor that took part, or the project leader there, or the secretariat."""
    for place in (*gathering.actors, gathering.municipality):
        if place in ground.authors:
            return ground.authors[place]
    return ground.secretariat


def _attendance(counts: Counts) -> Attendance:
    return Attendance(**asdict(counts))


def _actors(ground: Ground, names: Iterable[str]) -> tuple[Actor, ...]:
    return tuple(ground.actors[name] for name in names)
