"""The quick log: three taps and a number."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from landsby.web.activities.models import Activity
from landsby.web.activities.tests.factories import an_activity

URL = "/p/havneby/activities/log/"


def told(world, **changes):
    return {
        "client_key": str(uuid4()),
        "kind": "crab_fishing",
        "actor": str(world.daycare.pk),
        "day": "today",
        "count": "14",
        **changes,
    }


def test_a_number_is_enough(world, cast, sign_in):
    response = sign_in(cast.pedagogue).post(URL, told(world))

    activity = Activity.objects.get()
    assert response.url == f"/activities/{activity.pk}/logged/"
    assert (activity.title, activity.children, activity.status) == ("Krabbefiskeri", 14, "held")
    assert activity.starts_on == timezone.localdate()
    assert activity.community == world.quay
    assert [link.goal for link in activity.goals.all()] == ["wet_feet"]


def test_sent_twice_it_is_stored_once(world, cast, sign_in):
    client, form = sign_in(cast.pedagogue), told(world)
    first, second = client.post(URL, form), client.post(URL, form)
    assert first.url == second.url
    assert Activity.objects.count() == 1


def test_two_words_become_the_title_and_yesterday_the_day(world, cast, sign_in):
    sign_in(cast.pedagogue).post(URL, told(world, note="Store krabber", day="yesterday"))
    activity = Activity.objects.get()
    assert activity.title == "Store krabber"
    assert activity.starts_on == timezone.localdate() - timedelta(days=1)


def test_what_was_chosen_last_is_chosen_now(blueprint, world, cast, sign_in):
    an_activity(blueprint, world, cast.project_leader, hosts=(world.hill_daycare,), community=world.hill)
    form = sign_in(cast.project_leader).get(URL).context["form"]
    assert form.initial["kind"] == "crab_fishing"
    assert form.initial["actor"] == str(world.hill_daycare.pk)


def test_one_institution_is_not_asked_which(cast, sign_in):
    form = sign_in(cast.pedagogue).get(URL).context["form"]
    assert form["actor"].is_hidden
    assert "other_actor" not in form.fields


def test_a_day_that_has_not_come_is_said_at_the_date(world, cast, sign_in):
    tomorrow = timezone.localdate() + timedelta(days=1)
    response = sign_in(cast.pedagogue).post(URL, told(world, day="other", other_day=str(tomorrow)))
    assert "er ikke kommet endnu" in str(response.context["form"].errors["other_day"])


def test_the_summary_of_errors_does_not_punctuate_twice(world, cast, sign_in):
    page = sign_in(cast.pedagogue).post(URL, told(world, count="12,5", day="other")).content.decode()
    assert "Hvor mange kom? Skriv et helt tal, fx 12." in page
    assert "Dato: Vælg datoen." in page


@pytest.mark.parametrize("count", ["-1", "10000", "mange", "", "12,5", "1.000"])
def test_a_wrong_number_is_said_and_nothing_typed_is_lost(world, cast, sign_in, count):
    response = sign_in(cast.pedagogue).post(URL, told(world, count=count, note="Store krabber"))
    page = response.content.decode()
    assert response.status_code == 422
    assert response.context["form"].errors["count"]
    assert 'value="Store krabber"' in page
    assert not Activity.objects.exists()


def test_the_error_is_said_in_english_too(world, cast, sign_in):
    client = sign_in(cast.pedagogue)
    page = client.post(URL, told(world, count="-1"), headers={"Accept-Language": "en"}).content.decode()
    assert "Write a whole number from 0 to 5000." in page


def test_another_day_wants_a_date(world, cast, sign_in):
    response = sign_in(cast.pedagogue).post(URL, told(world, day="other"))
    assert response.context["form"].errors["other_day"] == ["Vælg datoen."]


def test_one_cannot_log_for_somebody_elses_place(world, cast, sign_in):
    response = sign_in(cast.pedagogue).post(URL, told(world, actor=str(world.bay_school.pk)))
    assert response.status_code == 422
    assert not Activity.objects.exists()


def test_a_cpr_number_is_refused_without_repeating_it(world, cast, sign_in):
    response = sign_in(cast.pedagogue).post(URL, told(world, note="Anna 010120-1234"))
    assert "CPR-nummer" in str(response.context["form"].errors["note"])
    assert not Activity.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("steering_member", 403), ("evaluator", 403), ("stranger", 404)])
def test_those_who_only_read_do_not_log(cast, sign_in, who, status):
    assert sign_in(getattr(cast, who)).get(URL).status_code == status
