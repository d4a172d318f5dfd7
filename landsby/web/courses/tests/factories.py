"""Offers, sign-ups and held sessions for tests, made through the rooms' own actions."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, Part
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import details
from landsby.web.courses.actions import hand_in_hours, make_offer, sign_up
from landsby.web.courses.models import FrameworkOffer, SessionHours, SignUp, TimeWindow
from landsby.web.courses.told import ToldHours, ToldOffer, ToldSignUp, ToldWindow
from landsby.web.partnerships.models import Actor

BEFORE_THE_RISE, AFTER_THE_RISE = date(2023, 5, 1), date(2023, 6, 5)
"""Two Mondays: an hour of the sailing course is paid with 300 kroner on the first and 350 on the second."""


def told_offer(blueprint: Blueprint, world: SimpleNamespace, **told: Any) -> ToldOffer:
    """Sailing with the club for those at the quay, unless told otherwise."""
    usual: dict[str, Any] = {
        "host": world.club,
        "title": "Ud at sejle",
        "sessions": 4,
        "most_children": 20,
        "municipality": world.north,
        "community": world.quay,
        "place": "Havnen",
        "pickup": "Bådehuset",
    }
    return ToldOffer(kind=blueprint.activity_kinds["sailing_course"], **{**usual, **told})


def told_window(first: date, *, weeks: int = 8, groups: int = 1) -> ToldWindow:
    """The weekday of a day, at half past nine, for some weeks from that day."""
    return ToldWindow(
        weekday=first.weekday(),
        start_time=time(9, 30),
        end_time=time(11),
        first_on=first,
        last_on=first + timedelta(weeks=weeks, days=-1),
        groups=groups,
    )


def an_offer(blueprint: Blueprint, world: SimpleNamespace, by: User, *, first: date, **told: Any) -> FrameworkOffer:
    """A stored offer with one time."""
    windows = [told_window(first, groups=told.pop("groups", 1))]
    return make_offer(programme=world.programme, told=told_offer(blueprint, world, **told), windows=windows, by=by)


def a_sign_up(window: TimeWindow, institution: Any, by: User, **told: Any) -> SignUp:
    """Twelve children of an institution."""
    usual = {"children": 12, "contact": "Karen Krabbe", "phone": "12 34 56 78"}
    return sign_up(window=window, told=ToldSignUp(institution=institution, **{**usual, **told}), by=by)


def held_sessions(
    blueprint: Blueprint, world: SimpleNamespace, by: User, *, days: tuple[date, ...], **told: Any
) -> list[Activity]:
    """The sessions, held on some days that have passed, of a course that an institution signed up for."""
    institution = told.pop("institution", None) or world.daycare
    offer = an_offer(blueprint, world, by, first=days[0], **told)
    sessions = [
        details(
            blueprint,
            world,
            kind="sailing_course",
            title="Ud at sejle",
            starts_on=day,
            start_time=time(9, 30),
            end_time=time(11),
            status=Status.HELD,
            attendance=Attendance(children=11),
            hosts=(offer.host,),
            participants=(institution,),
            municipality=institution.municipality,
            community=institution.community,
        )
        for day in days
    ]
    signed = a_sign_up(offer.windows.get(), institution, by, sessions=sessions)
    assert signed.series is not None
    return list(signed.series.sessions.in_order())


def _host_of(session: Activity) -> Actor:
    """Who answers for it."""
    return session.involvements.get(part=Part.HOST).actor


def handed_in(sessions: list[Activity], by: User, hours: str = "1.5") -> list[SessionHours]:
    """The hours of some sessions, waiting to be approved."""
    told = [
        ToldHours(session=one, host=_host_of(one), hours=Decimal(hours), reason="Ventede på vind") for one in sessions
    ]
    hand_in_hours(programme=sessions[0].programme, told=told, by=by)
    return list(SessionHours.objects.filter(session__in=sessions).order_by("pk"))
