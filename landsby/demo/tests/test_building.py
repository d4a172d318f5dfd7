"""Building the demo: the same for a seed, replaced whole, and never beside a real programme."""

from __future__ import annotations

import hashlib
from datetime import date
from types import SimpleNamespace

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from landsby.blueprint import Blueprint
from landsby.demo.building import Built, build_demo
from landsby.demo.ground import SLUG
from landsby.demo.island import PERSONAS as ISLANDERS
from landsby.demo.island import SLUG as ISLAND_SLUG
from landsby.demo.people import OPERATOR_EMAIL, PERSONAS
from landsby.demo.planning import Size
from landsby.demo.village import PERSONAS as VILLAGERS
from landsby.demo.village import SLUG as VILLAGE_SLUG
from landsby.web.accounts.models import User
from landsby.web.activities.actions import register_activity, remove_series
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity, Involvement, Series
from landsby.web.activities.status import Status
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.halls.models import Opening, Season, Swap
from landsby.web.overviews.figures import figures_of
from landsby.web.partnerships.actions import add_actor, join_municipality
from landsby.web.partnerships.models import Actor, Contact, Membership, Programme

pytestmark = [pytest.mark.django_db, pytest.mark.once]
"""What a build writes, `test_written.py` reads on every database."""


def built(seed: int = 1, size: Size = Size.SMALL) -> Built:
    return build_demo(seed=seed, size=size, tell=lambda _: None)


ROWS = {
    Activity: (
        "title kind status starts_on ends_on start_time end_time place children parents staff volunteers new_families "
        "hours notes extra cancelled_because community__name municipality__code series__title created_by__email"
    ),
    Series: "title kind children_enrolled community__name",
    Season: "title place starts_on ends_on weeks_between bring community__name coordinator__name hosts__actor__name",
    Opening: "season__title planned_on activity__title activity__starts_on",
    Swap: "opening__planned_on giver__name taker__name status message",
    Involvement: "activity__title activity__starts_on actor__name part",
    Actor: (
        "name kind municipality__code community__name parent__name opened_on closed_on merged_into__name address town"
    ),
    Contact: "actor__name name title email",
    Membership: "user__email user__name role__key municipality__code community__name actor__name",
}


def digest() -> str:
    """A hash of everything that was written, save the keys and moments that the database gives."""
    told = DjangoJSONEncoder(sort_keys=True, ensure_ascii=False)
    rows = sorted(
        told.encode([model._meta.label_lower, list(row)])
        for model, fields in ROWS.items()
        for row in model.objects.values_list(*fields.split())
    )
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


@pytest.fixture(scope="module")
def rebuilt(small: Built, blueprint: Blueprint) -> SimpleNamespace:
    """Built again with the same seed, after visitors have started a programme of their own and others have come."""
    first, lines = digest(), []
    User.objects.create_superuser("drift@kommune.example", name="Dorthe Drift")
    start_inside(blueprint, User.objects.get(email="drift@kommune.example"))
    build_demo(seed=1, size=Size.SMALL, tell=lambda line: lines.append(line.da))
    return SimpleNamespace(first=first, lines=lines)


def start_inside(blueprint: Blueprint, operator: User) -> None:
    """A programme inside the demo, with an activity."""
    inside = start_programme_from(
        blueprint=blueprint,
        slug="inside",
        name="Et forsøg",
        starts_on=date(2022, 1, 1),
        ends_on=None,
        by=operator,
        is_invented=True,
    )
    given = {"programme": inside, "by": operator}
    north = join_municipality(code="0901", name="Nordhavn", joined_on=date(2022, 1, 1), **given)
    host = add_actor(kind="school", name="Kajskolen", municipality=north, **given)
    details = Details(
        kind=blueprint.activity_kinds["crab_fishing"],
        title="Krabber",
        starts_on=date(2023, 5, 3),
        status=Status.HELD,
        municipality=north,
        hosts=(host,),
    )
    register_activity(details=details, **given)


def test_the_same_seed_writes_the_same_and_another_writes_something_else(rebuilt):
    assert digest() == rebuilt.first
    built(seed=2)
    assert digest() != rebuilt.first
    assert [programme.slug for programme in Programme.objects.invented()] == [SLUG, VILLAGE_SLUG, ISLAND_SLUG]


def test_what_was_started_inside_the_demo_is_told_of_and_goes_with_it(rebuilt):
    assert "Det, der er startet i demoen, fjernes med den: Et forsøg" in rebuilt.lines
    assert {programme.slug for programme in Programme.objects.all()} == {SLUG, VILLAGE_SLUG, ISLAND_SLUG}


def test_a_rebuild_leaves_other_people_alone(rebuilt):
    assert User.objects.filter(email="drift@kommune.example", is_operator=True).exists()
    assert User.objects.count() == len(PERSONAS) + len(VILLAGERS) + len(ISLANDERS) + 2
    assert User.objects.get(email=OPERATOR_EMAIL) in User.objects.invented_operators()


def test_a_build_that_breaks_leaves_the_former_demo(small, monkeypatch):
    former = digest()

    def refuse(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("landsby.demo.building.take_turns", refuse)
    with pytest.raises(RuntimeError):
        built(seed=2)
    assert digest() == former


def test_a_second_programme_stands_at_its_start_with_its_theory_of_change(small):
    programme = Programme.objects.get(slug=VILLAGE_SLUG)
    [version] = programme.theory_versions.all()
    assert len(version.chart.nodes) > 20
    assert programme.activities.held().count() == 2
    assert {each.role.programme for each in Membership.objects.filter(user__email=VILLAGERS[0].email)} == {programme}


def test_the_five_years_come_to_the_published_figures():
    programme = built(size=Size.NORMAL).programme
    figures = {key: figure.value for key, figure in figures_of(programme, date(2024, 12, 31)).items()}
    assert 130 <= figures["long_courses"] <= 150
    assert 2350 <= figures["long_course_children"] <= 2400
    assert figures["short_courses"] == 37
    assert 8700 <= figures["short_course_participations"] <= 9300
    assert 145 <= figures["open_halls"] <= 155
    assert (figures["daycares"], figures["schools"], figures["communities"]) == (31, 11, 10)

    course = programme.series.of_kinds(("joint_course_long",)).held().first()
    remove_series(series=course, by=User.objects.get(email=PERSONAS[0].email))
    after = figures_of(programme, date(2024, 12, 31))
    assert after["long_courses"].value == figures["long_courses"] - 1
    assert after["long_course_children"].value == figures["long_course_children"] - course.children_enrolled
