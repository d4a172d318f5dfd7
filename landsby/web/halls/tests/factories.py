"""Seasons for tests, made through the room's own actions."""

from __future__ import annotations

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.halls.actions import RotaLine, fill_rota, plan_season
from landsby.web.halls.details import SeasonDetails, WeeklyTime
from landsby.web.halls.models import Opening, Season
from landsby.web.halls.rules import slots_of
from landsby.web.partnerships.actions import add_actor
from landsby.web.partnerships.models import Actor

KIND = "story_walk"
"""The made-up blueprint's kind with a rota; it counts children, parents and new families, and asks for books lent."""


def coming(weekday: int, *, weeks: int = 1) -> date:
    """A day of the week that lies ahead, so many weeks from today's."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(weeks=weeks, days=weekday)


def details(blueprint: Blueprint, world: SimpleNamespace, **told: Any) -> SeasonDetails:
    """Saturdays at the quay for four weeks from next week on, with the sailing club in turn, unless told otherwise."""
    usual: dict[str, Any] = {
        "kind": blueprint.activity_kinds[KIND],
        "title": "Lørdage ved kajen",
        "place": "Bådhuset",
        "community": world.quay,
        "starts_on": coming(0),
        "ends_on": coming(6, weeks=4),
        "weekly": (WeeklyTime(weekday=5, opens_at=time(10), closes_at=time(12, 30)),),
        "associations": (world.club,),
    }
    return SeasonDetails(**{**usual, **told})


def a_season(blueprint: Blueprint, world: SimpleNamespace, by: User, **told: Any) -> Season:
    """A stored season with its openings; `hosts` gives every opening the same hosts."""
    hosts = told.pop("hosts", ())
    plan = details(blueprint, world, **told)
    season = plan_season(programme=world.programme, details=plan, slots=slots_of(plan), by=by)
    if hosts:
        give(season, openings_of(season), hosts, by)
    return season


def openings_of(season: Season) -> list[Opening]:
    """The openings in order, as they are stored now."""
    return list(season.openings.with_activity().in_order())


def give(season: Season, openings: list[Opening], hosts: tuple[Actor, ...], by: User) -> None:
    """Let some openings have these hosts."""
    becomes = tuple(host.pk for host in hosts)
    lines = {one.pk: RotaLine(was=tuple(h.pk for h in one.hosts), becomes=becomes) for one in openings}
    fill_rota(season=season, lines=lines, actors=hosts, by=by)


def another_club(world: SimpleNamespace, by: User, name: str = "Havneby Roklub") -> Actor:
    """A second association at the quay."""
    return add_actor(
        programme=world.programme,
        kind="association",
        name=name,
        municipality=world.north,
        community=world.quay,
        by=by,
    )
