"""Framework offers and their times: made, changed, closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.activities.names import kind_of_today
from landsby.web.blueprints.models import NamesOfToday, blueprint_of, held_blueprint
from landsby.web.courses.models import FrameworkOffer, TimeWindow
from landsby.web.courses.rules import problems_of_offer, problems_of_removing, problems_of_window
from landsby.web.courses.told import ToldOffer, ToldWindow
from landsby.web.courses.weeks import weekly
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme

_PLACES = ("programme", "host", "municipality", "community", "created_by")
_TYPED = ("title", "about", "place", "transport_note", "pickup")
_TOLD = tuple(field.name for field in fields(ToldOffer) if field.name != "kind")
LATELY = timedelta(minutes=10)
"""For so long the same offer, made by the same person, is taken for a second click."""


@transaction.atomic
def make_offer(*, programme: Programme, told: ToldOffer, windows: Sequence[ToldWindow], by: User) -> FrameworkOffer:
    """Offer a course, with the times that it can be had at; the same once more, as from a second click, is no other.

    Raises:
        Blocked: when the offer or one of its times does not hold, or the programme has its kind no longer.
    """
    refuse_on_blockers(problems_of_offer(told, timezone.localdate()))
    kind = kind_of_today(told.kind.id, NamesOfToday(programme, held_blueprint(programme)))
    offer = FrameworkOffer(programme=programme, created_by=by)
    _fill(offer, told, kind.id)
    twin = FrameworkOffer.objects.made_lately_as(offer, timezone.now() - LATELY)
    if twin is not None:
        return twin
    offer.save()
    record(by=by, act=Act.CREATED, thing=offer, programme=programme.slug)
    for window in windows:
        add_window(offer=offer, told=window, by=by)
    return offer


@transaction.atomic
def change_offer(*, offer: FrameworkOffer, told: ToldOffer, by: User) -> FrameworkOffer:
    """Let an offer be as told now; courses that somebody has signed up for stay as they were agreed.

    Raises:
        Blocked: when the offer does not hold.
    """
    refuse_on_blockers(problems_of_offer(told, timezone.localdate()))
    kind = kind_of_today(told.kind.id, NamesOfToday(offer.programme, held_blueprint(offer.programme)))
    offer = FrameworkOffer.objects.select_for_update().get(pk=offer.pk)
    before = _audited(offer)
    _fill(offer, told, kind.id)
    offer.save()
    record(
        by=by,
        act=Act.CHANGED,
        thing=offer,
        programme=offer.programme.slug,
        detail=changes(before, _audited(offer)),
    )
    return offer


@transaction.atomic
def close_offer(*, offer: FrameworkOffer, by: User) -> None:
    """Let nobody more sign up; what is agreed goes on."""
    offer = FrameworkOffer.objects.select_for_update().get(pk=offer.pk)
    if offer.closed_on is None:
        offer.closed_on = timezone.localdate()
        offer.save(update_fields=["closed_on"])
        record(by=by, act=Act.CHANGED, thing=offer, programme=offer.programme.slug, detail={"closed": True})


@transaction.atomic
def add_window(*, offer: FrameworkOffer, told: ToldWindow, by: User) -> TimeWindow:
    """Give an offer one more time; one that it has is not given again.

    Raises:
        Blocked: when the time does not hold.
    """
    kind = blueprint_of(offer.programme).activity_kinds.get(offer.kind)
    days = weekly(told.weekday, told.first_on, told.last_on, offer.sessions)
    refuse_on_blockers(problems_of_window(told, len(days), kind.sessions.min if kind and kind.sessions else 1))
    FrameworkOffer.objects.select_for_update().get(pk=offer.pk)
    twin = offer.windows.filter(**asdict(told)).first()
    if twin is not None:
        return twin
    window = TimeWindow(offer=offer, **asdict(told))
    window.clean_fields(exclude=["offer"])
    window.save()
    record(by=by, act=Act.CREATED, thing=window, programme=offer.programme.slug)
    return window


@transaction.atomic
def remove_window(*, window: TimeWindow, by: User) -> None:
    """Take away a time that nobody has signed up for.

    Raises:
        Blocked: when somebody has.
    """
    offer = FrameworkOffer.objects.select_for_update().get(pk=window.offer_id)
    refuse_on_blockers(problems_of_removing(window.sign_ups.count()))
    record(by=by, act=Act.REMOVED, thing=window, programme=offer.programme.slug)
    window.delete()


def _fill(offer: FrameworkOffer, told: ToldOffer, kind: str) -> None:
    """Copy what is told onto the row.

    Args:
        kind: what its kind is called today; it may have been renamed since it was chosen.
    """
    for name in _TOLD:
        setattr(offer, name, getattr(told, name))
    offer.kind, offer.kind_hash = kind, told.kind.content_hash
    offer.clean_fields(exclude=_PLACES)


def _audited(offer: FrameworkOffer) -> dict[str, object]:
    """The values whose changes the audit keeps: what was typed is not among them."""
    return {name: getattr(offer, name) for name in ("kind", *_TOLD) if name not in _TYPED}
