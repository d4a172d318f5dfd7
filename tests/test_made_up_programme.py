"""A programme that nobody thought of runs from its definitions alone: other goals, own kinds, no communities."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from landsby.blueprint.contents import KINDS
from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, Series
from landsby.web.partnerships.models import Actor, Programme, Role

pytestmark = pytest.mark.django_db
SLUG = "havneby"


@pytest.fixture
def operator_at_work(programme: Programme, operator: User, sign_in) -> Client:
    """The one who started the programme, signed in. Nothing has been set up yet."""
    return sign_in(operator)


def address(name: str, *keys: object) -> str:
    return reverse(name, args=keys or (SLUG,))


def test_from_nothing_to_the_picture(operator_at_work):
    client = operator_at_work

    # A municipality takes part, and a library that lies in no community
    joined = client.post(address("partnerships:join"), {"code": "0400", "joined_on": "2021-01-01"})
    assert joined.status_code == 302, joined.context["form"].errors
    told = {"name": "Biblioteket", "kind": "library", "municipality": Programme.objects.get().municipalities.get().pk}
    added = client.post(address("partnerships:new_actor"), told)
    assert added.status_code == 302, added.context["form"].errors
    library = Actor.objects.get()

    # Somebody gets a role of this programme, and logs a kind of this programme
    role = Role.objects.get(key="health_visitor")
    place = Programme.objects.get().municipalities.get()
    form = {"name": "Sanne", "email": "sanne@landsby.example", "place": place.pk}
    invited = client.post(address("partnerships:new_person", SLUG, role.key), form)
    link = re.search(r'value="http://testserver(/invitations/[^"]+)"', invited.content.decode())
    assert link is not None
    sanne = Client()
    came = sanne.post(link[1], {"name": "Sanne", "password": "hoste kaffe ribs og trappe"})
    assert came.status_code == 302, came.context["form"].errors
    quick = {
        "client_key": str(uuid4()),
        "kind": "crab_fishing",
        "actor": library.pk,
        "day": "today",
        "count": "9",
    }
    logged = sanne.post(address("activities:log"), quick)
    assert logged.status_code == 302, logged.context["form"].errors

    # Another plans one with questions that only its kind asks, and a course
    walk = {
        "title": "Bogen i strandkanten",
        "status": "held",
        "starts_on": "2023-05-03",
        "hosts": [library.pk],
        "goals": ["story_time"],
        "tracks": ["reading_together"],
        "children": "7",
        "extra_books_lent": "4",
        "extra_weather": "dry",
    }
    held = sanne.post(address("activities:new_of_kind", SLUG, "story_walk"), walk)
    assert held.status_code == 302, held.context["form"].errors
    course = {
        "title": "Sejlerhold",
        "starts_on": "2023-05-03",
        "hosts": [library.pk],
        "sessions": "3",
        "weeks_between": "1",
        "children_enrolled": "12",
    }
    begun = sanne.post(address("activities:new_of_kind", SLUG, "sailing_course"), course)
    assert begun.status_code == 302, begun.context["form"].errors

    # What was told is there, and counts
    assert Series.objects.get().sessions.count() == 3
    assert Activity.objects.get(title="Bogen i strandkanten").extra == {"books_lent": 4, "weather": "dry"}
    listed = client.get(address("activities:list"), {"goal": "story_time", "status": "held"})
    assert [row.title for row in listed.context["listing"].page] == ["Bogen i strandkanten"]
    for page in ("home:programme", "overviews:picture", "overviews:courses", "overviews:actors", "blueprints:browse"):
        assert client.get(address(page)).status_code == 200
    exported = b"".join(client.get(address("activities:export", SLUG, "csv")).streaming_content).decode()
    assert len(exported.splitlines()) == 1 + 5


def test_it_has_what_a_programme_may_have_and_all_of_it_can_be_read(operator_at_work, blueprint):
    [audience], [offer], [instrument] = (
        tuple(getattr(blueprint, folder).values()) for folder in ("audiences", "offers", "instruments")
    )
    assert len(blueprint.goals) == 5
    assert (audience.ages.first, audience.ages.last) == (11, 18)
    assert (offer.ages.first, offer.ages.last) == (11 * 12, 18 * 12)
    assert [item.type for item in instrument.items] == ["scale", "choice", "long_text"]
    assert len(blueprint.activity_kinds["story_walk"].fields) == 2
    assert len(blueprint.boards) == 1
    assert blueprint.plan_templates
    for folder in (folder for folder in KINDS if getattr(blueprint, folder)):
        assert operator_at_work.get(address("blueprints:shelf", SLUG, folder)).status_code == 200
        for key in getattr(blueprint, folder):
            assert operator_at_work.get(address("blueprints:definition", SLUG, folder, key)).status_code == 200
