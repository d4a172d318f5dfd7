"""The pages of plans ask the database as often for many rows as for few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from landsby.web.accounts.models import User
from landsby.web.partnerships.actions import add_actor
from landsby.web.plans.actions import focus_on, review_plan, share_plan, tick_practice
from landsby.web.plans.models import FocusPrinciple, Plan, PlanItem
from landsby.web.plans.periods import Span
from landsby.web.plans.tests.factories import a_plan, an_item, days_ago, this_spring
from landsby.web.plans.told import ReviewTold

MANY = 30


def asked(client: Client, url: str) -> int:
    """How many questions one page asks; a file is read to its end."""
    with CaptureQueriesContext(connection) as questions:
        response = client.get(url)
        if response.streaming:
            b"".join(response)
    assert response.status_code == 200
    return len(questions)


def test_no_page_asks_more_when_there_is_more(
    world: SimpleNamespace, operator: User, cast: SimpleNamespace, sign_in: Callable[[User], Client]
) -> None:
    plan = a_plan(world, operator)
    an_item(plan, operator)
    focus_on(plan=plan, principles=["all_hands"], on=days_ago(60), by=operator)
    tick_practice(plan=plan, principle="all_hands", example="coil_ropes", is_everyday=True, by=operator)
    review_plan(plan=plan, told=ReviewTold(days_ago(50), "Godt"), by=operator)
    theirs = a_plan(world, operator, place=world.hill_daycare)
    an_item(theirs, operator)
    share_plan(plan=theirs, is_shared=True, by=operator)
    client, of_plan = sign_in(cast.secretariat), f"/plans/{plan.pk}/"
    parts = ("", "focus/", "review/", "carry-over/", "copy/", "history/", "change/")
    lists = ("/p/havneby/plans/", "/p/havneby/plans/new/?template=deck_plan", "/p/havneby/plans/export/csv/")
    urls = [*(f"{of_plan}{part}" for part in parts), f"{of_plan}copy/?from={theirs.pk}", *lists]
    for url in urls:
        client.get(url)  # what is kept from one request to the next is kept now
    few = {url: asked(client, url) for url in urls}
    _grow(world, operator, plan, theirs)
    assert {url: asked(client, url) for url in urls} == few


def _grow(world: SimpleNamespace, by: User, plan: Plan, theirs: Plan) -> None:
    """Many more places, plans and things; most are written at once, for the reading is what is asked about."""
    spring = this_spring()
    for number in range(MANY):
        place = add_actor(
            programme=world.programme,
            kind="kindergarten",
            name=f"Hus {number}",
            municipality=world.north,
            community=world.quay,
            by=by,
        )
        if number % 2:
            a_plan(world, by, place=place)
        former = Span(spring.first - timedelta(days=200 + number), spring.first - timedelta(days=1))
        a_plan(world, by, span=former)
        told = {"went_well": f"Godt {number}", "on": days_ago(number)}
        review_plan(plan=plan, told=ReviewTold(**told), by=by)
    items = [PlanItem(plan=one, section="on_deck", what=f"Knob {n}") for n in range(MANY) for one in (plan, theirs)]
    PlanItem.objects.bulk_create(items)
    days = [days_ago(100 + number) for number in range(MANY)]
    FocusPrinciple.objects.bulk_create(
        FocusPrinciple(plan=plan, principle="calm_water", principle_hash="", starts_on=day, ends_on=day) for day in days
    )
