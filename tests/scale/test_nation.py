"""Every page on a country's worth of rows: server time, and that no page asks more questions than on a small demo.

`make bench` prints the table, on both databases. LANDSBY_BENCH_SCALE says how many municipalities (12 unless set;
98 is the country, a million activities). Time on the wall is told, never asserted.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from landsby.config.settling import settle
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.partnerships.models import Programme
from tests.scale.served import build_demo, new_database

pytestmark = pytest.mark.scale

FEWEST, MOST = 4, int(os.environ.get("LANDSBY_BENCH_SCALE", "12"))
ROUNDS = int(os.environ.get("LANDSBY_BENCH_ROUNDS", "11"))
ROLES = ("secretariat", "project_leader", "daycare_leader")
PAGES = {
    "front page": "{slug}/",
    "activities": "{slug}/activities/",
    "activities: search": "{slug}/activities/?q=hal",
    "activities: one goal": "{slug}/activities/?goal={goal}&status=held&sort=-starts_on",
    "activities: a municipality": "{slug}/activities/?municipality={municipality}",
    "activities: a deep page": "{slug}/activities/?page=300",
    "calendar": "{slug}/activities/calendar/?month=2023-05",
    "quick log": "{slug}/activities/log/",
    "a new activity": "{slug}/activities/new/{kind}/",
    "picture": "{slug}/picture/",
    "picture: a municipality": "{slug}/picture/?municipality={municipality}",
    "picture: its courses": "{slug}/picture/courses/",
    "picture: its actors": "{slug}/picture/actors/",
    "theory of change": "{slug}/theory/",
    "offers": "{slug}/courses/",
    "hours": "{slug}/hours/",
    "hours: to hand in": "{slug}/hours/hand-in/",
    "hours: to approve": "{slug}/hours/approve/",
    "hours: sums": "{slug}/hours/sums/",
    "open halls": "{slug}/halls/",
    "open halls: duties": "{slug}/halls/duties/",
    "gatherings": "{slug}/gatherings/",
    "gatherings: agreements": "{slug}/gatherings/agreements/",
    "gatherings: who leads": "{slug}/gatherings/leading/",
    "gatherings: competences": "{slug}/gatherings/competences/",
    "festivals": "{slug}/festivals/",
    "festivals: first met": "{slug}/festivals/first-met/",
    "places": "{slug}/places/",
    "actors": "{slug}/actors/",
    "actors: search": "{slug}/actors/?q=skole",
    "a community": "/communities/{community}/",
    "an actor": "/actors/{actor}/",
    "an activity": "/activities/{activity}/",
    "the programme's blueprint": "{slug}/blueprint/",
}


@contextmanager
def looking_at(address: str) -> Iterator[None]:
    """From now on, and until it is left, the tests' own connection is to this database.

    The connection of before is laid aside, not closed: a database in memory would go with it, or outlive its name.
    """
    before, own = dict(connections.settings["default"]), connections["default"]
    name = urlsplit(address).path
    del connections["default"]
    connections.settings["default"]["NAME"] = name.lstrip("/") if before["ENGINE"].endswith("postgresql") else name
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = own
        connections.settings["default"] |= {"NAME": before["NAME"]}


def urls_of(user: User) -> dict[str, str]:
    """The pages for somebody, each about something near them."""
    programme = Programme.objects.invented()[0]
    activity = Activity.objects.filter(community=_community_of(user)).exclude(involvements=None).latest("starts_on")
    goal = activity.goals.order_by("goal").first() or programme.activities.exclude(goals=None)[0].goals.all()[0]
    near: dict[str, Any] = {
        "slug": f"/p/{programme.slug}",
        "goal": goal.goal,
        "kind": "open_hall",
        "municipality": activity.municipality_id,
        "community": activity.community_id,
        "actor": activity.involvements.order_by("pk")[0].actor_id,
        "activity": activity.pk,
    }
    return {name: url.format(**near) for name, url in PAGES.items()}


def _community_of(user: User) -> int:
    actor = user.memberships.select_related("actor").order_by("pk")[0].actor
    return (
        actor.community_id
        if actor and actor.community_id
        else Programme.objects.invented()[0].communities.order_by("pk")[0].pk
    )


class Measured(NamedTuple):
    """What one page took, in milliseconds on the wall and of the processor, in order; and how many questions it asks.

    Where others use the machine, the wall tells of them too; the processor's time is this process's alone, and so
    leaves out what a PostgreSQL does in its own.
    """

    wall: list[float]
    processor: list[float]
    asked: int


def measured(user: User) -> dict[str, Measured]:
    """What each page takes that somebody may see."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    found = {}
    for name, url in urls_of(user).items():
        status = client.get(url).status_code
        if status != 200:
            continue
        wall, processor = [], []
        for _ in range(ROUNDS):
            started, spent = time.perf_counter(), time.process_time()
            client.get(url)
            wall.append((time.perf_counter() - started) * 1000)
            processor.append((time.process_time() - spent) * 1000)
        with CaptureQueriesContext(connection) as asked:
            client.get(url)
        found[name] = Measured(sorted(wall), sorted(processor), len(asked))
    return found


def measured_at(scale: int, folder: Path) -> tuple[str, dict[str, dict[str, Measured]]]:
    """Build so many municipalities and measure; the first is how long building took, in words."""
    address = new_database(folder, f"nation_{scale}")
    started = time.perf_counter()
    build_demo(address, "--scale", str(scale))
    with looking_at(address):
        people = {role: User.objects.filter(memberships__role__key=role).order_by("pk")[0] for role in ROLES}
        rows = Activity.objects.count()
        built = f"{scale} municipalities, {rows:,} activities, built in {time.perf_counter() - started:.0f} s"
        return built, {role: measured(user) for role, user in people.items()}


def test_pages_of_a_country(tmp_path: Path, django_db_blocker: Any) -> None:
    settle()
    with django_db_blocker.unblock():
        built_few, few = measured_at(FEWEST, tmp_path)
        built_many, many = measured_at(MOST, tmp_path)
    sys.stdout.write(f"\n{connection.vendor}: {built_many} (beside {built_few})\n")
    told = f"{'p50':>8}{'p95':>8}{'processor':>12}  questions"
    sys.stdout.write(f"{'':16}{'page':<28}{told}\n")
    for role, pages in many.items():
        for name, page in pages.items():
            p50, p95 = statistics.median(page.wall), page.wall[round(len(page.wall) * 0.95) - 1]
            spent = statistics.median(page.processor)
            row = f"{role:16}{name:<28}{p50:>5.0f} ms{p95:>5.0f} ms{spent:>9.0f} ms  {page.asked}"
            sys.stdout.write(f"{row}\n")
    grown = [
        f"{role}, {name}: {few[role][name].asked} → {page.asked}"
        for role, pages in many.items()
        for name, page in pages.items()
        if page.asked > few[role][name].asked
    ]
    assert grown == []
