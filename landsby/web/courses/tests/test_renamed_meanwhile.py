"""A kind is renamed between reading a page and storing what it says: nothing is stored under a former name."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsby.web.activities.models import Series
from landsby.web.activities.tests.factories import a_series
from landsby.web.activities.tests.test_upgrading import adopt, version
from landsby.web.blueprints.models import blueprint_of
from landsby.web.courses.actions import change_offer, hand_in_hours
from landsby.web.courses.models import FrameworkOffer, SessionHours, TimeWindow
from landsby.web.courses.tests.factories import a_sign_up, an_offer, told_offer
from landsby.web.courses.told import ToldHours

SOON = timezone.localdate() + timedelta(days=14)


@pytest.fixture
def rename(programme, cast, operator, blueprint):
    """Goes over to a version that calls the kind of courses otherwise."""
    renamed = {("activity_kinds", "sailing_course"): "sailing"}
    return partial(adopt, programme, version(blueprint, sailing_course="sailing"), operator, renamed)


def test_an_offer_and_what_is_changed_about_it_has_the_name_of_today(programme, world, cast, blueprint, rename):
    told = told_offer(blueprint, world, title="Jollerne")
    blueprint_of(programme)
    rename()
    offer = an_offer(blueprint, world, cast.association, first=SOON)
    assert offer.kind == "sailing"
    change_offer(offer=offer, told=told, by=cast.association)
    assert (FrameworkOffer.objects.get().kind, FrameworkOffer.objects.get().title) == ("sailing", "Jollerne")


def test_a_course_that_is_signed_up_for_has_the_name_of_today(world, cast, blueprint, rename):
    an_offer(blueprint, world, cast.association, first=SOON)
    window = TimeWindow.objects.select_related("offer__programme").get()
    blueprint_of(window.offer.programme)
    rename()
    a_sign_up(window, world.daycare, cast.daycare_leader)
    assert Series.objects.get().kind == "sailing"


def test_hours_have_the_name_of_today(programme, world, cast, operator, blueprint, rename):
    session = a_series(blueprint, world, operator, sessions=1).sessions.get()
    rename()
    told = ToldHours(session=session, host=world.club, hours=Decimal(1), reason="En time")
    hand_in_hours(programme=programme, told=[told], by=cast.association)
    assert SessionHours.objects.get().kind == "sailing"


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file; PostgreSQL locks rows")
def test_what_holds_is_held_before_anything_that_follows_a_renaming_is_locked(world, cast, blueprint):
    an_offer(blueprint, world, cast.association, first=SOON)
    with CaptureQueriesContext(connection) as asked:
        a_sign_up(TimeWindow.objects.get(), world.daycare, cast.daycare_leader)
    locks = [query["sql"] for query in asked if "FOR UPDATE" in query["sql"] or "advisory" in query["sql"]]
    assert "advisory" in locks[0]
