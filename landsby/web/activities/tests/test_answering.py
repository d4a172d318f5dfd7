"""Who answers for an activity, and what an editor who sees a part of it must not lose."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.web.activities.models import Activity, Part, Series
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity
from landsby.web.kit.models import AuditEntry


@pytest.fixture
def visited(blueprint, world, cast):
    """A walk at the bay, hosted there, in which the daycare on the quay takes part."""
    return an_activity(
        blueprint,
        world,
        cast.secretariat,
        kind="story_walk",
        municipality=world.south,
        community=world.bay,
        hosts=(world.bay_school,),
        participants=(world.daycare,),
        status=Status.PLANNED,
        counts={},
    )


def test_who_only_takes_part_reads_and_changes_nothing(visited, cast, sign_in):
    client = sign_in(cast.daycare_leader)
    assert client.get(f"/activities/{visited.pk}/").status_code == 200
    assert client.post(f"/activities/{visited.pk}/remove/").status_code == 403
    assert client.get(f"/activities/{visited.pk}/hold/").status_code == 403
    assert Activity.objects.filter(pk=visited.pk).exists()


def test_who_registered_it_may_correct_it(blueprint, world, cast, sign_in):
    own = an_activity(
        blueprint,
        world,
        cast.daycare_leader,
        community=None,
        hosts=(world.bay_school,),
        participants=(world.daycare,),
        municipality=world.south,
    )
    assert sign_in(cast.daycare_leader).get(f"/activities/{own.pk}/change/").status_code == 200


def test_a_series_is_changed_only_by_who_answers_for_every_session(blueprint, world, cast, sign_in):
    series = a_series(
        blueprint,
        world,
        cast.secretariat,
        municipality=world.south,
        community=world.bay,
        hosts=(world.bay_school,),
        participants=(world.daycare,),
    )
    first = series.sessions.in_order()[0]
    first.involvements.create(actor=world.daycare, part=Part.HOST)
    client = sign_in(cast.daycare_leader)
    assert client.post(f"/series/{series.pk}/remove/").status_code == 403
    assert not client.get(f"/series/{series.pk}/").context["may_change"]
    assert Series.objects.filter(pk=series.pk).exists()


def test_an_editor_keeps_what_they_cannot_see(blueprint, world, cast, sign_in):
    activity = an_activity(
        blueprint,
        world,
        cast.secretariat,
        kind="story_walk",
        municipality=world.south,
        community=world.bay,
        hosts=(world.bay_school, world.daycare),
        counts={"children": 9, "staff": 4},
    )
    client = sign_in(cast.daycare_leader)
    form = client.get(f"/activities/{activity.pk}/change/").context["form"]
    sent = {name: value for name, value in form.initial.items() if value not in (None, "")}
    client.post(f"/activities/{activity.pk}/change/", {**sent, "title": "Rettet"})

    activity.refresh_from_db()
    assert activity.title == "Rettet"
    assert (activity.community, activity.municipality, activity.staff) == (world.bay, world.south, 4)
    assert {link.actor for link in activity.involvements.all()} == {world.bay_school, world.daycare}
    assert set(AuditEntry.objects.about(activity).newest_first()[0].detail) == {"title"}


def test_a_goal_that_has_left_the_blueprint_stays_on_what_was_recorded(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat)
    activity.goals.create(goal="long_gone")
    choices = (
        sign_in(cast.secretariat).get(f"/activities/{activity.pk}/change/").context["form"].fields["goals"].choices
    )
    assert ("long_gone", "long_gone") in choices


def test_a_closed_actor_is_offered_to_nobody_new(blueprint, world, cast, sign_in):
    world.hill_daycare.closed_on = date(2022, 1, 1)
    world.hill_daycare.save()
    form = sign_in(cast.secretariat).get("/p/havneby/activities/new/story_walk/").context["form"]
    assert world.hill_daycare not in form.fields["hosts"].queryset


@pytest.mark.parametrize("day", ["0023-05-01", "9999-12-01"])
def test_a_slip_in_the_year_is_said_and_stores_nothing(world, cast, sign_in, day):
    client = sign_in(cast.secretariat)
    for kind in ("story_walk", "sailing_course"):
        sent = {
            "title": "Tur",
            "status": "held",
            "starts_on": day,
            "hosts": [world.daycare.pk],
            "sessions": 3,
            "weeks_between": 1,
        }
        response = client.post(f"/p/havneby/activities/new/{kind}/", sent)
        assert "Årstallet kan ikke passe. Ret datoen." in response.context["form"].errors["starts_on"]
    assert not Activity.objects.exists()


@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
def test_the_calendar_stays_in_years_that_there_are(cast, sign_in, month):
    assert sign_in(cast.secretariat).get(f"/p/havneby/activities/calendar/?month={month}").status_code == 200
