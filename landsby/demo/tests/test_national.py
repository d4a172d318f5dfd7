"""The national demo: as many municipalities as asked for, each with what belongs to it."""

from __future__ import annotations

import pytest
from django.db import models

from landsby.blueprint import codelist
from landsby.demo.building import Built, build_demo
from landsby.demo.national import NAMES, TEMPLATES, spread_over
from landsby.demo.planning import Size
from landsby.web.activities.models import Activity, Involvement, Series
from landsby.web.gatherings.models import Agreement, Turnout
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme

pytestmark = pytest.mark.django_db
COPIES = 2


@pytest.fixture(scope="module")
def programme(small: Built) -> Programme:
    """The small demo, spread over two municipalities more."""
    spread_over(TEMPLATES + COPIES, programme=small.programme, tell=lambda _: None)
    return small.programme


def test_there_are_names_for_the_whole_country_and_none_is_real():
    real = {entry.title.da for entry in codelist("municipalities").values()}
    assert len(set(NAMES)) + TEMPLATES >= 98
    assert not real & {*NAMES, *(f"{name} Kommune" for name in NAMES)}


def test_each_copy_has_the_communities_actors_and_courses_of_the_original(programme):
    for model in (Community, Actor, Series):
        copied = model.objects.filter(programme=programme).count()
        assert copied % (COPIES + 1) == 0
        assert copied > 0
    assert programme.municipalities.count() == TEMPLATES + COPIES


def test_nothing_in_a_copy_points_out_of_it(programme):
    copies = Municipality.objects.filter(programme=programme, name__contains=NAMES[0])
    activities = Activity.objects.filter(municipality__in=copies)
    assert activities.count() > programme.communities.count()
    assert not activities.exclude(community__municipality__in=copies).exists()
    for model in (Involvement, Turnout):
        there = model.objects.filter(activity__in=activities)
        assert there.exists()
        assert not there.exclude(actor__name__endswith=NAMES[0]).exists()
    assert not Agreement.objects.filter(actor__municipality__in=copies).exclude(activity__in=activities).exists()
    assert not activities.exclude(series=None).exclude(series__municipality__in=copies).exists()
    assert (
        not Actor.objects.filter(municipality__in=copies)
        .exclude(community=None)
        .exclude(community__municipality=models.F("municipality"))
        .exists()
    )


def test_what_is_stored_afterwards_gets_numbers_of_its_own(programme, db):
    community = programme.communities.first()
    again = Community.objects.create(
        programme=programme, municipality=community.municipality, name="Ny", started_on=community.started_on
    )
    assert again.pk > community.pk


def test_a_database_that_has_numbered_much_before_is_spread_over_too(programme, db):
    highest = programme.activities.order_by("pk").last().pk
    again = build_demo(seed=2, size=Size.SMALL, tell=lambda _: None).programme
    assert again.activities.order_by("pk").first().pk > highest
    spread = spread_over(TEMPLATES + COPIES, programme=again, tell=lambda _: None)
    assert spread.communities == again.communities.filter(name__contains=NAMES[0]).count() * (COPIES + 1)


@pytest.mark.parametrize("number", [2, 104])
def test_other_numbers_of_municipalities_are_refused(programme, number):
    with pytest.raises(ValueError, match="municipalities"):
        spread_over(number, programme=programme, tell=lambda _: None)
