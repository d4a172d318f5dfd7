"""The whole form: a new activity, a stored one, and a series."""

from __future__ import annotations

import pytest

from landsby.web.activities.models import Activity, Series
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity

NEW = "/p/havneby/activities/new"


def told(world, **changes):
    return {
        "title": "Eventyr på kajen",
        "status": "planned",
        "starts_on": "2023-09-14",
        "start_time": "10:00",
        "end_time": "11:30",
        "community": world.quay.pk,
        "hosts": [world.daycare.pk],
        "participants": [world.school.pk],
        "goals": ["story_time"],
        "tracks": ["reading_together"],
        **changes,
    }


def test_the_kinds_to_choose_from_are_the_blueprints(cast, sign_in):
    kinds = sign_in(cast.pedagogue).get(f"{NEW}/").context["kinds"]
    assert [kind.id for kind in kinds] == ["story_walk", "crab_fishing", "sailing_course", "quay_meeting"]


def test_a_new_activity_begins_with_what_is_usual(world, cast, sign_in):
    form = sign_in(cast.pedagogue).get(f"{NEW}/story_walk/").context["form"]
    assert form.initial["hosts"] == [world.daycare.pk]
    assert list(form.initial["goals"]) == ["story_time", "wet_feet"]


def test_planning_stores_it_all(world, cast, sign_in):
    form = told(world, extra_books_lent="3", extra_weather="dry")
    response = sign_in(cast.daycare_leader).post(f"{NEW}/story_walk/", form)
    activity = Activity.objects.get()
    assert response.url == f"/activities/{activity.pk}/"
    assert (activity.status, activity.extra) == (Status.PLANNED, {"books_lent": 3, "weather": "dry"})
    assert {i.part for i in activity.involvements.all()} == {"host", "participant"}


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"end_time": "09:00"}, "end_time", "Sluttidspunktet skal være senere end kl. 10.00."),
        ({"ends_on": "2023-09-01"}, "ends_on", "Sidste dag ligger før den første"),
        ({"status": "cancelled"}, "cancelled_because", "Skriv kort, hvorfor aktiviteten er aflyst."),
        ({"children": "10000"}, "children", "Skriv et helt tal fra 0 til 5000."),
        ({"notes": "010120-1234"}, "notes", "CPR-nummer"),
        ({"goals": ["no_such_goal"]}, "goals", "no_such_goal"),
    ],
)
def test_bad_input_is_said_at_its_field_and_nothing_is_lost(world, cast, sign_in, changes, field, said):
    response = sign_in(cast.daycare_leader).post(f"{NEW}/story_walk/", told(world, place="Ved broen", **changes))
    assert response.status_code == 422
    assert said in " ".join(response.context["form"].errors[field])
    assert 'value="Ved broen"' in response.content.decode()
    assert not Activity.objects.exists()


def test_one_registers_only_where_one_belongs(world, cast, sign_in):
    client = sign_in(cast.daycare_leader)
    form = told(world, community="", hosts=[world.school.pk], participants=[])
    assert client.post(f"{NEW}/story_walk/", form).status_code == 422
    assert not Activity.objects.exists()


def test_who_must_choose_a_community_or_a_host_is_not_told_that_both_may_be_left_out(world, cast, sign_in):
    response = sign_in(cast.daycare_leader).get(f"{NEW}/story_walk/")
    assert "Vælg et lokalområde, en vært eller begge." in response.content.decode()
    form = response.context["form"]
    assert [fold.nothing for section in form.sections() for fold in section.folds if fold.key == "hosts"] == [""]
    assert "(kan udelades)" not in form["community"].as_field_group()
    assert "(kan udelades)" in form["place"].as_field_group()


def test_who_registers_everywhere_may_leave_out_both(world, cast, sign_in):
    form = sign_in(cast.secretariat).get(f"{NEW}/story_walk/").context["form"]
    assert "(kan udelades)" in form["community"].as_field_group()


def test_changing_begins_with_what_is_stored(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat, kind="story_walk", extra={"books_lent": 7})
    client = sign_in(cast.project_leader)
    form = client.get(f"/activities/{activity.pk}/change/").context["form"]
    assert form.initial["extra_books_lent"] == 7
    assert form.initial["hosts"] == [world.daycare.pk]

    client.post(f"/activities/{activity.pk}/change/", told(world, title="Nyt navn", status="held", children="8"))
    activity.refresh_from_db()
    assert (activity.title, activity.children, activity.extra) == ("Nyt navn", 8, {})


def folds_of(response):
    return {fold.key: fold for section in response.context["form"].sections() for fold in section.folds}


def test_the_headings_of_the_folds_say_what_is_chosen(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat, counts={"children": 12})
    folds = folds_of(sign_in(cast.project_leader).get(f"/activities/{activity.pk}/change/"))
    assert folds["hosts"].chosen.startswith(world.daycare.name)
    assert folds["participants"].chosen == ""
    assert folds["attendance"].chosen == "Børn 12"
    assert not any(fold.is_open for fold in folds.values())


def test_how_many_came_stands_open_once_it_was_held(blueprint, world, cast, sign_in):
    client = sign_in(cast.project_leader)
    for status, is_open in ((Status.HELD, True), (Status.PLANNED, False)):
        activity = an_activity(blueprint, world, cast.secretariat, counts={}, status=status)
        assert folds_of(client.get(f"/activities/{activity.pk}/change/"))["attendance"].is_open is is_open


def test_a_fold_with_an_error_is_open_and_the_others_keep_what_they_hold(world, cast, sign_in):
    response = sign_in(cast.daycare_leader).post(f"{NEW}/story_walk/", told(world, children="10000"))
    folds = folds_of(response)
    assert [key for key, fold in folds.items() if fold.is_open] == ["attendance"]
    assert folds["attendance"].chosen == "Børn 10000"
    assert folds["hosts"].chosen.startswith(world.daycare.name)


def test_the_actors_on_offer_are_read_once(world, cast, sign_in, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as seen:
        sign_in(cast.project_leader).get(f"{NEW}/story_walk/")
    read = [query["sql"] for query in seen.captured_queries if 'FROM "partnerships_actor"' in query["sql"]]
    assert sum("COUNT(" not in sql for sql in read) == 1


def test_a_course_becomes_a_series_of_planned_sessions(world, cast, sign_in):
    form = told(world, title="Jolleholdet", sessions="4", weeks_between="2", children_enrolled="15")
    response = sign_in(cast.project_leader).post(f"{NEW}/sailing_course/", form)
    series = Series.objects.get()
    assert response.url == f"/series/{series.pk}/"
    days = [str(session.starts_on) for session in series.sessions.in_order()]
    assert days == ["2023-09-14", "2023-09-28", "2023-10-12", "2023-10-26"]
    assert series.children_enrolled == 15


def test_a_course_keeps_the_kinds_limits(world, cast, sign_in):
    form = told(world, sessions="7", weeks_between="1")
    response = sign_in(cast.project_leader).post(f"{NEW}/sailing_course/", form)
    assert response.context["form"].errors["sessions"]
    assert not Series.objects.exists()


def test_an_unknown_kind_is_not_found(cast, sign_in):
    assert sign_in(cast.project_leader).get(f"{NEW}/no_such_kind/").status_code == 404


@pytest.mark.parametrize(("kind", "model"), [("story_walk", Activity), ("sailing_course", Series)])
def test_sent_twice_it_is_stored_once(world, cast, sign_in, kind, model):
    client = sign_in(cast.project_leader)
    key = client.get(f"{NEW}/{kind}/").context["form"].initial["client_key"]
    form = told(world, client_key=str(key), sessions="3", weeks_between="1")
    assert client.post(f"{NEW}/{kind}/", form).url == client.post(f"{NEW}/{kind}/", form).url
    assert model.objects.count() == 1


def test_where_there_are_no_communities_none_is_asked_for(programme, operator, sign_in):
    client = sign_in(operator)
    page = client.get("/p/havneby/activities/new/story_walk/")
    assert "community" not in page.context["form"].fields
    sent = client.post(
        "/p/havneby/activities/new/story_walk/", {"title": "Tur", "status": "planned", "starts_on": "2030-05-03"}
    )
    assert sent.status_code == 302, sent.context["form"].errors
    assert Activity.objects.get().community is None
