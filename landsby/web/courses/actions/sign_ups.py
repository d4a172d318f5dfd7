"""Signing up for an offer, getting a place from the queue, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.activities.actions import cancel_activity, start_series
from landsby.web.activities.details import Details
from landsby.web.blueprints.models import blueprint_of, held_blueprint
from landsby.web.courses.models import FrameworkOffer, SignUp, SignUpStatus, TimeWindow
from landsby.web.courses.rules import problems_of_place, problems_of_sign_up
from landsby.web.courses.sessions import days_left, for_parents, sessions_of
from landsby.web.courses.told import ToldSignUp
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers

_LINKED = ["window", "institution", "series", "created_by"]


@transaction.atomic
def sign_up(*, window: TimeWindow, told: ToldSignUp, by: User) -> SignUp:
    """Give an institution a place at a time, and plan its course; or a place in the queue where that will do.

    Of two who ask for the last place at once, the one who comes second is told that it is gone.

    Raises:
        Blocked: when there is no place, or the group does not fit the offer.
    """
    window = _locked(window)
    stored = SignUp.objects.with_key(told.client_key)
    if stored is not None and stored.created_by_id == by.pk:
        return stored
    taken = window.sign_ups.placed().count()
    asked = SignUp(
        window=window,
        institution=told.institution,
        status=SignUpStatus.PLACED if taken < window.groups else SignUpStatus.WAITING,
        children=told.children,
        contact=told.contact,
        phone=told.phone,
        needs_transport=told.needs_transport,
        client_key=told.client_key,
        created_by=by,
    )
    _refuse_what_does_not_fit(window, told)
    refuse_on_blockers(problems_of_place(window.groups, taken, may_wait=told.may_wait))
    asked.clean_fields(exclude=_LINKED)
    asked.save()
    record(by=by, act=Act.CREATED, thing=asked, programme=window.offer.programme.slug)
    if asked.is_placed:
        _plan_course(asked, told.sessions, by)
    return asked


@transaction.atomic
def give_place(*, waiting: SignUp, by: User) -> SignUp:
    """Give a place that has become free to one who waits, and plan their course.

    Raises:
        Blocked: when there is no place after all, or too few weeks are left.
    """
    window = _locked(waiting.window)
    waiting = SignUp.objects.with_parts().get(pk=waiting.pk)
    if not waiting.is_waiting:
        return waiting
    told = ToldSignUp(institution=waiting.institution, children=waiting.children)
    _refuse_what_does_not_fit(window, told)
    refuse_on_blockers(problems_of_place(window.groups, window.sign_ups.placed().count(), may_wait=False))
    waiting.status = SignUpStatus.PLACED
    waiting.save(update_fields=["status"])
    record(
        by=by,
        act=Act.CHANGED,
        thing=waiting,
        programme=window.offer.programme.slug,
        detail={"status": ["waiting", "placed"]},
    )
    _plan_course(waiting, (), by)
    return waiting


@transaction.atomic
def withdraw_sign_up(*, signed: SignUp, because: str, by: User) -> int:
    """Take a sign-up back, and cancel the sessions of it that are still to come; how many that were.

    Args:
        because: what the cancelled sessions say of why.
    """
    window = _locked(signed.window)
    signed = SignUp.objects.with_parts().get(pk=signed.pk)
    if signed.status == SignUpStatus.WITHDRAWN:
        return 0
    before, signed.status, signed.withdrawn_at = signed.status, SignUpStatus.WITHDRAWN, timezone.now()
    signed.save(update_fields=["status", "withdrawn_at"])
    record(
        by=by,
        act=Act.CHANGED,
        thing=signed,
        programme=window.offer.programme.slug,
        detail={"status": [before, signed.status]},
    )
    to_come = list(signed.series.sessions.upcoming(timezone.localdate()).with_places()) if signed.series else []
    for session in to_come:
        cancel_activity(activity=session, because=because, by=by)
    return len(to_come)


def _locked(window: TimeWindow) -> TimeWindow:
    """The time as it is now, while everybody else who signs up for the offer waits."""
    # First what the programme works by, then what hangs on it: so does whoever goes over to another version.
    held_blueprint(window.offer.programme)
    FrameworkOffer.objects.select_for_update().get(pk=window.offer_id)
    links = ("offer__programme", "offer__host", "offer__municipality", "offer__community")
    return TimeWindow.objects.select_related(*links).get(pk=window.pk)


def _refuse_what_does_not_fit(window: TimeWindow, told: ToldSignUp) -> None:
    offer = window.offer
    kind = blueprint_of(offer.programme).activity_kinds.get(offer.kind)
    days = len(told.sessions) or len(days_left(offer, window, timezone.localdate()))
    refuse_on_blockers(problems_of_sign_up(offer, told, kind=kind, days=days))


def _plan_course(signed: SignUp, sessions: Sequence[Details], by: User) -> None:
    """The series in the activities that a place becomes."""
    offer = signed.offer
    days = days_left(offer, signed.window, timezone.localdate())
    signed.series = start_series(
        programme=offer.programme,
        sessions=sessions or sessions_of(signed, blueprint_of(offer.programme), days),
        children_enrolled=signed.children,
        notes="\n".join(for_parents(signed)),
        by=by,
    )
    signed.save(update_fields=["series"])
