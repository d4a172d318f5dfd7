"""A page asks the database as often for many rows as for few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.activities.tests.factories import A_DAY, a_series, an_activity
from landsby.web.courses.tests.factories import (
    AFTER_THE_RISE,
    BEFORE_THE_RISE,
    a_sign_up,
    an_offer,
    handed_in,
    held_sessions,
)
from landsby.web.evaluations.actions import tell_deviation
from landsby.web.evaluations.models import Declaration, Run
from landsby.web.evaluations.tests.factories import DESIGN, a_declaration, a_draft, a_loading, cells_of
from landsby.web.gatherings.tests.factories import a_gathering, an_agreement, fill_gathering
from landsby.web.halls.actions import ask_swap, change_season
from landsby.web.halls.changing import SeasonChange
from landsby.web.halls.details import WeeklyTime
from landsby.web.halls.models import Season
from landsby.web.halls.rules import slots_of
from landsby.web.halls.tests.factories import a_season, another_club, coming, give, openings_of
from landsby.web.halls.tests.factories import details as season_details
from landsby.web.indicators.actions import ToldTarget, set_target
from landsby.web.indicators.tests.factories import place_of, some_figures, years_of
from landsby.web.initiatives.actions import register_coverage
from landsby.web.initiatives.models import Initiative, Trial
from landsby.web.initiatives.tests.factories import a_trial, an_initiative, initiatives_at
from landsby.web.partnerships.actions import add_actor, add_contact, form_community, give_membership
from landsby.web.partnerships.models import Actor, Community
from landsby.web.photos.consent import Consent
from landsby.web.photos.rules import MOST_PHOTOS
from landsby.web.photos.tests.factories import a_photo, a_picture
from tests.architecture.addresses import Address, addresses, url_of

MANY = 30
"""More rows of everything than a page of a list holds."""


def queries_of(client: Client, url: str) -> list[str]:
    """The questions that one GET asks of the database; a file is read to its end."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        response = client.get(url)
        if response.streaming:
            b"".join(response.streaming_content)
    return [query["sql"] for query in asked.captured_queries]


@pytest.fixture
def grow(things: SimpleNamespace, world: SimpleNamespace, blueprint: Blueprint, operator: User) -> Callable[[], None]:
    """Makes the programme as large as one that has run for a while, near the places that pages are asked about."""

    def many_more() -> None:
        pedagogue = world.programme.roles.get(key="pedagogue")
        for number in range(MANY):
            where = form_community(
                municipality=world.north, name=f"Area {number}", started_on=world.programme.starts_on, by=operator
            )
            actor = add_actor(
                programme=world.programme,
                kind="school",
                name=f"School {number}",
                municipality=world.north,
                community=where if number % 2 else world.quay,
                parent=world.daycare if number % 3 == 0 else None,
                by=operator,
            )
            add_contact(actor=world.daycare, name=f"Contact {number}", by=operator)
            user = User.objects.create_user(f"pedagogue{number}@landsby.example", name=f"Pedagogue {number}")
            give_membership(user=user, role=pedagogue, place=actor, by=operator)
            day = A_DAY + timedelta(days=number % 20)
            hosts = (world.daycare, actor)
            an_activity(blueprint, world, operator, hosts=hosts, community=actor.community, starts_on=day)
            a_series(blueprint, world, operator, hosts=hosts, sessions=2, starts_on=day)
            if number % 3 == 0:
                some_courses(blueprint, world, operator, number)
            an_activity(blueprint, world, operator, hosts=hosts, kind="story_walk", starts_on=day)
            met = a_gathering(blueprint, world, operator, hosts=hosts, facilitators=(actor,), starts_on=day)
            fill_gathering(met, actor, operator)
            fill_gathering(Activity.objects.get(pk=things.here["gatherings"]), actor, operator)
            an_agreement(met, operator, actor=actor)
            more_photos(things, operator, number)
            more_of_initiatives(things, world, actor, operator)
        more_duties(things, blueprint, world, operator)
        more_of_indicators(world, blueprint, operator)
        more_of_evaluations(things, world, operator)

    return many_more


def more_of_indicators(world: SimpleNamespace, blueprint: Blueprint, operator: User) -> None:
    """Every community has figures of every indicator, and a target."""
    communities = Community.objects.of(world.programme)
    years = years_of(one for one in communities if one not in (world.quay, world.bay))
    for key, indicator in blueprint.indicators.items():
        is_halved = indicator.period == "half_year"
        figures = {
            (place, year * 10 + 1 if is_halved else year, part): told for (place, year, part), told in years.items()
        }
        some_figures(world, blueprint, operator, figures, key)
    for one in communities.exclude(pk=world.quay.pk)[:MANY]:
        told = ToldTarget(place_of(one), Decimal(60), 2029, "Havnerådet", A_DAY)
        set_target(programme=world.programme, indicator="dares_at_seven", told=told, by=operator)


def more_of_evaluations(things: SimpleNamespace, world: SimpleNamespace, operator: User) -> None:
    """Other designs and drafts, and more cells, runs and deviations of the one that pages are asked about."""
    own = Declaration.objects.get(pk=things.here["evaluations"])
    for number in range(5):
        a_declaration(world.programme, operator, DESIGN.replace("id: fewer", f"id: number_{number}_fewer"))
        a_draft(world.programme, operator, f"id: begun_{number}")
        a_loading(own, operator, cells_of(holder=f"Holder {number}"))
        Run.objects.create(declaration=own, asked_by=operator)
        tell_deviation(declaration=own, what=f"Something {number}", why="It rained", by=operator)


def more_of_initiatives(things: SimpleNamespace, world: SimpleNamespace, actor: Actor, operator: User) -> None:
    """The initiative that pages are asked about gets parts, trials and actors, and others stand beside it."""
    own = Initiative.objects.get(pk=things.here["initiatives"])
    initiatives_at(world, actor, operator)
    an_initiative(world, operator, parent=own, partners=(actor,), stage="spreading")
    a_trial(own, operator, actor=actor, previous=Trial.objects.get(pk=things.here["trials"]))
    register_coverage(initiative=own, actors=[actor], started_on=A_DAY, by=operator)


def at_the_quay(world: SimpleNamespace) -> dict[str, Any]:
    """Where the cast's institutions lie."""
    return {"municipality": world.north, "community": world.quay}


def more_photos(things: SimpleNamespace, operator: User, number: int) -> None:
    """Photos of the activity that pages are asked about, every other of them not clear yet."""
    crabs = Activity.objects.get(pk=things.here["activities"])
    consent = Consent.UNCLEAR if number % 2 else Consent.GIVEN
    if number < MOST_PHOTOS // 2:
        a_photo(crabs, operator, picture=a_picture(f"rgb({number * 8}, 0, 0)"), consent=consent)


def some_courses(blueprint: Blueprint, world: SimpleNamespace, operator: User, number: int) -> None:
    """A course with hours that wait and hours to hand in, and an offer with a place and somebody in the queue."""
    days = (BEFORE_THE_RISE, AFTER_THE_RISE)
    handed_in(held_sessions(blueprint, world, operator, days=days, title=f"Held {number}")[:1], operator)
    offer = an_offer(blueprint, world, operator, first=timezone.localdate(), title=f"Offer {number}")
    window = offer.windows.get()
    for _ in range(2):
        a_sign_up(window, world.daycare, operator, may_wait=True)


def more_duties(things: SimpleNamespace, blueprint: Blueprint, world: SimpleNamespace, operator: User) -> None:
    """The season that pages are asked about grows long and gets more associations, and others stand beside it."""
    season = Season.objects.get(pk=things.here["halls"])
    daily = tuple(WeeklyTime(weekday=day, opens_at=time(10), closes_at=time(12)) for day in range(7))
    clubs = tuple(another_club(world, operator, name=f"Club {number}") for number in range(5))
    long = season_details(blueprint, world, weekly=daily, associations=(world.club, *clubs))
    added = SeasonChange(added=slots_of(long)[:MANY], cancelled=[], moved=[])
    change_season(season=season, details=long, change=added, by=operator)
    for opening in openings_of(season):
        give(season, [opening], (world.daycare,), operator)
        ask_swap(opening=opening, giver=world.daycare, taker=clubs[0], by=operator)
    for number in range(MANY):
        begins = {"starts_on": coming(0, weeks=9), "ends_on": coming(6, weeks=9)}
        a_season(blueprint, world, operator, title=f"Season {number}", **begins)


def asked() -> list[Address]:
    """Every address of a programme or of a thing in it; the others show no rows."""
    return [address for address in addresses() if {"slug", "pk"}.intersection(address.parameters)]


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("who", ["secretariat", "project_leader", "daycare_leader"])
def test_no_page_asks_more_often_when_there_is_more(things, world, operator, cast, sign_in, grow, who):
    # Whoever has a department has a host to choose, which is a field more: so there is one from the beginning.
    add_actor(
        programme=world.programme,
        kind="kindergarten",
        name="The shed",
        parent=world.daycare,
        **at_the_quay(world),
        by=operator,
    )
    # Likewise an initiative with a partner has somebody to name.
    an_initiative(world, operator, partners=(world.daycare,))
    # Likewise whoever has a duty has more to read than whoever has none.
    season = Season.objects.get(pk=things.here["halls"])
    give(season, openings_of(season)[:1], (world.club, world.daycare), operator)
    client = sign_in(getattr(cast, who))
    urls = {address.name: url_of(address, address.places[0], things) for address in asked()}
    for url in urls.values():
        client.get(url)  # what is kept from one request to the next is kept now
    few = {name: queries_of(client, url) for name, url in urls.items()}
    grow()
    client.get(urls["overviews:picture"])  # the first to look after a change counts those half-years again
    many = {name: queries_of(client, url) for name, url in urls.items()}
    assert sum(map(len, few.values())) > 100
    grown = {name: f"{len(few[name])} → {len(many[name])}" for name in urls if len(many[name]) > len(few[name])}
    assert grown == {}


@pytest.mark.once
@pytest.mark.django_db
def test_a_planted_question_per_row_is_found(cast, world, operator, django_user_model):
    def names_of_places() -> int:
        with CaptureQueriesContext(connection) as context:
            [actor.community.name for actor in world.programme.actors.all()]
        return len(context)

    few = names_of_places()
    add_actor(programme=world.programme, kind="school", name="One more", community=world.bay, by=operator)
    assert names_of_places() > few
