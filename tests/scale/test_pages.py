"""How a page's time grows with the number of activities: ten times the rows, side by side in one run.

`make bench` prints the table. Time on the wall is shown and never asserted; what is asserted is that
no page asks the database more questions when there is more in it.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, ActivityGoal, Involvement, Part
from landsby.web.activities.status import Status
from landsby.web.kit.periods import HalfYear

pytestmark = [pytest.mark.scale, pytest.mark.django_db]

FEW, MANY, ROUNDS = 2_000, 20_000, 7
PAGES = {
    "front page": "/p/havneby/",
    "activities": "/p/havneby/activities/",
    "activities, filtered": "/p/havneby/activities/?goal=wet_feet&status=held",
    "calendar": "/p/havneby/activities/calendar/?month=2023-05",
    "picture": "/p/havneby/picture/",
}


def fill(world: SimpleNamespace, kind_hash: str, *, start: int, count: int) -> None:
    """Write held activities in bulk, spread over three years and three communities."""
    places = [(world.quay, world.daycare), (world.hill, world.hill_daycare), (world.bay, world.bay_school)]
    rows = []
    for number in range(start, start + count):
        community, _ = places[number % 3]
        day = date(2022, 1, 1) + timedelta(days=number * 7 % 1095)
        rows.append(
            Activity(
                programme=world.programme,
                kind="crab_fishing",
                kind_hash=kind_hash,
                title=f"Krabber nr. {number}",
                status=Status.HELD,
                starts_on=day,
                half_year=HalfYear.of(day).number,
                community=community,
                municipality=community.municipality,
                children=number % 40,
            )
        )
    stored = Activity.objects.bulk_create(rows, batch_size=1000)
    Involvement.objects.bulk_create(
        (Involvement(activity=a, actor=places[(start + i) % 3][1], part=Part.HOST) for i, a in enumerate(stored)),
        batch_size=2000,
    )
    ActivityGoal.objects.bulk_create((ActivityGoal(activity=a, goal="wet_feet") for a in stored), batch_size=2000)


def measure(client: Client, url: str) -> tuple[float, int]:
    """The median time of a page in milliseconds, and how many questions it asked."""
    client.get(url)
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        assert client.get(url).status_code == 200
        taken.append((time.perf_counter() - started) * 1000)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return statistics.median(taken), len(queries)


def test_pages_with_ten_times_the_rows(
    blueprint: Blueprint, world: SimpleNamespace, cast: SimpleNamespace, sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(cast.secretariat)
    kind_hash = blueprint.activity_kinds["crab_fishing"].content_hash
    fill(world, kind_hash, start=0, count=FEW)
    few = {name: measure(client, url) for name, url in PAGES.items()}
    fill(world, kind_hash, start=FEW, count=MANY - FEW)
    many = {name: measure(client, url) for name, url in PAGES.items()}

    sys.stdout.write(f"\n{connection.vendor}: {'page':<22}{FEW:>9} rows{MANY:>9} rows   ratio  queries\n")
    for name in PAGES:
        (before, asked), (after, asked_more) = few[name], many[name]
        row = f"{'':8}{name:<24}{before:>8.0f} ms{after:>11.0f} ms{after / before:>8.1f}  {asked} / {asked_more}"
        sys.stdout.write(f"{row}\n")
        assert asked_more <= asked, f"{name} asks more questions when there is more in the database"
