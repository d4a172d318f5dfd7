"""The programme's own records leave as sums by place and year, without names."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.evaluations.access import codes_seen, doses_of
from landsby.web.evaluations.access.own_records import Dose
from landsby.web.evaluations.actions import remember_codes, take_own_records
from landsby.web.evaluations.models import ToldRecords
from landsby.web.evaluations.own_records import COLUMNS, children_told, rows_of
from landsby.web.evaluations.told import ToldPlace
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.access import standing_in
from landsby.web.partnerships.models import Community
from landsby.web.plans.models import Plan


@pytest.fixture
def coded(world, operator):
    """A programme whose quay the registers know."""
    remember_codes(programme=world.programme, places=[ToldPlace(world.quay, "Q1", 2021)], by=operator)


def test_records_are_taken_out_by_code_and_year_and_that_is_logged(coded, blueprint, world, operator, cast, sign_in):
    an_activity(blueprint, world, operator)
    client = sign_in(cast.evaluator)
    page = client.get(reverse("evaluations:own_records", args=["havneby"])).content.decode()
    assert "Hvor mange gange et barn var med" in page
    file = client.get(reverse("evaluations:own_records_file", args=["havneby", "csv"]))
    text = b"".join(file.streaming_content).decode()
    assert text.splitlines()[0].lstrip("\ufeff") == ";".join(COLUMNS)
    assert not any(place.name in text for place in Community.objects.all())
    assert AuditEntry.objects.of_acts(Act.EXPORTED).get().author == cast.evaluator.name
    told = client.get(reverse("evaluations:own_records_file", args=["havneby", "codebook"]))
    assert "children" in b"".join(told.streaming_content).decode()


def test_whoever_may_not_read_the_page_may_not_take_the_file(coded, cast, sign_in):
    leader = sign_in(cast.daycare_leader)
    for form in ("csv", "codebook"):
        assert leader.get(reverse("evaluations:own_records_file", args=["havneby", form])).status_code == 403


def test_a_role_takes_out_the_places_that_it_sees(blueprint, world, operator, cast):
    remember_codes(
        programme=world.programme,
        places=[ToldPlace(world.quay, "Q1", 2021), ToldPlace(world.hill, "H1", 2021)],
        by=operator,
    )
    everywhere = standing_in(cast.evaluator, world.programme)
    assert codes_seen(everywhere) == {"Q1", "H1"}
    assert codes_seen(standing_in(cast.daycare_leader, world.programme)) == {"Q1"}


def test_what_was_done_of_plans_is_counted_where_and_when_it_was(coded, world):
    plan = Plan.objects.create(
        programme=world.programme,
        template="t",
        template_hash="0",
        actor=world.daycare,
        starts_on=date(2023, 5, 1),
        ends_on=date(2024, 4, 30),
    )
    for year in (2023, 2024):
        plan.focus.create(principle="a", principle_hash="0", starts_on=date(year, 6, 1), ends_on=date(year, 6, 30))
        plan.items.create(what="Bær", status="done", done_on=date(year, 6, 2))
    plan.focus.create(principle="b", principle_hash="0", starts_on=date(2024, 1, 1))
    plan.everyday.create(principle="a", example="e", since_on=date(2024, 2, 1))
    plan.reviews.create(on=date(2024, 3, 1))
    by_year = {dose.year: dose for dose in doses_of(world.programme)}
    first, second = by_year[2023], by_year[2024]
    assert (first.with_plan, first.in_focus, first.everyday, first.done, first.reviews) == (1, 1, 0, 1, 0)
    assert (second.with_plan, second.in_focus, second.everyday, second.done, second.reviews) == (1, 2, 1, 1, 1)
    assert 2025 not in by_year


CHILDREN = COLUMNS.index("children")


def test_few_children_are_left_out_with_what_they_could_be_worked_out_from():
    doses = [Dose("a", 2021, 1, 1, 3), Dose("a", 2022, 1, 1, 40), Dose("b", 2021, 9, 2, 50), Dose("b", 2022, 8, 2, 60)]
    rows = rows_of(doses, children_told(doses, []), {"a", "b"})
    assert rows[0][CHILDREN] is None
    assert sum(row[CHILDREN] is None for row in rows) > 1
    assert [row[2] for row in rows] == [1, 1, 9, 8]
    assert {row[0] for row in rows_of(doses, children_told(doses, []), {"b"})} == {"b"}


def test_two_files_in_turn_do_not_tell_of_the_child_that_came_between(coded, blueprint, world, operator, cast):
    activity = an_activity(blueprint, world, operator, starts_on=date(2024, 5, 2))

    def taken(children: int) -> list[object]:
        Activity.objects.filter(pk=activity.pk).update(status=Status.HELD, children=children)
        rows = take_own_records(programme=world.programme, seen={"Q1"}, by=cast.evaluator)
        return [row[CHILDREN] for row in rows if row[1] == 2024]

    assert [taken(children) for children in (12, 12, 13, 30)] == [[12], [12], [None], [30]]
    assert ToldRecords.objects.count() == 3
