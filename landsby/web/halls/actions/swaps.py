"""A swap asked for, accepted, declined, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.web.accounts.models import User
from landsby.web.activities.actions import set_hosts
from landsby.web.activities.models import Activity
from landsby.web.halls.models import Answer, Opening, Season, Swap
from landsby.web.halls.rules import problems_of_answering, problems_of_asking
from landsby.web.kit.audit import Author, changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked, Problem, Severity, refuse_on_blockers
from landsby.web.partnerships.models import Actor


@transaction.atomic
def ask_swap(
    *,
    opening: Opening,
    giver: Actor,
    taker: Actor,
    by: User,
    in_return: Opening | None = None,
    message: str = "",
    today: date | None = None,
) -> Swap:
    """Ask another association to take a duty, perhaps for one of its own in the same season.

    Raises:
        Blocked: when the duty is not to be given, or the question has been asked already.
    """
    day = today or timezone.localdate()
    _hold(opening.season)
    refuse_on_blockers(_problems(opening, giver, taker, day))
    if in_return is not None:
        refuse_on_blockers(_problems(in_return, taker, giver, day))
    swap = Swap(opening=opening, in_return=in_return, giver=giver, taker=taker, message=message, asked_by=by)
    swap.clean_fields(exclude=["opening", "in_return", "giver", "taker", "asked_by", "answered_by"])
    try:
        with transaction.atomic():
            swap.save(force_insert=True)
    except IntegrityError:
        text = _("Der er allerede spurgt om at bytte den vagt. Træk det spørgsmål tilbage først.")
        raise Blocked([Problem("asked_already", Severity.BLOCKER, text)]) from None
    record(by=by, act=Act.CREATED, thing=swap, programme=opening.season.programme.slug)
    return swap


@transaction.atomic
def accept_swap(*, swap: Swap, by: User, today: date | None = None) -> Swap:
    """Say yes: the rota, which is the hosts of the activities, changes with it.

    Raises:
        Blocked: when it was answered already, or the rota is no longer what it was when it was asked.
    """
    day = today or timezone.localdate()
    swap = _held_open(swap)
    refuse_on_blockers(_problems(swap.opening, swap.giver, swap.taker, day))
    if swap.in_return is not None:
        refuse_on_blockers(_problems(swap.in_return, swap.taker, swap.giver, day))
    _hand_over(swap.opening, swap.giver, swap.taker, by)
    touched = [swap.opening_id]
    if swap.in_return is not None:
        _hand_over(swap.in_return, swap.taker, swap.giver, by)
        touched.append(swap.in_return.pk)
    answered = _answered(swap, Answer.ACCEPTED, by)
    overtake(openings=touched, by=by)
    return answered


@transaction.atomic
def decline_swap(*, swap: Swap, by: User) -> Swap:
    """Say no: the rota stays.

    Raises:
        Blocked: when it was answered already.
    """
    return _answered(_held_open(swap), Answer.DECLINED, by)


@transaction.atomic
def withdraw_swap(*, swap: Swap, by: User) -> Swap:
    """Ask no more: the rota stays.

    Raises:
        Blocked: when it was answered already.
    """
    return _answered(_held_open(swap), Answer.WITHDRAWN, by)


@transaction.atomic
def overtake(*, openings: Sequence[int], by: Author) -> None:
    """Close the open questions about duties that the one who asked, or the one asked, has no longer."""
    for swap in Swap.objects.asked().touching(openings).with_parts():
        given = swap.giver in _fresh(swap.opening).hosts and swap.taker not in _fresh(swap.opening).hosts
        returned = swap.in_return is None or swap.taker in _fresh(swap.in_return).hosts
        if not (given and returned):
            _answered(swap, Answer.OVERTAKEN, by)


def _hold(season: Season) -> None:
    """Wait for whoever else writes this season's rota, and let others wait."""
    Season.objects.select_for_update().get(pk=season.pk)


def _held_open(swap: Swap) -> Swap:
    """The swap as it stands now, with season and activities held, if it waits for an answer."""
    _hold(swap.opening.season)
    swap = Swap.objects.with_parts().get(pk=swap.pk)
    refuse_on_blockers(problems_of_answering(swap))
    keys = [opening.activity_id for opening in (swap.opening, swap.in_return) if opening]
    list(Activity.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    return swap


def _fresh(opening: Opening) -> Opening:
    """The opening with the hosts that it has now."""
    return Opening.objects.with_activity().get(pk=opening.pk)


def _problems(opening: Opening, giver: Actor, taker: Actor, today: date) -> list[Problem]:
    now = _fresh(opening)
    return list(
        problems_of_asking(
            is_planned=now.activity.is_planned,
            on=now.activity.starts_on,
            hosts=now.hosts,
            giver=giver,
            taker=taker,
            today=today,
        )
    )


def _hand_over(opening: Opening, giver: Actor, taker: Actor, by: User) -> None:
    """Put one association in the other's place among the hosts."""
    now = _fresh(opening)
    set_hosts(activity=now.activity, hosts=[taker if host == giver else host for host in now.hosts], by=by)


def _answered(swap: Swap, answer: Answer, by: Author) -> Swap:
    before = swap.get_status_display()
    swap.status, swap.answered_at = answer, timezone.now()
    swap.answered_by = by if isinstance(by, User) else None
    swap.save(update_fields=["status", "answered_at", "answered_by"])
    detail = changes({"status": before}, {"status": swap.get_status_display()})
    record(by=by, act=Act.CHANGED, thing=swap, programme=swap.opening.season.programme.slug, detail=detail)
    return swap
