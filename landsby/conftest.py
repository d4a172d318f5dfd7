"""The cast that every room's tests share: one made-up programme, its places, and its people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client

from landsby.blueprint import Blueprint, load
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.partnerships.actions import add_actor, form_community, give_membership, join_municipality
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme
from tests.once import Once

ONCE = Once()
MADE_UP = Path(__file__).parents[1] / "tests" / "blueprints" / "havneby"


@pytest.fixture(scope="session")
def blueprint() -> Blueprint:
    """The made-up blueprint: two goals, two tracks, four kinds, eleven roles."""
    return load(MADE_UP)


@pytest.fixture
def operator(db: None) -> User:
    """The one who runs the installation."""
    return ONCE.lay_out("operator", _operator)["operator"]


@pytest.fixture
def programme(operator: User, blueprint: Blueprint) -> Programme:
    """A programme that has begun and holds nothing yet."""
    return ONCE.lay_out("programme", partial(_programme, blueprint, operator))["programme"]


@pytest.fixture
def world(programme: Programme, operator: User) -> SimpleNamespace:
    """Two municipalities, three communities, and an actor of each sort that the cast belongs to."""
    places = ONCE.lay_out("world", partial(_places, programme, operator))
    return SimpleNamespace(programme=programme, **places)


@pytest.fixture
def cast(world: SimpleNamespace, operator: User) -> SimpleNamespace:
    """One person per role, by the role's key, and a stranger who has none."""
    return SimpleNamespace(**ONCE.lay_out("cast", partial(_people, world, operator)))


def _operator() -> dict[str, User]:
    return {"operator": User.objects.create_superuser("drift@landsby.example", name="Dorthe Drift")}


def _programme(blueprint: Blueprint, operator: User) -> dict[str, Programme]:
    started = start_programme_from(
        blueprint=blueprint,
        slug="havneby",
        name="Sammen om Havneby",
        starts_on=date(2021, 1, 1),
        ends_on=date(2030, 12, 31),
        by=operator,
    )
    return {"programme": started}


def _places(programme: Programme, operator: User) -> dict[str, Municipality | Community | Actor]:
    north, south = (
        join_municipality(programme=programme, code=code, name=name, joined_on=date(2021, 1, 1), by=operator)
        for code, name in (("0901", "Nordhavn"), ("0902", "Sydhavn"))
    )
    places: dict[str, Municipality | Community | Actor] = {"north": north, "south": south}
    for key, municipality in (("quay", north), ("hill", north), ("bay", south)):
        places[key] = form_community(
            municipality=municipality, name=key.capitalize(), started_on=date(2021, 1, 1), by=operator
        )
    for key, kind, name, community in (
        ("daycare", "kindergarten", "Muslingen", "quay"),
        ("school", "school", "Kajskolen", "quay"),
        ("club", "association", "Havneby Sejlklub", "quay"),
        ("hill_daycare", "kindergarten", "Bakkehuset", "hill"),
        ("bay_school", "school", "Bugtskolen", "bay"),
    ):
        where = places[community]
        places[key] = add_actor(
            programme=programme, kind=kind, name=name, community=where, municipality=where.municipality, by=operator
        )
    return places


def _people(world: SimpleNamespace, operator: User) -> dict[str, User]:
    place_of = {
        "secretariat": world.programme,
        "project_leader": world.north,
        "steering_member": world.programme,
        "daycare_leader": world.daycare,
        "school_leader": world.school,
        "pedagogue": world.daycare,
        "health_visitor": world.north,
        "leisure_consultant": world.north,
        "association": world.club,
        "network_member": world.quay,
        "evaluator": world.programme,
    }
    roles = {role.key: role for role in world.programme.roles.all()}
    people = {}
    for key, place in place_of.items():
        people[key] = User.objects.create_user(f"{key}@landsby.example", name=key.replace("_", " ").title())
        give_membership(user=people[key], role=roles[key], place=place, by=operator)
    people["stranger"] = User.objects.create_user("stranger@landsby.example", name="Stranger")
    return people


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    """A client that is signed in as somebody."""

    def as_somebody(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return as_somebody
