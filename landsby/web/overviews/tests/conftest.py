"""A few years of activities, different enough that a wrong count shows."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity
from landsby.web.partnerships.actions import add_actor


@pytest.fixture
def years(world: SimpleNamespace, blueprint: Blueprint, operator: User) -> SimpleNamespace:
    """Activities over three half-years in two municipalities, courses, and what must not be counted."""
    department = add_actor(
        programme=world.programme,
        kind="school",
        name="Kajskolen, afdeling Molen",
        municipality=world.north,
        community=world.quay,
        parent=world.school,
        by=operator,
    )
    places = [(world.quay, world.daycare), (world.hill, world.hill_daycare), (world.bay, world.bay_school)]
    for number in range(18):
        place, host = places[number % 7 % 3]
        an_activity(
            blueprint,
            world,
            operator,
            kind="story_walk" if number % 4 else "crab_fishing",
            starts_on=date(2022, 2, 1) + timedelta(days=30 * number),
            community=place,
            municipality=place.municipality,
            hosts=(host,),
            participants=(host, world.club) if number % 5 == 0 else (department,) if number % 5 == 1 else (),
            goals=[("wet_feet",), ("story_time", "wet_feet"), ()][number % 3],
            tracks=[("harbour_life",), ("reading_together",), ()][number % 3],
            counts={"children": number, "new_families": number % 4} if number % 6 else {},
        )
    here = {"community": world.quay, "municipality": world.north}
    a_series(blueprint, world, operator, sessions=3, starts_on=date(2022, 6, 20), children_enrolled=14, **here)
    a_series(blueprint, world, operator, sessions=2, starts_on=date(2022, 9, 1), children_enrolled=None, **here)
    south = {"community": world.bay, "municipality": world.south, "hosts": (world.bay_school,)}
    a_series(blueprint, world, operator, sessions=2, starts_on=date(2023, 3, 1), children_enrolled=9, **south)
    planned = {"status": Status.PLANNED, "counts": {}}
    a_series(blueprint, world, operator, sessions=2, starts_on=date(2023, 4, 1), children_enrolled=99, **planned)
    an_activity(blueprint, world, operator, starts_on=date(2023, 4, 9), **planned)
    cancelled = {"status": Status.CANCELLED, "cancelled_because": "storm", "counts": {}}
    an_activity(blueprint, world, operator, starts_on=date(2023, 4, 10), **cancelled)
    an_activity(blueprint, world, operator, starts_on=date(2023, 5, 1), community=None, municipality=world.north)
    return SimpleNamespace(department=department, first=date(2022, 2, 1), last=date(2023, 7, 31))
