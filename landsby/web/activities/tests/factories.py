"""Activities for tests, made through the room's own actions."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.actions import register_activity, start_series
from landsby.web.activities.details import Attendance, Details
from landsby.web.activities.models import Activity, Series
from landsby.web.activities.status import Status

A_DAY = date(2023, 5, 3)


def details(blueprint: Blueprint, world: SimpleNamespace, *, kind: str = "crab_fishing", **told: Any) -> Details:
    """Crabs at the quay with the daycare as host, unless told otherwise."""
    counts = told.pop("counts", {"children": 12})
    usual: dict[str, Any] = {
        "title": "Krabber ved broen",
        "starts_on": A_DAY,
        "status": Status.HELD,
        "municipality": world.north,
        "community": world.quay,
        "hosts": (world.daycare,),
        "goals": ("wet_feet",),
        "tracks": ("harbour_life",),
        "attendance": Attendance(**counts),
    }
    return Details(kind=blueprint.activity_kinds[kind], **{**usual, **told})


def an_activity(blueprint: Blueprint, world: SimpleNamespace, by: User, **told: Any) -> Activity:
    """One stored activity."""
    return register_activity(programme=world.programme, details=details(blueprint, world, **told), by=by)


def a_series(blueprint: Blueprint, world: SimpleNamespace, by: User, *, sessions: int = 3, **told: Any) -> Series:
    """A stored course whose sessions are a week apart."""
    enrolled = told.pop("children_enrolled", 16)
    first = details(blueprint, world, kind="sailing_course", **{"title": "Jolleholdet", **told})
    days = [first.starts_on + timedelta(weeks=week) for week in range(sessions)]
    every = [
        details(blueprint, world, kind="sailing_course", **{"title": "Jolleholdet", **told, "starts_on": day})
        for day in days
    ]
    return start_series(programme=world.programme, sessions=every, children_enrolled=enrolled, by=by)
