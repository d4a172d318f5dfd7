"""What is counted ahead is what the activities come to, whatever has been written, in whichever way."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landsby.web.activities.actions import change_activity, remove_activity, remove_series
from landsby.web.activities.models import About, Activity, ActivityGoal, Involvement, Part, Recount, Series, Tally
from landsby.web.activities.models.tallies import notes, settling
from landsby.web.activities.models.tallies.settling import settle, settle_everything
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import A_DAY, a_series, an_activity, details
from landsby.web.partnerships.actions import add_actor
from landsby.web.partnerships.models import Actor

pytestmark = pytest.mark.django_db


def naive() -> dict[tuple, tuple]:
    """Every tally that there should be, counted one activity after the other."""
    found: dict[tuple, list[Activity]] = defaultdict(list)
    for one in Activity.objects.filter(status=Status.HELD).prefetch_related("goals", "tracks", "involvements__actor"):
        cell = (one.programme_id, one.half_year, one.municipality_id, one.community_id)
        involved = {link.actor.parent_id or link.actor_id for link in one.involvements.all()}
        told = [(About.PLACE, "", 0), (About.KIND, one.kind, 0)]
        told += [(About.GOAL, goal, 0) for goal in [link.goal for link in one.goals.all()] or [""]]
        told += [(About.TRACK, track, 0) for track in [link.track for link in one.tracks.all()] or [""]]
        told += [(About.ACTOR, "", actor) for actor in involved]
        if one.series_id:
            told += [(About.SERIES, "", one.series_id), (About.SESSION, one.kind, 0)]
        for about in told:
            found[(*cell, *about)].append(one)
    return {which: _sums(which[4], rows) for which, rows in found.items()}


def _sums(about: str, rows: list[Activity]) -> tuple:
    days = (min(one.starts_on for one in rows), max(one.starts_on for one in rows))
    if about == About.ACTOR:
        return (len(rows), 0, 0, 0, *days)
    children = [one.children for one in rows if one.children is not None]
    return (len(rows), sum(children), len(children), sum(one.new_families or 0 for one in rows), *days)


def stored() -> dict[tuple, tuple]:
    """The tallies as they are stored."""
    which = ("programme_id", "half_year", "municipality_id", "community_id", "about", "key", "thing")
    sums = ("activities", "children", "counted", "new_families", "first_on", "last_on")
    rows = Tally.objects.values_list(*which, *sums)
    told = {tuple(row[:7]): tuple(row[7:]) for row in rows}
    assert len(told) == len(rows), "a tally stands twice"
    return told


def noted() -> set[tuple]:
    """The cells that are to be counted again."""
    return set(Recount.objects.values_list("programme", "half_year", "place"))


def place_of(municipality: int | None, community: int | None) -> int:
    return community or -(municipality or 0)


@pytest.fixture
def department(world, operator) -> Actor:
    """A part of the school."""
    where = {"municipality": world.north, "community": world.quay, "parent": world.school}
    return add_actor(programme=world.programme, kind="school", name="Molen", by=operator, **where)


# What may happen to the activities: each takes a number, and chooses by it.


def register(world: SimpleNamespace, number: int) -> None:
    place = (world.quay, world.hill, world.bay, None)[number % 4]
    municipality = place.municipality if place else (world.north, None)[number // 4 % 2]
    told = {"community": place, "municipality": municipality, "starts_on": A_DAY + timedelta(days=97 * (number % 5))}
    status = {"status": Status.PLANNED, "counts": {}} if number % 3 == 2 else {"counts": {"children": number}}
    goals = {"goals": [("wet_feet",), ("story_time", "wet_feet"), ()][number % 3]}
    parts = {"hosts": (world.school,), "participants": (world.department, world.school)[: number % 3]}
    an_activity(world.blueprint, world, world.by, **told, **status, **goals, **parts)


def register_course(world: SimpleNamespace, number: int) -> None:
    a_series(world.blueprint, world, world.by, sessions=1 + number % 3, starts_on=A_DAY + timedelta(days=number))


def change(world: SimpleNamespace, number: int) -> None:
    if one := _some(number):
        told = details(world.blueprint, world, kind=one.kind, counts={"children": 5, "new_families": number % 3})
        change_activity(activity=one, details=told, by=world.by)


def remove(world: SimpleNamespace, number: int) -> None:
    if one := _some(number):
        remove_activity(activity=one, by=world.by)


def remove_course(world: SimpleNamespace, number: int) -> None:
    if series := Series.objects.first():
        remove_series(series=series, by=world.by)


def write_past_the_actions(world: SimpleNamespace, number: int) -> None:
    every = Activity.objects.all()
    match number % 5:
        case 0:
            every.filter(community=world.quay).update(community=world.bay, municipality=world.south)
        case 1:
            every.filter(status=Status.PLANNED).update(status=Status.HELD)
        case 2:
            every.filter(children__gt=3).update(children=None, half_year=20231, starts_on=date(2023, 2, 2))
        case 3:
            every.filter(kind="crab_fishing").update(kind="story_walk")
        case _:
            Activity.objects.filter(pk__in=every.values("pk")[:2]).update(status=Status.CANCELLED)


def link_past_the_actions(world: SimpleNamespace, number: int) -> None:
    one = _some(number)
    match number % 4:
        case 0:
            ActivityGoal.objects.filter(goal="story_time").delete()
        case 1:
            ActivityGoal.objects.exclude(activity__goals__goal="water").filter(goal="wet_feet").update(goal="water")
        case 2 if one:
            row = Involvement(activity=one, actor=world.department, part=Part.FACILITATOR)
            Involvement.objects.bulk_create([row], ignore_conflicts=True)
        case _:
            Involvement.objects.filter(part=Part.HOST).update(actor=world.daycare)


def move_the_department(world: SimpleNamespace, number: int) -> None:
    parent = (world.school, world.daycare, None)[number % 3]
    Actor.objects.filter(pk=world.department.pk).update(parent=parent)


def give_up_half_way(world: SimpleNamespace, number: int) -> None:
    with transaction.atomic():
        register(world, number)
        transaction.set_rollback(True)


def count(world: SimpleNamespace, number: int) -> None:
    settle(world.programme.pk, most=1 + number)


def _some(number: int) -> Activity | None:
    every = list(Activity.objects.order_by("pk"))
    return every[number % len(every)] if every else None


HAPPENINGS = [
    register,
    register_course,
    change,
    remove,
    remove_course,
    write_past_the_actions,
    link_past_the_actions,
    move_the_department,
    give_up_half_way,
    count,
]


@given(st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 30)), min_size=4, max_size=14))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_tallies_are_what_the_activities_come_to(world, department, blueprint, operator, happenings):
    world.department, world.blueprint, world.by = department, blueprint, operator
    with transaction.atomic():
        for number in range(4):
            register(world, number)
        settle(world.programme.pk)
        for happen, number in happenings:
            happen(world, number)
        waiting, told, twin = noted(), stored(), naive()
        wrong = {which for which in told.keys() | twin.keys() if told.get(which) != twin.get(which)}
        assert {(which[0], which[1], place_of(which[2], which[3])) for which in wrong} <= waiting
        assert settle(world.programme.pk)
        assert (stored(), noted()) == (naive(), set())
        transaction.set_rollback(True)


def test_a_correction_of_nothing_that_is_counted_in_planned_activities_notes_nothing(world, blueprint, operator):
    one = an_activity(blueprint, world, operator, status=Status.PLANNED, counts={})
    one.title = "Krabber i læ"
    one.save()
    assert noted() == set()


def test_one_reader_counts_no_more_than_a_page_can_wait_for(world, blueprint, operator):
    for month in range(3):
        an_activity(blueprint, world, operator, starts_on=A_DAY + timedelta(days=200 * month))
    assert not settle(world.programme.pk, most=2)
    assert len(noted()) == 1
    assert settle(world.programme.pk, most=2)


def test_everything_is_counted_again_when_asked(world, blueprint, operator):
    for month in range(3):
        an_activity(blueprint, world, operator, starts_on=A_DAY + timedelta(days=200 * month))
    assert list(settle_everything())[-1] == (3, 3)
    assert stored() == naive()


def test_what_was_written_without_triggers_is_counted_after_migrate(world, blueprint, operator):
    an_activity(blueprint, world, operator)
    assert settle(world.programme.pk)
    drop_the_trigger_of_updates()
    Activity.objects.update(children=7)
    assert noted() == set()
    notes.see_to_notes(sender=None, using="default")
    assert settle(world.programme.pk)
    assert stored() == naive()
    Activity.objects.update(children=8)
    assert len(noted()) == 1


def test_a_trigger_that_said_something_else_is_made_again(world, blueprint, operator):
    an_activity(blueprint, world, operator)
    assert settle(world.programme.pk)
    name, does_nothing = f"{notes.ACTIVITY}_update_recount", "BEGIN SELECT 1; END"
    if connection.vendor == "postgresql":
        does_nothing = "FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    drop_the_trigger_of_updates()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON {notes.ACTIVITY} {does_nothing}")
    notes.see_to_notes(sender=None, using="default")
    assert settle(world.programme.pk)
    Activity.objects.update(children=9)
    assert len(noted()) == 1


def drop_the_trigger_of_updates() -> None:
    """As an older version, or a table that SQLite made anew, would leave the database."""
    with connection.cursor() as cursor:
        there = notes.triggers_there(connection, cursor)
        (name,) = (name for name in there if name.startswith(f"{notes.ACTIVITY}_update"))
        on = f" ON {notes.ACTIVITY}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on}")


def test_a_deleted_programme_leaves_nothing_behind(world, blueprint, operator):
    an_activity(blueprint, world, operator)
    programme = world.programme.pk
    settle(programme)
    Activity.objects.all().delete()
    assert settle(programme)
    assert not Tally.objects.exists()
    assert noted() == set()


def test_while_somebody_else_counts_the_page_counts_for_itself(world, blueprint, operator, monkeypatch):
    def busy() -> None:
        raise settling.OperationalError("database is locked")

    an_activity(blueprint, world, operator)
    monkeypatch.setattr(settling, "_alone", busy)
    assert not settle(world.programme.pk)
    assert Counter(noted()).total() == 1
