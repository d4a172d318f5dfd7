"""The plan, before anything is written: what it holds, and that it is fit to be written."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from landsby.blueprint import OwnField, codelist, kinds_in_groups, load
from landsby.demo import vocabulary as words
from landsby.demo.almanac import FIRST_DAY, LAST_DAY
from landsby.demo.places import QUIET_COMMUNITY
from landsby.demo.plan import Counts, Gathering, Outcome, Turn
from landsby.demo.planning import Size, plan_demo
from landsby.demo.taking_part import is_there

BLUEPRINT = load(words.BLUEPRINT)


@pytest.fixture(scope="module", params=[1, 2, 3, 4, 5])
def plan(request):
    return plan_demo(request.param)


@pytest.fixture(scope="module")
def first_plan():
    return plan_demo(1)


def held(gatherings, kind):
    return [one for one in gatherings if one.kind == kind and one.outcome is Outcome.HELD]


def courses_of(plan, kind):
    return [course for course in plan.courses if held(course.sessions, kind)]


def test_long_courses_add_up_to_what_was_published(plan):
    courses = courses_of(plan, words.LONG_COURSE)
    assert 130 <= len(courses) <= 150
    assert 2350 <= sum(course.children for course in courses) <= 2400


def test_short_courses_add_up_to_what_was_published(plan):
    courses = courses_of(plan, words.SHORT_COURSE)
    assert len(courses) == 37
    assert (
        8700
        <= sum(one.counts.children for course in courses for one in held(course.sessions, words.SHORT_COURSE))
        <= 9300
    )
    assert len({course.first.municipality for course in courses}) == 1


def test_open_halls_add_up_to_what_was_published(plan):
    halls = held(plan.gatherings, words.OPEN_HALL)
    assert 145 <= len(halls) <= 155
    assert len({hall.municipality for hall in halls}) == 2


def test_examined_children_add_up_to_about_what_was_published(plan):
    groups = held(plan.gatherings, words.MOTOR_PLAY)
    assert 1240 <= sum(group.counts.children for group in groups) <= 1300
    assert {group.counts.children for group in groups} == {6, 7, 8}


def test_a_few_thousand_activities_grow_from_year_to_year(plan):
    years = Counter(one.on.year for one in plan.every_gathering if one.outcome is Outcome.HELD)
    assert 4000 <= len(plan.every_gathering) <= 6000
    assert years[2020] < years[2021] < years[2022] < years[2023]
    assert set(years) == {2020, 2021, 2022, 2023, 2024}


def test_ten_communities_and_one_of_them_quiet(plan):
    busy = Counter(one.community for one in plan.every_gathering if one.community)
    assert len(busy) == 10
    assert min(busy, key=busy.__getitem__) == QUIET_COMMUNITY
    assert busy[QUIET_COMMUNITY] * 2 < sorted(busy.values())[len(busy) // 2]


@pytest.mark.parametrize(("day", "daycares"), [(FIRST_DAY, 27), (LAST_DAY, 31)])
def test_daycares_join_on_the_way(first_plan, day, daycares):
    kinds = kinds_in_groups(["daycare"])
    there = [one for one in first_plan.actors if one.kind in kinds and not one.parent and is_there(one, day)]
    assert len(there) == daycares


def test_ten_schools_and_a_special_school(first_plan):
    kinds = Counter(actor.kind for actor in first_plan.actors)
    assert (kinds[words.SCHOOL], kinds[words.SPECIAL_SCHOOL], kinds[words.SFO]) == (10, 1, 10)


def test_the_same_seed_gives_the_same_plan(first_plan):
    assert plan_demo(1) == first_plan
    assert plan_demo(2) != first_plan


def test_a_small_plan_has_the_same_shape(first_plan):
    small = plan_demo(1, Size.SMALL)
    assert (small.actors, small.personas) == (first_plan.actors, first_plan.personas)
    assert 200 <= len(small.every_gathering) <= 700
    assert {one.kind for one in small.every_gathering} == {one.kind for one in first_plan.every_gathering}


def test_nothing_is_held_after_the_five_years(plan):
    assert all(FIRST_DAY <= one.on <= LAST_DAY for one in plan.every_gathering if one.outcome is not Outcome.OPEN)


def test_something_awaits_its_report_and_something_is_still_to_come(first_plan):
    waiting = [one for one in first_plan.gatherings if one.outcome is Outcome.OPEN]
    assert any(one.on <= LAST_DAY for one in waiting)
    assert {one.on.year for one in waiting if one.on > LAST_DAY} == {2025, 2026, 2027, 2028, 2029}


def test_festival_weeks_are_held_every_year_but_the_first_and_some_fell_to_the_closing_down(plan):
    weeks = [one for one in plan.gatherings if one.kind == words.FESTIVAL]
    assert not [one for one in weeks if one.on.year == 2020]
    called_off = {one.on.year for one in weeks if "corona" in one.because}
    assert called_off == {2021}
    for year in (2022, 2023):
        assert len({one.community for one in held(weeks, words.FESTIVAL) if one.on.year == year}) == 10


def test_the_tracks_begin_in_steps(plan):
    for one in plan.every_gathering:
        for track in tracks_of(one):
            begins = BLUEPRINT.tracks[track].starts_on
            assert begins is None or one.on >= begins, (track, one.title, one.on)


def tracks_of(one: Gathering) -> tuple[str, ...]:
    return BLUEPRINT.activity_kinds[one.kind].tracks if one.tracks is None else one.tracks


def test_only_ids_of_the_blueprint_are_used(plan):
    for one in plan.every_gathering:
        assert one.kind in BLUEPRINT.activity_kinds
        assert set(one.goals or ()) <= set(BLUEPRINT.goals)
        assert set(one.tracks or ()) <= set(BLUEPRINT.tracks)
    assert {persona.role for persona in plan.personas} <= set(BLUEPRINT.roles)
    assert {actor.kind for actor in plan.actors} <= set(codelist("actor_kinds"))


def test_only_groups_that_the_kind_asks_for_are_counted(plan):
    for one in plan.every_gathering:
        counted = {group for group, count in vars(one.counts).items() if count is not None}
        assert counted <= set(BLUEPRINT.activity_kinds[one.kind].counts), (one.kind, counted)


def test_what_was_held_was_counted_and_what_was_cancelled_says_why(plan):
    for one in plan.every_gathering:
        assert (one.counts == Counts()) == (one.outcome is not Outcome.HELD), one
        assert bool(one.because) == (one.outcome is Outcome.CANCELLED), one


def fits(answer: object, field: OwnField) -> bool:
    """Whether an answer is one that the form would take."""
    match field.type:
        case "choice":
            return answer in {choice.id for choice in field.choices}
        case "number":
            return isinstance(answer, int) and (field.min or 0) <= answer <= (field.max or answer)
        case "yes_no":
            return isinstance(answer, bool)
    return isinstance(answer, str)


def test_answers_are_answers_to_the_kinds_own_questions(plan):
    for one in plan.every_gathering:
        own = {field.id: field for field in BLUEPRINT.activity_kinds[one.kind].fields}
        assert set(one.extra) <= set(own), one
        assert all(fits(answer, own[key]) for key, answer in one.extra.items()), one
        if one.outcome is Outcome.HELD:
            assert all(key in one.extra for key, field in own.items() if field.required)


def test_courses_meet_as_often_as_their_kind_says(plan):
    for course in plan.courses:
        sessions = BLUEPRINT.activity_kinds[course.first.kind].sessions
        assert sessions.min <= len(course.sessions) <= sessions.max
        days = [session.on for session in course.sessions]
        assert days == sorted(set(days))


def test_nobody_takes_part_before_coming_or_after_leaving(plan):
    actors = {actor.name: actor for actor in plan.actors}
    for one in plan.every_gathering:
        assert one.hosts
        for name in one.actors:
            assert is_there(actors[name], one.on), (name, one.on)


def test_actors_are_renamed_closed_and_merged(first_plan):
    names = {actor.name for actor in first_plan.actors}
    assert {turn.turn for turn in first_plan.turns} == set(Turn)
    assert all(turn.actor in names for turn in first_plan.turns)
    assert len(names) == len(first_plan.actors)


def test_a_department_belongs_to_an_institution_of_its_community(first_plan):
    actors = {actor.name: actor for actor in first_plan.actors}
    departments = [actor for actor in first_plan.actors if actor.parent]
    assert departments
    assert all(actors[one.parent].community == one.community for one in departments)


def test_everybody_of_the_cast_is_there_and_nobody_is_a_contact_too(first_plan):
    personas = {persona.name for persona in first_plan.personas}
    assert len({persona.role for persona in first_plan.personas}) == 11
    assert len({persona.municipality for persona in first_plan.personas if persona.role == "project_leader"}) == 3
    assert personas.isdisjoint(contact.name for contact in first_plan.contacts)
    assert {contact.actor for contact in first_plan.contacts} == {actor.name for actor in first_plan.actors}


def test_holidays_and_the_closing_down_are_quiet(plan):
    by_month = Counter((one.on.year, one.on.month) for one in plan.every_gathering if one.outcome is Outcome.HELD)
    assert by_month[2023, 7] * 4 < by_month[2023, 9]
    assert not [one for one in plan.gatherings if one.on in (date(2022, 12, 24), date(2023, 12, 25))]
