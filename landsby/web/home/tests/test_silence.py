"""A programme whose records have thinned out: one late record neither empties its front page nor is passed over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from landsby.web.kit.periods import HalfYear


@pytest.fixture
def long_ago(make, today, world):
    """Ten activities in each of two half-years of the same name, two and three years ago; the later of them."""
    half = HalfYear.of(today - timedelta(days=730))
    for year in (half.year, half.year - 1):
        for number in range(10):
            day = date(year, half.first_day.month, 20) + timedelta(days=number)
            make((day - today).days, community=(world.quay, world.hill)[number % 2], title=f"Dengang {number}")
    return half


def test_it_looks_back_on_the_last_half_year_with_enough_and_says_which(front_of, long_ago):
    front, text = front_of("secretariat")
    assert front.lately.half_year == long_ago
    assert [(change.now.value, change.before.value) for change in front.changes[:2]] == [(10, 10), (100, 100)]
    assert "hvor der er nok at tælle" in text
    assert "Siden er der ikke registreret noget." in text
    assert "Det seneste halve år." not in text


def test_one_new_record_keeps_the_numbers_and_is_told_beside_them(front_of, long_ago, make, cast, sign_in):
    new = make(0, status="held", title="Lige nu")
    front, text = front_of("secretariat")
    assert front.lately.half_year == long_ago
    assert front.changes[0].now.value == 10
    assert "Siden er der kommet" in text
    assert front.happened[0] == new
    client = sign_in(cast.secretariat)
    assert list(client.get(front.since.url).context["listing"].page) == [new]
    assert client.get(front.happened_url).context["listing"].page.paginator.count == 11


def test_one_new_record_moves_its_community(front_of, long_ago, make, world, today):
    before = {one.community: one for one in front_of("secretariat")[0].communities}
    make(0, status="held", community=world.hill)
    after = {one.community: one for one in front_of("secretariat")[0].communities}
    assert before[world.hill].latest < today == after[world.hill].latest
    assert before[world.quay] == after[world.quay]
    assert after[world.hill].quiet_weeks == 0


def test_when_the_records_have_come_back_the_page_looks_back_from_today(front_of, long_ago, make, today):
    for days in range(5):
        make(-days, status="held")
    front, text = front_of("secretariat")
    assert front.lately.last == today
    assert front.since.value == 0
    assert "Det seneste halve år." in text


def test_of_more_communities_than_can_be_compared_the_quietest_are_told(front_of, make, world, monkeypatch):
    monkeypatch.setattr("landsby.web.home.presenters.communities.MOST_COMPARED", 2)
    monkeypatch.setattr("landsby.web.home.presenters.front.MOST_COMPARED", 2)
    for days, place in ((-3, world.quay), (-90, world.hill)):
        make(days, status="held", community=place, municipality=place.municipality)
    front, text = front_of("secretariat")
    assert [one.community for one in front.communities] == [world.bay, world.hill]
    assert [one.now.value for one in front.communities] == [0, 1]
    assert "hvor der er længst siden" in text
