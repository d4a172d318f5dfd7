"""Somebody with two roles takes out what the role with the right sees, and nothing that only the other sees."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from landsby.web.partnerships.actions import give_membership
from landsby.web.partnerships.models import Role

pytestmark = pytest.mark.usefixtures("years")


@pytest.fixture
def client(cast, world, operator, sign_in):
    """A daycare leader, who may export, and who also reads the whole programme without that right."""
    steering = Role.objects.get(programme=world.programme, key="steering_member")
    assert "export" not in steering.rights
    give_membership(user=cast.daycare_leader, role=steering, place=world.programme, by=operator)
    return sign_in(cast.daycare_leader)


def rows_of(response):
    assert response.status_code == 200
    return list(csv.DictReader(StringIO(b"".join(response.streaming_content).decode("utf-8-sig")), delimiter=";"))


def test_the_pages_show_what_either_role_sees(client):
    shown = client.get("/p/havneby/actors/").context["listing"].sorted_rows
    assert "Bugtskolen" in {actor.name for actor in shown}


@pytest.mark.parametrize("room", ["activities", "actors", "picture"])
def test_the_file_holds_what_the_role_with_the_right_sees(client, room):
    places = {row["Lokalområde"] for row in rows_of(client.get(f"/p/havneby/{room}/export/csv/"))}
    assert places - {""} == {"Quay"}


@pytest.mark.parametrize("room", ["activities", "actors"])
def test_asking_for_another_place_opens_nothing(client, world, room):
    assert rows_of(client.get(f"/p/havneby/{room}/export/csv/?community={world.bay.pk}")) == []


@pytest.mark.parametrize("room", ["activities", "actors", "picture"])
def test_with_one_role_the_file_holds_what_the_page_shows(cast, sign_in, room):
    client = sign_in(cast.secretariat)
    assert {row["Lokalområde"] for row in rows_of(client.get(f"/p/havneby/{room}/export/csv/"))} >= {"Quay", "Bay"}
