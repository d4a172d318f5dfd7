"""What waits for an answer: the most pressing first, and the rest a place at a time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from landsby.web.activities.status import Status
from landsby.web.halls.actions import ask_swap
from landsby.web.halls.tests.factories import a_season, another_club, openings_of


@pytest.fixture
def eighteen(make, world):
    """Eighteen planned activities that have passed: twelve at the quay, four on the hill, two in no community."""
    where = [world.quay] * 12 + [world.hill] * 4 + [None] * 2
    return [
        make(-days, status=Status.PLANNED, community=place, title=f"Venter {days}")
        for days, place in enumerate(where, 1)
    ]


def listed(client, url):
    return client.get(url).context["listing"].page.paginator.count


def test_those_that_have_waited_longest_stand_first(front_of, eighteen, today):
    days = [activity.starts_on for activity in front_of("project_leader")[0].dues.first]
    assert days == [today - timedelta(days=number) for number in (18, 17, 16)]


def test_the_rest_is_counted_and_opened_all_at_once_or_a_place_at_a_time(front_of, eighteen, cast, sign_in):
    front, text = front_of("project_leader")
    assert "Og 15 til." in text
    assert "Se alle 18" in text
    assert [(name, count.value) for name, count in front.dues.places] == [
        ("Hill", 4),
        ("Quay", 12),
        ("Uden lokalområde", 2),
    ]
    client = sign_in(cast.project_leader)
    for count in (front.dues.all, *(count for _name, count in front.dues.places)):
        assert listed(client, count.url) == count.value


def test_what_others_answer_for_is_neither_counted_nor_behind_the_count(front_of, eighteen, make, world, cast, sign_in):
    across = {"community": world.bay, "municipality": world.south, "hosts": (world.bay_school,)}
    make(-3, status=Status.PLANNED, **across)
    assert front_of("secretariat")[0].dues.all.value == 19
    front, _text = front_of("project_leader")
    assert listed(sign_in(cast.project_leader), front.dues.all.url) == front.dues.all.value == 18


def test_few_are_simply_shown(front_of, make, world):
    for days in range(1, 6):
        make(-days, status=Status.PLANNED)
    front, text = front_of("daycare_leader")
    assert (len(front.dues.first), front.dues.more, front.dues.places) == (5, 0, [])
    assert "Se alle" not in text


def test_many_in_one_place_are_not_sorted_by_place(front_of, make):
    for days in range(1, 8):
        make(-days, status=Status.PLANNED)
    front, text = front_of("daycare_leader")
    assert (len(front.dues.first), front.dues.more, front.dues.places) == (3, 4, [])
    assert "Se alle 7" in text


def test_old_openings_of_a_rota_do_not_heap_up(front_of, make, today):
    for days in (-7, -60, -61, -200):
        make(days, status=Status.PLANNED, kind="story_walk", tracks=())
    make(-200, status=Status.PLANNED)
    waiting = [today - activity.starts_on for activity in front_of("project_leader")[0].dues.first]
    assert [passed.days for passed in waiting] == [200, 60, 7]


def test_whoever_is_asked_to_take_a_duty_reads_it_on_the_front_page(front_of, blueprint, world, operator):
    neighbour = another_club(world, operator)
    season = a_season(blueprint, world, operator, hosts=(neighbour,), associations=(world.club, neighbour))
    assert "om en vagt" not in front_of("association")[1]
    ask_swap(opening=openings_of(season)[0], giver=neighbour, taker=world.club, by=operator)
    front, text = front_of("association")
    assert front.swaps_to_answer.value == 1
    assert "Svar på 1 spørgsmål" in text
    assert "om en vagt" not in front_of("pedagogue")[1]
