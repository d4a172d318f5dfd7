"""The list: who sees what, filter, sort, paging, and parts for htmx."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import A_DAY, a_series, an_activity

URL = "/p/havneby/activities/"


def titles(response):
    return [activity.title for activity in response.context["listing"].page]


@pytest.fixture
def three(blueprint, world, cast):
    """A day's crabs on the quay, a story walk on the hill, and a cancelled walk at the bay."""
    by = cast.secretariat
    return [
        an_activity(blueprint, world, by),
        an_activity(
            blueprint,
            world,
            by,
            kind="story_walk",
            title="Eventyr i bakkerne",
            starts_on=A_DAY + timedelta(days=300),
            community=world.hill,
            hosts=(world.hill_daycare,),
            goals=("story_time",),
            tracks=("reading_together",),
            counts={"children": 20},
        ),
        an_activity(
            blueprint,
            world,
            by,
            kind="story_walk",
            title="Bugtens fortællinger",
            starts_on=A_DAY + timedelta(days=7),
            municipality=world.south,
            community=world.bay,
            hosts=(world.bay_school,),
            goals=(),
            tracks=(),
            status=Status.CANCELLED,
            cancelled_because="Regn",
            counts={},
        ),
    ]


def test_the_latest_stands_on_top(three, cast, sign_in):
    response = sign_in(cast.secretariat).get(URL)
    assert titles(response) == ["Eventyr i bakkerne", "Bugtens fortællinger", "Krabber ved broen"]


def test_what_is_to_come_stands_after_what_has_been(blueprint, world, cast, sign_in):
    today = timezone.localdate()
    for days in (400, 1, -1, -30):
        day = today + timedelta(days=days)
        an_activity(
            blueprint, world, cast.secretariat, title=str(days), starts_on=day, status=Status.PLANNED, counts={}
        )
    assert titles(sign_in(cast.secretariat).get(URL)) == ["-1", "-30", "400", "1"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("goal=wet_feet", ["Krabber ved broen"]),
        ("goal=none", ["Bugtens fortællinger"]),
        ("track=reading_together", ["Eventyr i bakkerne"]),
        ("kind=story_walk&status=held", ["Eventyr i bakkerne"]),
        ("half_year=20231", ["Bugtens fortællinger", "Krabber ved broen"]),
        ("q=fortælling", ["Bugtens fortællinger"]),
        ("from=2023-05-04&to=2023-05-31", ["Bugtens fortællinger"]),
        ("sort=title", ["Bugtens fortællinger", "Eventyr i bakkerne", "Krabber ved broen"]),
        ("sort=-children&status=held", ["Eventyr i bakkerne", "Krabber ved broen"]),
        ("kind=no_such_kind", []),
    ],
)
def test_every_choice_narrows_the_list(three, cast, sign_in, query, found):
    assert titles(sign_in(cast.secretariat).get(f"{URL}?{query}")) == found


def test_the_filter_by_place_and_actor(three, cast, world, sign_in):
    client = sign_in(cast.secretariat)
    assert titles(client.get(f"{URL}?community={world.hill.pk}")) == ["Eventyr i bakkerne"]
    assert titles(client.get(f"{URL}?municipality={world.south.pk}")) == ["Bugtens fortællinger"]
    assert titles(client.get(f"{URL}?actor={world.daycare.pk}&part=host")) == ["Krabber ved broen"]
    assert titles(client.get(f"{URL}?actor={world.daycare.pk}&part=participant")) == []


def test_a_daycare_sees_its_own_community_only(three, cast, sign_in):
    assert titles(sign_in(cast.daycare_leader).get(URL)) == ["Krabber ved broen"]


def test_a_stranger_is_not_told_that_the_programme_exists(three, cast, sign_in):
    assert sign_in(cast.stranger).get(URL).status_code == 404


def test_without_sign_in_one_is_asked_to(three, client):
    response = client.get(URL)
    assert response.status_code == 302
    assert response.url.startswith("/sign-in/")


def test_to_before_from_is_said_at_the_field(three, cast, sign_in):
    response = sign_in(cast.secretariat).get(f"{URL}?from=2023-06-01&to=2023-05-01")
    assert "Slutdatoen ligger før startdatoen" in response.content.decode()
    assert titles(response) == []


def test_what_is_chosen_is_told_in_words(three, cast, sign_in):
    page = sign_in(cast.secretariat).get(f"{URL}?from=2023-05-01&status=held").content.decode()
    assert "Fra dato: 1. maj 2023" in page
    assert "Status: Afholdt" in page


def test_the_usual_periods_are_links_that_keep_the_other_choices(three, cast, sign_in):
    today = timezone.localdate()
    client = sign_in(cast.secretariat)
    page = client.get(f"{URL}?status=held&half_year=20231&page=2").content.decode()
    this_month = f"?status=held&amp;from={today.replace(day=1)}&amp;to="
    assert this_month in page
    chosen = page.partition(this_month)[2].partition('"')[0]
    again = client.get(f"{URL}?status=held&from={today.replace(day=1)}&to={chosen}")
    assert again.content.decode().count('aria-current="true">denne måned') == 1


@pytest.mark.parametrize(("who", "offered"), [("secretariat", 2), ("daycare_leader", 1)])
def test_only_municipalities_that_one_sees_are_offered(three, cast, sign_in, who, offered):
    form = sign_in(getattr(cast, who)).get(URL).context["listing"].filter
    assert form.fields["municipality"].queryset.count() == offered


def test_a_municipality_beyond_ones_sight_shows_nothing(three, cast, world, sign_in):
    assert titles(sign_in(cast.daycare_leader).get(f"{URL}?municipality={world.south.pk}")) == []


def test_a_card_says_the_first_group_that_was_counted(blueprint, world, cast, sign_in):
    an_activity(blueprint, world, cast.secretariat, counts={"parents": 14, "staff": 2})
    assert "Forældre <b>14</b>" in sign_in(cast.secretariat).get(URL).content.decode()


def test_htmx_gets_the_rows_alone_and_no_other_part(three, cast, sign_in):
    client = sign_in(cast.secretariat)
    rows = client.get(f"{URL}?partial=rows", headers={"HX-Request": "true"}).content.decode()
    assert "Krabber ved broen" in rows
    assert "<html" not in rows
    assert client.get(f"{URL}?partial=secrets", headers={"HX-Request": "true"}).status_code == 400


def test_pages_never_overlap(blueprint, world, cast, sign_in):
    for number in range(30):
        an_activity(blueprint, world, cast.secretariat, title=f"Nr. {number}")
    client = sign_in(cast.secretariat)
    seen = titles(client.get(URL)) + titles(client.get(f"{URL}?page=2"))
    assert len(seen) == len(set(seen)) == 30


@pytest.mark.parametrize("who", ["secretariat", "daycare_leader"])
def test_queries_do_not_grow_with_rows(blueprint, world, cast, sign_in, who, django_assert_max_num_queries):
    def queries() -> int:
        with django_assert_max_num_queries(38) as seen:
            sign_in(getattr(cast, who)).get(URL)
        return len(seen)

    a_series(blueprint, world, cast.secretariat, sessions=2)
    few = queries()
    for number in range(20):
        an_activity(blueprint, world, cast.secretariat, title=f"Nr. {number}", participants=(world.club, world.school))
    assert queries() == few


def test_what_waits_stands_with_the_oldest_first_and_leads_to_the_answer(blueprint, world, cast, sign_in):
    today, told = timezone.localdate(), {"status": Status.PLANNED, "counts": {}}
    for days in (3, 9, 6):
        day = today - timedelta(days=days)
        an_activity(blueprint, world, cast.secretariat, title=f"For {days} dage siden", starts_on=day, **told)
    client = sign_in(cast.secretariat)
    response = client.get(URL, {"waiting": "yes"})
    assert titles(response) == ["For 9 dage siden", "For 6 dage siden", "For 3 dage siden"]
    first = response.context["listing"].page[0]
    assert f'href="/activities/{first.pk}/hold/"' in response.content.decode()
    assert "Hvordan gik det?" not in client.get(URL).content.decode()
