"""Every aggregate beside its naive twin, which looks at one row at a time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import SimpleNamespace

import pytest

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.models import Activity, ActivityQuerySet, Series
from landsby.web.kit.periods import HalfYear
from landsby.web.overviews import queries
from landsby.web.partnerships.access import Standing, actors_seen_by, standing_in
from landsby.web.partnerships.models import Community

WATCHERS = ["steering_member", "health_visitor", "daycare_leader", "association"]
"""People who see the whole programme, a municipality, and less."""


@pytest.fixture(params=WATCHERS)
def standing(request, cast: SimpleNamespace, world: SimpleNamespace, years: SimpleNamespace) -> Standing:
    return standing_in(getattr(cast, request.param), world.programme)


@pytest.fixture
def held(standing: Standing) -> ActivityQuerySet:
    return activities_seen_by(standing).held()


@pytest.fixture
def rows(standing: Standing) -> list[Activity]:
    """The same activities, each chosen by hand."""
    seen = standing.seen
    every = Activity.objects.all().prefetch_related("involvements__actor", "goals", "tracks")
    return [
        a
        for a in every
        if a.status == "held"
        and (
            seen.everywhere
            or a.municipality_id in seen.municipalities
            or a.community_id in seen.communities
            or any(i.actor_id in seen.actors for i in a.involvements.all())
        )
    ]


def test_the_hand_picked_rows_are_more_than_a_handful(rows):
    assert len(rows) >= 10


def test_totals_add_up_the_rows(held, rows):
    assert queries.totals(held) == queries.Totals(
        len(rows), sum(a.children or 0 for a in rows), sum(a.new_families or 0 for a in rows)
    )


def test_totals_of_nothing_are_nothing(held):
    assert queries.totals(held.none()) == queries.Totals(0, 0, 0)


def test_by_goal_counts_an_activity_under_each_of_its_goals(held, rows):
    twin: Counter = Counter()
    for a in rows:
        for goal in [link.goal for link in a.goals.all()] or [""]:
            twin[a.half_year, goal] += 1
    assert queries.by_goal(held) == twin


def test_by_track_counts_an_activity_on_each_of_its_tracks(held, rows):
    twin: Counter = Counter()
    for a in rows:
        for track in [link.track for link in a.tracks.all()] or [""]:
            twin[a.half_year, track] += 1
    assert queries.by_track(held) == twin


def test_by_community_keeps_those_without_one_apart(held, rows):
    assert queries.by_community(held) == Counter((a.half_year, a.community_id) for a in rows)


def test_over_time_adds_up_the_half_years(held, rows):
    assert queries.over_time(queries.by_community(held)) == Counter(a.community_id for a in rows)


def test_the_latest_of_each_community_is_its_newest_row(held, rows):
    communities = Community.objects.order_by("pk")
    twin = {c: max((a.starts_on for a in rows if a.community_id == c.pk), default=None) for c in communities}
    assert queries.with_latest(communities, held) == twin


def test_a_page_looks_back_from_the_last_half_year_that_holds_enough(held, rows):
    fullest = max(Counter(a.half_year for a in rows if a.half_year > 20221).items(), key=lambda pair: pair[0])[0]
    long_after = date(2029, 3, 1)
    assert queries.day_to_look_back_from(held, long_after) == HalfYear.from_number(fullest).last_day
    assert queries.day_to_look_back_from(held.none(), long_after) == long_after


def test_an_actor_has_taken_part_in_what_it_or_its_department_has_a_part_in(standing, held, rows):
    whole = actors_seen_by(standing).whole()
    found = {actor.pk: actor.taken_part for actor in queries.with_taken_part(whole, held)}
    twin = {
        actor.pk: sum(any(actor.pk in (i.actor_id, i.actor.parent_id) for i in a.involvements.all()) for a in rows)
        for actor in whole
    }
    assert found == twin


def test_when_nothing_was_held_nobody_took_part(standing, held):
    found = queries.with_taken_part(actors_seen_by(standing), held.none())
    assert {actor.taken_part for actor in found} == {0}


def test_courses_carry_what_was_held_of_them(standing, held, rows):
    twin = {
        series.pk: (
            len(own := [a for a in rows if a.series_id == series.pk]),
            sum(a.children or 0 for a in own),
            min(a.starts_on for a in own),
        )
        for series in Series.objects.all()
        if any(a.series_id == series.pk for a in rows)
    }
    found = queries.courses(standing.programme, held)
    assert {s.pk: (s.held, s.participations, s.first_on) for s in found} == twin


def test_enrolled_children_are_counted_once_per_course_however_many_sessions(standing, held, rows):
    courses = {a.series_id for a in rows if a.series_id}
    twin = sum(s.children_enrolled or 0 for s in Series.objects.filter(pk__in=courses))
    assert queries.children_enrolled(standing.programme, held) == twin


def test_by_place_and_its_goals_add_up_to_the_rows(held, rows):
    places = queries.by_place(held)
    twin = Counter((a.half_year, str(a.municipality or ""), str(a.community or "")) for a in rows)
    assert {tuple(place): sums.activities for place, sums in places.items()} == twin
    goals = queries.by_place_and(held, "goals__goal")
    wet = sum(count for (_place, goal), count in goals.items() if goal == "wet_feet")
    assert wet == sum(any(link.goal == "wet_feet" for link in a.goals.all()) for a in rows)
