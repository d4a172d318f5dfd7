"""A new leader's way in: begun, gone through point by point, and ended."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.blueprints.models import held_blueprint
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Actor
from landsby.web.wheel.checklists import checklist_for, checklist_of
from landsby.web.wheel.models import Introduction, IntroductionTick
from landsby.web.wheel.rules import problem_of_checklist_gone


@transaction.atomic
def begin_introduction(*, actor: Actor, since_on: date, by: User) -> Introduction:
    """Begin a new leader's introduction at an actor; where one goes on already, its leader began on the day told last.

    Raises:
        Blocked: when the programme has no checklist for it.
    """
    checklist = checklist_for(held_blueprint(actor.programme), actor)
    refuse_on_blockers([] if checklist else [problem_of_checklist_gone()])
    assert checklist is not None  # refused above
    told = {"checklist": checklist.id, "checklist_hash": checklist.content_hash, "since_on": since_on, "begun_by": by}
    # Two who begin it at once begin one.
    introduction, is_new = Introduction.objects.get_or_create(actor=actor, ended_on=None, defaults=told)
    slug = actor.programme.slug
    if is_new:
        record(by=by, act=Act.CREATED, thing=introduction, programme=slug)
    elif introduction.since_on != since_on:
        detail = changes({"since_on": introduction.since_on}, {"since_on": since_on})
        introduction.since_on = since_on
        introduction.save(update_fields=["since_on"])
        record(by=by, act=Act.CHANGED, thing=introduction, programme=slug, detail=detail)
    return introduction


@transaction.atomic
def tick_point(*, introduction: Introduction, point: str, is_done: bool, by: User) -> None:
    """Say that one point has been gone through, or not after all; said twice it is said once."""
    checklist = checklist_of(introduction)
    if checklist is None or point not in {one.id for one in checklist.points}:
        refuse_on_blockers([problem_of_checklist_gone()])
    ticks = IntroductionTick.objects.filter(introduction=introduction, point=point)
    if is_done:
        told = {"ticked_on": timezone.localdate(), "ticked_by": by}
        _tick, is_changed = IntroductionTick.objects.get_or_create(
            introduction=introduction, point=point, defaults=told
        )
    else:
        is_changed = bool(ticks.delete()[0])
    if not is_changed:
        return
    detail = {"point": ["", point] if is_done else [point, ""]}
    slug = introduction.actor.programme.slug
    record(by=by, act=Act.CHANGED, thing=introduction, programme=slug, detail=detail)


@transaction.atomic
def end_introduction(*, introduction: Introduction, by: User) -> None:
    """Say that a new leader has been told what there is to tell."""
    introduction.ended_on = timezone.localdate()
    introduction.save(update_fields=["ended_on"])
    record(by=by, act=Act.CHANGED, thing=introduction, programme=introduction.actor.programme.slug)
