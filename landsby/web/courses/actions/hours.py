"""Hours: handed in, approved or sent back, corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from landsby.blueprint import ActivityKind
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.blueprints.models import held_blueprint
from landsby.web.courses.models import HoursStatus, SessionHours
from landsby.web.courses.rates import amount_of, rate_on
from landsby.web.courses.rules import problems_of_approval, problems_of_correction, problems_of_hours
from landsby.web.courses.told import ToldHours
from landsby.web.courses.worked import hours_of
from landsby.web.kit.audit import record, record_each
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Actor, Programme

_LINKED = ["programme", "host", "session", "corrects", "handed_in_by", "decided_by"]


@transaction.atomic
def hand_in_hours(*, programme: Programme, told: Sequence[ToldHours], by: User) -> int:
    """Hand in the hours of held sessions, or hand them in again where they were sent back.

    What waits or is approved already stays as it is, so that a second click does nothing.

    Returns:
        How many rows were handed in.

    Raises:
        Blocked: when the hours of one session do not hold; then none is handed in.
    """
    for one in told:
        refuse_on_blockers(problems_of_hours(one, hours_of(one.session)))
    held_blueprint(programme)
    kinds = dict(Activity.objects.filter(pk__in=[one.session.pk for one in told]).values_list("pk", "kind"))
    # Behind a lock on the associations, so that the same session is not handed in twice at once.
    list(Actor.objects.select_for_update().filter(pk__in={one.host.pk for one in told}).order_by("pk"))
    known = SessionHours.objects.filter(session__in=[one.session for one in told], corrects=None)
    stored = {row.session_id: row for row in known}
    rows = [_handed_in(programme, one, stored.get(one.session.pk), kinds, by) for one in told]
    written = [row for row in rows if row is not None]
    things = ((row, {"hours": str(row.hours)}) for row in written)
    record_each(by=by, act=Act.CREATED, things=things, programme=programme.slug)
    return len(written)


@transaction.atomic
def approve_hours(*, rows: Sequence[SessionHours], by: User) -> int:
    """Approve hours at the rate that was in force on the day of each session; they are frozen from now on.

    Returns:
        How many rows were approved; what is approved already, or was sent back meanwhile, is left alone.

    Raises:
        Blocked: when one of them cannot be approved; then none is.
    """
    # First what the programme works by, then what hangs on it: so does whoever goes over to another version.
    held = {row.programme.pk: row.programme for row in rows}
    kinds = {pk: held_blueprint(programme).activity_kinds for pk, programme in sorted(held.items())}
    wanted = _locked([row.pk for row in rows])
    waiting = [row for row in wanted if row.status == HoursStatus.HANDED_IN]
    refuse_on_blockers(problem for row in waiting for problem in problems_of_approval(row, by.pk))
    for row in waiting:
        _approve(row, kinds[row.programme_id], by)
    for programme in {row.programme.slug: None for row in waiting}:
        of_programme = [row for row in waiting if row.programme.slug == programme]
        things = ((row, {"hours": str(row.hours), "amount": str(row.amount or "")}) for row in of_programme)
        record_each(by=by, act=Act.CHANGED, things=things, programme=programme)
    return len(waiting)


@transaction.atomic
def send_back_hours(*, row: SessionHours, word: str, by: User) -> bool:
    """Send hours back with a word about what to look at; False where they had been decided on already."""
    row = _locked([row.pk])[0]
    if row.status != HoursStatus.HANDED_IN:
        return False
    row.status, row.word, row.decided_by, row.decided_at = HoursStatus.SENT_BACK, word, by, timezone.now()
    row.clean_fields(exclude=_LINKED)
    row.save()
    detail = {"status": [HoursStatus.HANDED_IN.value, row.status.value]}
    record(by=by, act=Act.CHANGED, thing=row, programme=row.programme.slug, detail=detail)
    return True


@transaction.atomic
def correct_hours(*, row: SessionHours, hours: Decimal, reason: str, by: User) -> SessionHours:
    """Hand in a correction of approved hours: a row of its own that adds what is missing, or takes what is too much.

    Args:
        hours: what the hours of the session should be in all.

    Raises:
        Blocked: when there is nothing to correct, or a correction waits already.
    """
    held_blueprint(row.programme)
    row = _locked([row.pk])[0]
    corrections = SessionHours.objects.correcting(row)
    approved = corrections.in_status(HoursStatus.APPROVED).aggregate(sum=Sum("hours"))["sum"] or Decimal(0)
    is_waiting = corrections.in_status(HoursStatus.HANDED_IN).exists()
    counted = row.hours + approved
    refuse_on_blockers(problems_of_correction(row, hours, counted, is_waiting=is_waiting))
    copied = {name: getattr(row, name) for name in ("programme", "host", "session", "held_on", "title", "kind")}
    correction = SessionHours(**copied, corrects=row, hours=hours - counted, reason=reason, handed_in_by=by)
    correction.clean_fields(exclude=_LINKED)
    correction.save()
    detail = {"hours": [str(counted), str(hours)]}
    record(by=by, act=Act.CREATED, thing=correction, programme=row.programme.slug, detail=detail)
    return correction


def _handed_in(
    programme: Programme, told: ToldHours, stored: SessionHours | None, kinds: Mapping[int, str], by: User
) -> SessionHours | None:
    """The row of one session as it is handed in now; None where it waits or is approved already.

    Args:
        kinds: what the kind of each session is called today.
    """
    if stored is not None and stored.status != HoursStatus.SENT_BACK:
        return None
    session = told.session
    row = stored or SessionHours(programme=programme, session=session, host=told.host)
    row.held_on, row.title, row.kind = session.starts_on, session.title, kinds[session.pk]
    row.status, row.word, row.decided_by, row.decided_at = HoursStatus.HANDED_IN, "", None, None
    row.proposed, row.hours, row.reason = hours_of(session), told.hours, told.reason
    row.handed_in_by, row.handed_in_at = by, timezone.now()
    row.clean_fields(exclude=_LINKED)
    row.save()
    return row


def _locked(keys: Sequence[int]) -> list[SessionHours]:
    """The rows as they are now, while everybody else who would decide on them waits."""
    list(SessionHours.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    return list(SessionHours.objects.with_parts().filter(pk__in=keys))


def _approve(row: SessionHours, kinds: Mapping[str, ActivityKind], by: User) -> None:
    """Freeze a row; a correction is paid as what it corrects was."""
    row.rate = row.corrects.rate if row.corrects else rate_on(kinds.get(row.kind), row.held_on)
    row.amount = amount_of(row.hours, row.rate)
    row.status, row.decided_by, row.decided_at = HoursStatus.APPROVED, by, timezone.now()
    row.save()
