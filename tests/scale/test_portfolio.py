"""The rooms of initiatives, plans and the wheel with a large portfolio: server time of every page.

`make bench` prints the table, on both databases. Time is told, never asserted; asserted is that no page asks the
database more questions when there is more in it, and that no page is too long to send.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import NamedTuple

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from landsby.config.settling import settle
from landsby.web.accounts.models import User
from landsby.web.initiatives.models import Initiative
from landsby.web.plans.models import Plan, PlanItem
from tests.scale.portfolio_rows import fill_portfolio

pytestmark = [pytest.mark.scale, pytest.mark.django_db]

FEW, MANY = (400, 4_000), (2_000, 20_000)
"""Initiatives and plan items; both more than a menu holds, so that both forms search (`LONGEST_MENU` of the kit)."""
ROUNDS = int(os.environ.get("LANDSBY_BENCH_ROUNDS", "9"))
MOST_KB = 600
"""A page longer than this takes a phone seconds to draw, whatever the server does."""
PAGES = {
    "front page": "/p/havneby/",
    "initiatives: board": "/p/havneby/initiatives/",
    "initiatives: board of a track": "/p/havneby/initiatives/?track=harbour_life",
    "initiatives: list": "/p/havneby/initiatives/list/",
    "initiatives: put aside": "/p/havneby/initiatives/list/?stage=aside",
    "initiatives: search": "/p/havneby/initiatives/list/?q=vandet",
    "initiatives: a deep page": "/p/havneby/initiatives/list/?page=60",
    "initiatives: as a file": "/p/havneby/initiatives/export/csv/",
    "initiatives: timeline": "/p/havneby/initiatives/timeline/",
    "initiatives: across tracks": "/p/havneby/initiatives/matrix/",
    "initiatives: ready for operation": "/p/havneby/initiatives/ready/",
    "initiatives: a new one": "/p/havneby/initiatives/new/",
    "initiatives: policies": "/p/havneby/policies/",
    "an initiative": "/initiatives/{initiative}/",
    "an initiative: changed": "/initiatives/{initiative}/edit/",
    "an initiative: its stage": "/initiatives/{initiative}/stage/",
    "an initiative: who does it": "/initiatives/{initiative}/coverage/",
    "an initiative: a trial": "/initiatives/{initiative}/trials/new/",
    "plans": "/p/havneby/plans/",
    "plans: as a file": "/p/havneby/plans/export/csv/",
    "plans: a new one": "/p/havneby/plans/new/?template=deck_plan",
    "a plan": "/plans/{plan}/",
    "a plan: its focus": "/plans/{plan}/focus/",
    "a plan: looked at again": "/plans/{plan}/review/",
    "a plan: carried over": "/plans/{plan}/carry-over/",
    "a plan: taken from others": "/plans/{plan}/copy/",
    "a plan: its history": "/plans/{plan}/history/",
    "a plan: one thing of it": "/plan-items/{item}/",
    "wheel of the programme": "/p/havneby/wheel/",
    "wheel of a place": "/p/havneby/wheel/?place=actor-{actor}",
    "wheel: printed": "/p/havneby/wheel/print/da/?place=actor-{actor}",
    "milestones": "/p/havneby/milestones/",
    "a milestone": "/p/havneby/milestones/own_knot/",
    "introduction of a leader": "/actors/{actor}/introduction/",
    "theory of change": "/p/havneby/theory/",
    "theory of change: versions": "/p/havneby/theory/harbour_theory/versions/",
    "theory of change: edited": "/p/havneby/theory/harbour_theory/edit/",
}


class Measured(NamedTuple):
    """What one page took, in milliseconds of the processor and on the wall; its questions, and its length in kB."""

    processor: list[float]
    wall: list[float]
    asked: int
    length: float


def urls_of() -> dict[str, str]:
    """The pages, those of one thing about one with much on it."""
    plan = Plan.objects.order_by("pk")[1]
    near = {
        "initiative": Initiative.objects.at_stage("operation").order_by("pk")[0].pk,
        "plan": plan.pk,
        "item": PlanItem.objects.filter(plan=plan).order_by("pk")[0].pk,
        "actor": plan.actor_id,
    }
    return {name: url.format(**near) for name, url in PAGES.items()}


def measured(client: Client, url: str) -> Measured:
    """One page, warm."""
    assert _asked(client, url)[0] == 200, url
    processor, wall = [], []
    for _ in range(ROUNDS):
        started, spent = time.perf_counter(), time.process_time()
        _asked(client, url)
        wall.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - spent) * 1000)
    with CaptureQueriesContext(connection) as queries:
        _status, length = _asked(client, url)
    return Measured(sorted(processor), sorted(wall), len(queries), length / 1000)


def _asked(client: Client, url: str) -> tuple[int, int]:
    """The status of a page that was read to its end, and how long it is."""
    response = client.get(url)
    length = len(b"".join(response.streaming_content) if response.streaming else response.content)  # type: ignore[attr-defined]  # of either sort
    return response.status_code, length


def look_at_what_there_is() -> None:
    """Let PostgreSQL count its rows, as its own housekeeping does before long where it is not turned off."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def test_pages_of_a_large_portfolio(
    world: SimpleNamespace, cast: SimpleNamespace, sign_in: Callable[[User], Client]
) -> None:
    settle()
    client = sign_in(cast.secretariat)
    fill_portfolio(world, initiatives=FEW[0], items=FEW[1])
    look_at_what_there_is()
    few = {name: measured(client, url) for name, url in urls_of().items()}
    fill_portfolio(world, initiatives=MANY[0] - FEW[0], items=MANY[1] - FEW[1])
    look_at_what_there_is()
    many = {name: measured(client, url) for name, url in urls_of().items()}

    told = f"{'':34}{'processor':>11}{'p95':>6}{'wall p50':>12}{'p95':>6}   questions   length   with a fifth"
    sys.stdout.write(f"\n{connection.vendor}: {MANY[0]} initiatives, {MANY[1]} plan items\n{told}\n")
    for name, page in many.items():
        processor, wall = f"{_p50(page.processor):>8.0f} ms{_p95(page.processor):>6.0f}", f"{_p50(page.wall):>9.0f} ms"
        rest = f"{_p95(page.wall):>6.0f}{page.asked:>9}{page.length:>10.0f} kB{_p50(few[name].processor):>10.0f} ms"
        sys.stdout.write(f"{name:<34}{processor}{wall}{rest}\n")
    # A file is read a thousand rows at a time.
    pages = {name: page for name, page in many.items() if "file" not in name}
    assert {name: page.asked for name, page in pages.items() if page.asked > few[name].asked} == {}
    assert {name: page.length for name, page in pages.items() if page.length > MOST_KB} == {}


def _p50(taken: list[float]) -> float:
    return statistics.median(taken)


def _p95(taken: list[float]) -> float:
    return taken[round(len(taken) * 0.95) - 1]
