"""The receipt: what one registration moved."""

from __future__ import annotations

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity


def test_it_says_the_numbers_that_were_stored(blueprint, world, cast, sign_in):
    counts = {"children": 14, "volunteers": 1}
    activity = an_activity(blueprint, world, cast.secretariat, counts=counts)
    page = sign_in(cast.pedagogue).get(f"/activities/{activity.pk}/logged/").content.decode()
    assert "<span>14 børn</span><span>1 frivillig</span>" in page


def test_what_is_planned_has_moved_nothing(blueprint, world, cast, sign_in):
    planned = an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={})
    assert sign_in(cast.pedagogue).get(f"/activities/{planned.pk}/logged/").context["moved"] == []


def test_saying_how_it_went_gives_back_what_it_moved(blueprint, world, cast, sign_in):
    planned = an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={})
    response = sign_in(cast.pedagogue).post(f"/activities/{planned.pk}/hold/", {"children": "3"}, follow=True)
    assert ("Muslingen", 1) in [(one.name, one.count) for one in response.context["moved"]]


def test_the_whole_form_gives_the_same_back(world, cast, sign_in):
    told = {
        "title": "På kajen",
        "status": "held",
        "starts_on": "2023-09-14",
        "hosts": [world.daycare.pk],
        "children": 9,
    }
    response = sign_in(cast.pedagogue).post("/p/havneby/activities/new/story_walk/", told, follow=True)
    assert "<span>9 børn</span>" in response.content.decode()
    assert ("Muslingen", 1) in [(one.name, one.count) for one in response.context["moved"]]


def test_a_session_leads_on_to_its_series(blueprint, world, cast, sign_in):
    series = a_series(blueprint, world, cast.secretariat)
    session = series.sessions.in_order()[0]
    page = sign_in(cast.project_leader).get(f"/activities/{session.pk}/logged/").content.decode()
    assert f'href="/series/{series.pk}/"' in page


def test_every_number_on_the_receipt_opens_exactly_its_records(blueprint, world, cast, sign_in):
    for _ in range(2):
        an_activity(blueprint, world, cast.secretariat)
    latest = an_activity(blueprint, world, cast.secretariat, goals=("wet_feet", "story_time"))
    client = sign_in(cast.daycare_leader)
    moved = client.get(f"/activities/{latest.pk}/logged/").context["moved"]

    assert {one.name: one.count for one in moved} == {
        "Muslingen": 3,
        "Quay": 3,
        "Flere fortællinger": 1,
        "Ud til vandet": 3,
    }
    for one in moved:
        listing = client.get(f"/p/havneby/activities/?{one.filter}").context["listing"]
        assert listing.page.paginator.count == one.count
