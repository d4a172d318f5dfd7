"""The calendar: a month of activities."""

from __future__ import annotations

from datetime import date, timedelta

from landsby.web.activities.tests.factories import an_activity

URL = "/p/havneby/activities/calendar/"


def days_of(response):
    return {day: [activity.title for activity in found] for day, found in response.context["month"].days}


def test_a_month_holds_its_activities_on_their_days(blueprint, world, cast, sign_in):
    an_activity(blueprint, world, cast.secretariat)
    client = sign_in(cast.secretariat)
    assert days_of(client.get(f"{URL}?month=2023-05")) == {date(2023, 5, 3): ["Krabber ved broen"]}
    assert days_of(client.get(f"{URL}?month=2023-06")) == {}


def test_what_lasts_several_days_stands_on_each(blueprint, world, cast, sign_in):
    first = date(2023, 4, 29)
    an_activity(
        blueprint, world, cast.secretariat, title="Havnefest", starts_on=first, ends_on=first + timedelta(days=4)
    )
    days = days_of(sign_in(cast.secretariat).get(f"{URL}?month=2023-05"))
    assert sorted(days) == [date(2023, 5, day) for day in (1, 2, 3)]


def test_the_choices_keep_the_month(cast, sign_in):
    page = sign_in(cast.secretariat).get(f"{URL}?month=2023-05").content.decode()
    assert '<input type="hidden" name="month" value="2023-05">' in page


def test_a_month_that_is_none_shows_this_month(cast, sign_in):
    response = sign_in(cast.secretariat).get(f"{URL}?month=2023-99")
    assert response.status_code == 200
    assert response.context["month"].first.day == 1


def test_a_month_with_more_than_can_be_shown_is_counted_day_by_day(blueprint, world, cast, sign_in, monkeypatch):
    monkeypatch.setattr("landsby.web.activities.months.MOST_IN_A_MONTH", 2)
    for day in (3, 3, 4):
        an_activity(blueprint, world, cast.secretariat, starts_on=date(2023, 5, day))
    client = sign_in(cast.secretariat)
    response = client.get(f"{URL}?month=2023-05&kind=crab_fishing")
    assert response.context["month"].counts == {date(2023, 5, 3): 2, date(2023, 5, 4): 1}
    behind = "/p/havneby/activities/?kind=crab_fishing&amp;from=2023-05-03&amp;to=2023-05-03"
    assert behind in response.content.decode()
    assert len(client.get(behind.replace("&amp;", "&")).context["listing"].page) == 2
