"""A season makes its openings, and a change of plan asks before it cancels any."""

from __future__ import annotations

from datetime import time, timedelta

import pytest

from landsby.web.activities.actions import cancel_activity
from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.halls.models import Season
from landsby.web.halls.tests.factories import KIND, a_season, coming, openings_of
from landsby.web.kit.models import AuditEntry

pytestmark = pytest.mark.django_db


def told(world, **more):
    """What a browser sends for Saturdays at the quay."""
    return {
        "kind": KIND,
        "title": "Lørdage ved kajen",
        "place": "Bådhuset",
        "community": world.quay.pk,
        "starts_on": coming(0).isoformat(),
        "ends_on": coming(6, weeks=4).isoformat(),
        "weeks_between": "1",
        "opens_5": "10:00",
        "closes_5": "12:30",
        "hosts_each": "1",
        "people_needed": "3",
        "associations": [world.club.pk],
        **more,
    }


def test_a_season_lays_its_openings_among_the_activities(sign_in, cast, world):
    page = sign_in(cast.leisure_consultant).post("/p/havneby/halls/new/", told(world))
    season = Season.objects.get()
    assert page.url == f"/halls/{season.pk}/rota/"
    openings = openings_of(season)
    assert [opening.activity.starts_on for opening in openings] == [coming(5, weeks=week) for week in (1, 2, 3, 4)]
    first = openings[0].activity
    assert (first.kind, first.title, first.place, first.status) == (KIND, season.title, "Bådhuset", Status.PLANNED)
    assert (first.start_time, first.end_time, first.community) == (time(10), time(12, 30), world.quay)
    assert [link.goal for link in first.goals.all()] == ["story_time", "wet_feet"]
    assert first.created_by == cast.leisure_consultant


def test_a_season_sent_twice_is_one(sign_in, cast, world):
    client = sign_in(cast.leisure_consultant)
    pages = [client.post("/p/havneby/halls/new/", told(world)).url for _click in range(2)]
    assert pages == [f"/halls/{Season.objects.get().pk}/rota/"] * 2
    assert len(openings_of(Season.objects.get())) == 4


def test_what_too_many_actors_keep_from_being_asked_stays(sign_in, cast, world, monkeypatch):
    client = sign_in(cast.leisure_consultant)
    client.post("/p/havneby/halls/new/", told(world, hall=world.school.pk, coordinator=world.club.pk))
    season = Season.objects.get()
    monkeypatch.setattr("landsby.web.halls.forms.season.MOST_OFFERED", 0)
    assert client.post(f"/halls/{season.pk}/change/", told(world, title="Søndage")).status_code == 302
    season.refresh_from_db()
    assert (season.title, season.hall, season.coordinator) == ("Søndage", world.school, world.club)


def test_a_season_of_a_kind_that_is_gone_says_so(sign_in, cast, world):
    client = sign_in(cast.leisure_consultant)
    client.post("/p/havneby/halls/new/", told(world))
    Season.objects.update(kind="regatta")
    page = client.get(f"/halls/{Season.objects.get().pk}/change/", follow=True)
    assert "ikke den slags åbningstider længere" in page.content.decode()


def test_a_holiday_is_closed_and_a_form_that_does_not_hold_loses_nothing(sign_in, cast, world):
    client = sign_in(cast.leisure_consultant)
    wrong = client.post("/p/havneby/halls/new/", told(world, closes_5="09:00", title="Kun om lørdagen"))
    assert wrong.status_code == 422
    assert "Kun om lørdagen" in wrong.content.decode()
    assert "Der skal lukkes senere" in wrong.content.decode()
    pause = {"pause_first_0": coming(5, weeks=2).isoformat(), "pause_why_0": "Ferie"}
    client.post("/p/havneby/halls/new/", told(world, **pause))
    season = Season.objects.get()
    assert [one.planned_on for one in openings_of(season)] == [coming(5, weeks=week) for week in (1, 3, 4)]
    assert [(pause.last_on, pause.why) for pause in season.pauses.all()] == [(coming(5, weeks=2), "Ferie")]


def test_a_time_half_told_is_asked_for(sign_in, cast, world):
    page = sign_in(cast.leisure_consultant).post("/p/havneby/halls/new/", told(world, opens_6="09:00"))
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"closes_6"}


def test_nobody_plans_across_the_water(sign_in, cast, world):
    page = sign_in(cast.leisure_consultant).post("/p/havneby/halls/new/", told(world, community=world.bay.pk))
    assert page.status_code == 422
    assert not Season.objects.exists()


def test_what_stands_there_already_is_taken_in(blueprint, world, cast):
    there = an_activity(blueprint, world, cast.secretariat, kind=KIND, starts_on=coming(5), status=Status.PLANNED)
    season = a_season(blueprint, world, cast.secretariat)
    assert openings_of(season)[0].activity == there
    assert Activity.objects.filter(kind=KIND).count() == 4


def test_a_change_that_cancels_days_asks_first(sign_in, cast, world, blueprint):
    season = a_season(blueprint, world, cast.secretariat, hosts=(world.club,))
    client, url = sign_in(cast.leisure_consultant), f"/halls/{season.pk}/change/"
    shorter = told(world, ends_on=coming(6, weeks=2).isoformat())
    asked = client.post(url, shorter)
    assert asked.status_code == 422
    assert "2 dage bliver aflyst" in asked.content.decode()
    assert "Havneby Sejlklub" in asked.content.decode()
    season.refresh_from_db()
    assert season.ends_on == coming(6, weeks=4)
    assert Activity.objects.planned().count() == 4

    agreed = asked.context["change"].signature
    assert client.post(url, {**shorter, "agreed": agreed}).status_code == 302
    assert Activity.objects.planned().count() == 2
    assert set(Activity.objects.filter(status=Status.CANCELLED).values_list("cancelled_because", flat=True)) == {
        "Sæsonplanen blev ændret"
    }


def test_an_agreement_holds_for_the_days_that_were_shown_only(sign_in, cast, world, blueprint):
    season = a_season(blueprint, world, cast.secretariat)
    client, url = sign_in(cast.leisure_consultant), f"/halls/{season.pk}/change/"
    agreed = client.post(url, told(world, ends_on=coming(6, weeks=3).isoformat())).context["change"].signature
    again = client.post(url, {**told(world, ends_on=coming(6, weeks=1).isoformat()), "agreed": agreed})
    assert again.status_code == 422
    assert Activity.objects.planned().count() == 4


def test_a_change_adds_and_moves_without_asking_and_leaves_what_was_done_by_hand(sign_in, cast, world, blueprint):
    season = a_season(blueprint, world, cast.secretariat)
    first, second, *_ = openings_of(season)
    cancel_activity(activity=first.activity, because="Vand i hallen", by=cast.secretariat)
    second.activity.start_time = time(9)
    second.activity.save()
    later = told(world, ends_on=coming(6, weeks=5).isoformat(), opens_5="10:30", title="Lørdag for alle")
    assert sign_in(cast.leisure_consultant).post(f"/halls/{season.pk}/change/", later).status_code == 302
    starts = [(one.activity.status, one.activity.start_time, one.activity.title) for one in openings_of(season)]
    assert starts == [
        (Status.CANCELLED, time(10), "Lørdage ved kajen"),
        (Status.PLANNED, time(9), "Lørdag for alle"),
        (Status.PLANNED, time(10, 30), "Lørdag for alle"),
        (Status.PLANNED, time(10, 30), "Lørdag for alle"),
        (Status.PLANNED, time(10, 30), "Lørdag for alle"),
    ]


def test_a_day_that_the_plan_left_out_can_come_back(sign_in, cast, world, blueprint):
    season = a_season(blueprint, world, cast.secretariat)
    client, url = sign_in(cast.leisure_consultant), f"/halls/{season.pk}/change/"
    shorter = told(world, ends_on=coming(6, weeks=3).isoformat())
    agreed = client.post(url, shorter).context["change"].signature
    client.post(url, {**shorter, "agreed": agreed})
    assert client.post(url, told(world)).status_code == 302
    assert [one.starts_on for one in Activity.objects.planned().in_order()] == [
        coming(5, weeks=week) for week in (1, 2, 3, 4)
    ]


def test_the_log_tells_what_changed(sign_in, cast, world, blueprint):
    season = a_season(blueprint, world, cast.secretariat)
    sign_in(cast.leisure_consultant).post(f"/halls/{season.pk}/change/", told(world, hosts_each="2"))
    entry = AuditEntry.objects.about(season).newest_first().first()
    assert "værter hver gang: 1 → 2" in entry.detail_text


def test_the_page_of_a_season_tells_what_is_next(sign_in, cast, world, blueprint):
    season = a_season(blueprint, world, cast.secretariat, hosts=(world.club,))
    page = sign_in(cast.pedagogue).get(f"/halls/{season.pk}/").content.decode()
    assert "Lørdag 10.00–12.30" in page
    assert "Havneby Sejlklub" in page
    assert "Ret sæsonen" not in page


def test_a_season_that_is_over_stands_last(sign_in, cast, world, blueprint):
    a_season(
        blueprint,
        world,
        cast.secretariat,
        title="Sidste år",
        starts_on=coming(0) - timedelta(days=300),
        ends_on=coming(0) - timedelta(days=200),
    )
    a_season(blueprint, world, cast.secretariat, title="I år")
    listing = sign_in(cast.pedagogue).get("/p/havneby/halls/").context["listing"]
    assert [(one.title, one.openings_ahead) for one in listing.page] == [("I år", 4), ("Sidste år", 0)]
