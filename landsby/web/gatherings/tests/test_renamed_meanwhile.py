"""A profession or a competence is renamed, or goes, between reading a page and storing what it says."""

from __future__ import annotations

import pytest
from django.utils import timezone

from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity
from landsby.web.activities.rules import problem_of_what_is_gone
from landsby.web.activities.tests.test_upgrading import adopt, version, without
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.actions import call_roll, plan_gathering, sign_up
from landsby.web.gatherings.models import Lesson, Turnout
from landsby.web.gatherings.tests.factories import a_coming_gathering
from landsby.web.gatherings.told import Planned
from landsby.web.kit.problems import Blocked

PLANNED = Planned(takes_sign_up=True, competences=("knots",))


@pytest.fixture
def met(blueprint, world, operator):
    """A gathering today, read before anything was renamed."""
    day = timezone.localdate()
    stored = a_coming_gathering(blueprint, world, operator, starts_on=day, extra={"agreed": "Ja"})
    return Activity.objects.select_related("programme").get(pk=stored.pk)


def go_over(programme, candidate, by, renamed=None) -> None:
    adopt(programme, candidate, by, renamed or {})


def test_what_is_told_under_a_former_name_is_stored_under_that_of_today(programme, blueprint, world, operator, met):
    blueprint_of(met.programme)
    renamed = {("professions", "skipper"): "captain", ("competences", "knots"): "ropes"}
    go_over(programme, version(blueprint, skipper="captain", knots="ropes"), operator, renamed)
    plan_gathering(activity=met, planned=PLANNED, by=operator)
    sign_up(activity=met, actor=world.daycare, people={"skipper": 2, "": 1}, by=operator)
    came = {(world.daycare.pk, "skipper"): 1, (world.daycare.pk, "captain"): 2}
    kind = blueprint.activity_kinds[met.kind]
    call_roll(activity=met, came=came, others=Attendance(), kind=kind, by=operator)
    assert [lesson.competence for lesson in Lesson.objects.all()] == ["ropes"]
    assert {(row.profession, row.signed_up, row.came) for row in Turnout.objects.all()} == {
        ("captain", 2, 3),
        ("", 1, None),
    }


def test_what_is_gone_is_refused_by_its_title_and_nothing_is_stored(programme, blueprint, world, operator, met):
    go_over(programme, version(blueprint, without("professions", "skipper")), operator)
    for refused in (
        lambda: sign_up(activity=met, actor=world.daycare, people={"skipper": 2}, by=operator),
        lambda: call_roll(
            activity=met,
            came={(world.daycare.pk, "skipper"): 2},
            others=Attendance(),
            kind=blueprint.activity_kinds[met.kind],
            by=operator,
        ),
    ):
        with pytest.raises(Blocked) as gone:
            refused()
        assert [problem.code for problem in gone.value.problems] == ["left_the_programme"]
    assert not Turnout.objects.exists()


def test_a_competence_that_is_gone_is_refused(programme, blueprint, operator, met):
    go_over(programme, version(blueprint, without("competences", "knots")), operator)
    with pytest.raises(Blocked, match="ikke med længere"):
        plan_gathering(activity=met, planned=PLANNED, by=operator)
    assert not Lesson.objects.exists()


def test_the_page_says_what_is_gone_and_keeps_what_was_typed(met, cast, sign_in, monkeypatch):
    def refuse(**_told):
        raise Blocked([problem_of_what_is_gone("competences", "Knob")])

    monkeypatch.setattr("landsby.web.gatherings.views.single.plan_gathering", refuse)
    told = {"takes_sign_up": "on", "capacity": "31", "point_1": "Velkomst"}
    response = sign_in(cast.secretariat).post(f"/gatherings/{met.pk}/plan/", told)
    page = response.content.decode()
    assert response.status_code == 422
    assert all(words in page for words in ("»Knob« er ikke med længere", "31", "Velkomst"))
