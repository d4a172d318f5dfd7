"""Gatherings for tests, made through the rooms' own actions."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.gatherings.actions import make_agreement, note_turnout, plan_gathering
from landsby.web.gatherings.models import Agreement
from landsby.web.gatherings.told import Link, Planned, Point
from landsby.web.partnerships.models import Actor

GATHERING, FESTIVAL = "quay_meeting", "story_walk"


def a_gathering(blueprint: Blueprint, world: SimpleNamespace, by: User, **told: Any) -> Activity:
    """A meeting at the quay that was held, unless told otherwise."""
    usual = {"title": "Møde ved bolværket", "counts": {"staff": 6}, "extra": {"agreed": "At ses igen"}}
    return an_activity(blueprint, world, by, kind=GATHERING, **{**usual, **told})


def a_coming_gathering(
    blueprint: Blueprint, world: SimpleNamespace, by: User, *, planned: Planned | None = None, **told: Any
) -> Activity:
    """A meeting in a week that one signs up to."""
    day = timezone.localdate() + timedelta(days=7)
    usual = {"starts_on": day, "status": Status.PLANNED, "counts": {}, "extra": {}}
    activity = a_gathering(blueprint, world, by, **{**usual, **told})
    plan_gathering(activity=activity, planned=planned or Planned(takes_sign_up=True), by=by)
    return activity


def fill_gathering(activity: Activity, actor: Actor, by: User, *, came: int = 2) -> None:
    """Two skippers of an actor signed up and came, and learnt to tie knots."""
    heads = {(actor.pk, "skipper"): came}
    points = (Point(title="Knob for begyndere", led_by=actor),)
    planned = Planned(
        agenda=points, competences=("knots",), materials=(Link(title="Knob", url="https://knob.example"),)
    )
    plan_gathering(activity=activity, planned=planned, by=by)
    note_turnout(activity=activity, signed_up=heads, came=heads, by=by)


def an_agreement(activity: Activity, by: User, *, actor: Actor | None = None, due_on: date | None = None) -> Agreement:
    """Something that was agreed."""
    return make_agreement(activity=activity, text="Vi maler båden", actor=actor, due_on=due_on, by=by)


def a_festival_event(blueprint: Blueprint, world: SimpleNamespace, by: User, **told: Any) -> Activity:
    """An event of a festival at the quay that was held, unless told otherwise."""
    return an_activity(blueprint, world, by, kind=FESTIVAL, **{"title": "Fortælling på molen", **told})


def a_pair_that_met(blueprint: Blueprint, world: SimpleNamespace, by: User) -> None:
    """The daycare and the sailing club first meet at a festival, and sail together until the winter."""
    both = {"hosts": (world.daycare, world.club)}
    a_festival_event(blueprint, world, by, starts_on=date(2023, 1, 4), **both)
    for month in (3, 5, 8):
        an_activity(blueprint, world, by, starts_on=date(2023, month, 4), **both)
