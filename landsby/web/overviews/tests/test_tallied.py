"""What is added up from tallies is what counting one by one gives, for all that a reader may choose."""

from __future__ import annotations

import pytest

from landsby.web.activities.access import activities_seen_by, tallies_seen_by
from landsby.web.kit.periods import HalfYear
from landsby.web.overviews.choice import Choice
from landsby.web.overviews.counts import Counts
from landsby.web.overviews.figures import figures_of
from landsby.web.overviews.sight import Sight
from landsby.web.overviews.tallied import Tallied, counts_of
from landsby.web.partnerships.access import actors_seen_by, standing_in

COUNTS = (
    "totals",
    "by_half_year",
    "by_goal",
    "by_track",
    "by_community",
    "by_municipality",
    "by_actor",
    "by_place",
    "by_place_and_goal",
    "by_place_and_track",
    "children_enrolled",
)
HALVES = [(None, None), (HalfYear(2022, 2), None), (None, HalfYear(2022, 2)), (HalfYear(2023, 1), HalfYear(2023, 1))]


@pytest.fixture(params=["steering_member", "health_visitor"])
def standing(request, cast, world, years):
    return standing_in(getattr(cast, request.param), world.programme)


@pytest.fixture(params=range(len(HALVES) * 2))
def choice(request, world):
    first, last = HALVES[request.param // 2]
    return Choice(world.programme, first, last, world.north if request.param % 2 else None)


def test_both_ways_of_counting_give_the_same(standing, choice):
    activities, tallies = choice.narrowed(activities_seen_by(standing)), tallies_seen_by(standing)
    one_by_one = Counts(choice.programme, activities)
    ahead = Tallied(choice.programme, activities, choice.tallied(tallies))
    for name in COUNTS:
        assert getattr(ahead, name)() == getattr(one_by_one, name)(), name
    kinds = ("crab_fishing", "quay_meeting")
    assert ahead.by_kind_and_community(kinds) == one_by_one.by_kind_and_community(kinds)
    shown = ("pk", "held", "participations", "first_on")
    assert list(ahead.courses().values_list(*shown)) == list(one_by_one.courses().values_list(*shown))
    whole = actors_seen_by(standing).whole().order_by("pk")
    taken = [list(way.with_taken_part(whole).values_list("pk", "taken_part")) for way in (ahead, one_by_one)]
    assert taken[0] == taken[1]


def test_whoever_sees_whole_places_is_counted_for_ahead(standing):
    assert tallies_seen_by(standing) is not None


def test_whoever_sees_what_single_actors_take_part_in_is_counted_for_one_by_one(cast, world, years):
    assert tallies_seen_by(standing_in(cast.daycare_leader, world.programme)) is None


def test_figures_are_the_same_both_ways(world, years, monkeypatch):
    ahead = figures_of(world.programme, years.last)
    assert isinstance(counts_of(world.programme), Tallied)
    monkeypatch.setattr("landsby.web.overviews.tallied.tallies_of", lambda programme: None)
    assert figures_of(world.programme, years.last) == ahead


def test_a_sight_of_the_last_year_asks_for_no_tallies_anew(standing, world, years, django_assert_num_queries):
    sight = Sight(standing, Choice(world.programme), years.last)
    assert sight.tallies is not None
    lately = sight.lately
    with django_assert_num_queries(0):
        assert lately.tallies is sight.tallies
