"""Signing up within places and time, and calling the roll."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, Involvement, Part
from landsby.web.gatherings.actions import call_roll, plan_gathering, sign_up
from landsby.web.gatherings.models import Turnout
from landsby.web.gatherings.tests.factories import a_coming_gathering, a_gathering
from landsby.web.gatherings.told import Planned
from landsby.web.kit.problems import Blocked

pytestmark = pytest.mark.django_db


def codes(refusal) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_an_institution_signs_up_by_profession_and_takes_part(blueprint, world, operator):
    met = a_coming_gathering(blueprint, world, operator, hosts=(world.school,))
    assert sign_up(activity=met, actor=world.daycare, people={"skipper": 2, "": 1}, by=operator) == 3
    stored = {(row.profession, row.signed_up, row.came) for row in Turnout.objects.all()}
    assert stored == {("skipper", 2, None), ("", 1, None)}
    assert Involvement.objects.filter(activity=met, actor=world.daycare, part=Part.PARTICIPANT).exists()


def test_a_second_sign_up_replaces_the_first_and_nobody_is_a_withdrawal(blueprint, world, operator):
    met = a_coming_gathering(blueprint, world, operator, hosts=(world.school,))
    sign_up(activity=met, actor=world.daycare, people={"skipper": 2}, by=operator)
    sign_up(activity=met, actor=world.daycare, people={"reader": 1}, by=operator)
    assert [(row.profession, row.signed_up) for row in Turnout.objects.all()] == [("reader", 1)]
    sign_up(activity=met, actor=world.daycare, people={"reader": 0}, by=operator)
    assert not Turnout.objects.exists()
    assert not Involvement.objects.filter(activity=met, actor=world.daycare).exists()


def test_a_full_gathering_refuses_and_says_how_many_are_left(blueprint, world, operator):
    met = a_coming_gathering(blueprint, world, operator, planned=Planned(takes_sign_up=True, capacity=4))
    sign_up(activity=met, actor=world.daycare, people={"": 3}, by=operator)
    with pytest.raises(Blocked, match="Der er kun 1 plads tilbage"):
        sign_up(activity=met, actor=world.school, people={"": 2}, by=operator)
    sign_up(activity=met, actor=world.school, people={"": 1}, by=operator)
    with pytest.raises(Blocked) as full:
        sign_up(activity=met, actor=world.club, people={"": 1}, by=operator)
    assert codes(full) == ["sign_up_full"]
    # Whoever is in already may come with fewer.
    assert sign_up(activity=met, actor=world.daycare, people={"": 2}, by=operator) == 2


def test_after_the_last_day_nobody_more_comes_but_somebody_may_stay_away(blueprint, world, operator):
    met = a_coming_gathering(blueprint, world, operator)
    sign_up(activity=met, actor=world.daycare, people={"": 3}, by=operator)
    yesterday = timezone.localdate() - timedelta(days=1)
    plan_gathering(activity=met, planned=Planned(takes_sign_up=True, sign_up_ends_on=yesterday), by=operator)
    with pytest.raises(Blocked) as late:
        sign_up(activity=met, actor=world.school, people={"": 1}, by=operator)
    assert codes(late) == ["sign_up_late"]
    assert sign_up(activity=met, actor=world.daycare, people={"": 0}, by=operator) == 0


@pytest.mark.parametrize("planned", [Planned(), None])
def test_what_takes_no_sign_up_or_is_over_takes_none(blueprint, world, operator, planned):
    met = (
        a_coming_gathering(blueprint, world, operator, planned=planned)
        if planned
        else a_gathering(blueprint, world, operator)
    )
    with pytest.raises(Blocked) as closed:
        sign_up(activity=met, actor=world.school, people={"": 1}, by=operator)
    assert codes(closed) == ["sign_up_closed"]


def test_the_roll_counts_everybody_and_holds_the_gathering(blueprint, world, operator):
    day = timezone.localdate()
    met = a_coming_gathering(blueprint, world, operator, starts_on=day, hosts=(world.school,), extra={"agreed": "Ja"})
    sign_up(activity=met, actor=world.daycare, people={"skipper": 2}, by=operator)
    sign_up(activity=met, actor=world.club, people={"": 3}, by=operator)
    came = {(world.daycare.pk, "skipper"): 1, (world.club.pk, ""): 0, (world.school.pk, "reader"): 2}
    kind = blueprint.activity_kinds[met.kind]
    call_roll(activity=met, came=came, others=Attendance(staff=1, volunteers=4), kind=kind, by=operator)
    met = Activity.objects.get(pk=met.pk)
    assert (met.status, met.staff, met.volunteers) == ("held", 4, 4)
    assert {(row.actor_id, row.signed_up, row.came) for row in Turnout.objects.all()} == {
        (world.daycare.pk, 2, 1),
        (world.club.pk, 3, 0),
        (world.school.pk, 0, 2),
    }
    parts = set(Involvement.objects.filter(activity=met).values_list("actor", "part"))
    assert parts == {(world.daycare.pk, "participant"), (world.school.pk, "host")}


def test_the_roll_waits_for_the_day(blueprint, world, operator):
    met = a_coming_gathering(blueprint, world, operator)
    kind = blueprint.activity_kinds[met.kind]
    with pytest.raises(Blocked) as early:
        call_roll(activity=met, came={}, others=Attendance(staff=1), kind=kind, by=operator)
    assert codes(early) == ["not_yet"]
