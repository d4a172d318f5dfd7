"""Definitions are renamed between reading a page and storing what it says: nothing is stored under a former name."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from landsby.web.activities import views
from landsby.web.activities.actions import (
    apply_calendar_import,
    begin_calendar_import,
    cancel_activity,
    change_activity,
    change_series,
    hold_activity,
    register_activity,
    start_series,
)
from landsby.web.activities.calendar_plan import plan_of
from landsby.web.activities.details import Attendance
from landsby.web.activities.ical.times import Reading
from landsby.web.activities.models import Activity, CalendarDraft, Series
from landsby.web.activities.tests.factories import a_series, an_activity, details
from landsby.web.activities.tests.test_calendar_import import DAY, event
from landsby.web.activities.tests.test_calendar_reading import calendar
from landsby.web.activities.tests.test_from_device import AS_DATA, LOG
from landsby.web.activities.tests.test_upgrading import adopt, today_in, undo, version, without
from landsby.web.blueprints.models import blueprint_of, kind_as_recorded
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import standing_in

RENAMED = {
    ("goals", "wet_feet"): "water",
    ("activity_kinds", "crab_fishing"): "crabs",
    ("activity_kinds", "sailing_course"): "sailing",
}
NEW = "/p/havneby/activities/new/"


@pytest.fixture
def rename(programme, operator, blueprint):
    """Goes over to a version that calls a goal and two kinds otherwise."""
    renames = {former: now for (_folder, former), now in RENAMED.items()}
    return partial(adopt, programme, version(blueprint, **renames), operator, RENAMED)


@pytest.fixture
def typed(world):
    """What is typed into the quick log."""
    told = {"kind": "crab_fishing", "actor": str(world.daycare.pk), "day": "today", "count": "14"}
    return {"client_key": str(uuid4()), **told}


@pytest.fixture
def whole(world):
    """What is typed into the whole form."""
    told = {"title": "På kajen", "status": "planned", "starts_on": "2023-09-14", "hosts": [world.daycare.pk]}
    return {"client_key": str(uuid4()), **told, "goals": ["wet_feet"], "tracks": ["harbour_life"]}


def named(activity: Activity) -> tuple[str, list[str]]:
    stored = Activity.objects.get(pk=activity.pk)
    return stored.kind, [link.goal for link in stored.goals.all()]


def as_read_before(row):
    """A row as somebody read it before the change; with what they knew of the blueprint."""
    read = type(row).objects.select_related("programme").get(pk=row.pk)
    blueprint_of(read.programme)
    return read


def meanwhile(monkeypatch, module, action: str, happening) -> None:
    """Let something happen after a form was found sound, and before what it says is stored."""
    real = getattr(module, action)

    def and_then(**told):
        happening()
        return real(**told)

    monkeypatch.setattr(module, action, and_then)


def test_what_is_registered_has_the_names_of_today_and_the_wording_it_was_asked_by(
    programme, world, operator, blueprint, rename
):
    told = details(blueprint, world)
    rename()
    stored = register_activity(programme=programme, details=told, by=operator)
    assert named(stored) == ("crabs", ["water"])
    assert stored.kind_hash == blueprint.activity_kinds["crab_fishing"].content_hash
    assert kind_as_recorded(programme, stored.kind, stored.kind_hash) == blueprint.activity_kinds["crab_fishing"]


def test_names_follow_the_way_back_too(programme, world, operator, blueprint, rename):
    rename()
    told = details(today_in(programme), world, kind="crabs", goals=("water",))
    undo(programme, operator)
    assert named(register_activity(programme=programme, details=told, by=operator)) == ("crab_fishing", ["wet_feet"])


def test_a_series_and_its_sessions_are_named_as_today(programme, world, operator, blueprint, rename):
    told = [details(blueprint, world, kind="sailing_course", goals=("wet_feet",))] * 2
    rename()
    series = start_series(programme=programme, sessions=told, by=operator)
    assert series.kind == "sailing"
    assert [named(session) for session in series.sessions.all()] == [("sailing", ["water"])] * 2


def test_a_change_leaves_the_kind_what_it_is_called_now(world, operator, blueprint, rename):
    activity = as_read_before(an_activity(blueprint, world, operator))
    rename()
    change_activity(activity=activity, details=details(blueprint, world, title="Ved kajen"), by=operator)
    assert named(activity) == ("crabs", ["water"])


def test_a_change_long_after_a_renaming_does_not_bring_the_old_name_back(
    world, cast, sign_in, operator, blueprint, rename, whole
):
    activity = an_activity(blueprint, world, operator)
    rename()
    client, page = sign_in(cast.secretariat), f"/activities/{activity.pk}/change/"
    goals = client.get(page).context["form"]["goals"].initial
    assert client.post(page, {**whole, "goals": goals}).status_code == 302
    assert named(activity) == ("crabs", ["water"])


@pytest.mark.parametrize("outcome", ["held", "cancelled"])
def test_the_outcome_leaves_the_kind_what_it_is_called_now(world, operator, blueprint, rename, outcome):
    activity = as_read_before(an_activity(blueprint, world, operator, status="planned", counts={}))
    kind = blueprint.activity_kinds["crab_fishing"]
    rename()
    if outcome == "held":
        hold_activity(activity=activity, kind=kind, attendance=Attendance(children=3), by=operator)
    else:
        cancel_activity(activity=activity, because="Storm", by=operator)
    assert named(activity)[0] == "crabs"
    assert Activity.objects.get(pk=activity.pk).status == outcome


def test_a_change_of_a_series_leaves_its_kind_what_it_is_called_now(world, operator, blueprint, rename):
    series = as_read_before(a_series(blueprint, world, operator))
    rename()
    change_series(series=series, title="Jollerne", children_enrolled=9, notes="", by=operator)
    assert (Series.objects.get().kind, Series.objects.get().title) == ("sailing", "Jollerne")


def test_a_calendar_seen_through_before_is_imported_under_the_names_of_today(
    programme, world, cast, sign_in, blueprint, rename
):
    file = SimpleUploadedFile("kampe.ics", calendar(event("1"), event("2")), content_type="text/calendar")
    sent = {"kind": "crab_fishing", "host": world.club.pk, "first": DAY, "last": DAY, "file": file}
    sign_in(cast.association).post(reverse("activities:calendar_import", args=["havneby"]), sent)
    draft = as_read_before(CalendarDraft.objects.get())
    standing = standing_in(cast.association, draft.programme)
    plan = plan_of(draft, standing, blueprint.activity_kinds["crab_fishing"], blueprint)
    rename()
    assert CalendarDraft.objects.get().kind == "crabs"
    assert apply_calendar_import(draft=draft, plan=plan, by=cast.association) == 2
    assert {named(activity) == ("crabs", ["water"]) for activity in Activity.objects.all()} == {True}


def test_a_calendar_is_kept_under_the_kind_of_today(programme, world, operator, rename):
    blueprint_of(programme)
    rename()
    told = {"programme": programme, "host": world.club, "file_name": "kampe.ics", "reading": Reading([], [])}
    assert begin_calendar_import(kind="crab_fishing", by=operator, **told).kind == "crabs"


@pytest.mark.parametrize(
    ("gone", "field"), [(("activity_kinds", "crab_fishing"), "kind"), (("goals", "wet_feet"), "goals")]
)
def test_what_has_left_the_programme_is_refused_by_its_title(programme, world, operator, blueprint, gone, field):
    told = details(blueprint, world)
    adopt(programme, version(blueprint, without(*gone)), operator)
    with pytest.raises(Blocked) as refusal:
        register_activity(programme=programme, details=told, by=operator)
    [problem] = refusal.value.problems
    assert (problem.code, problem.field) == ("left_the_programme", field)
    assert str(getattr(blueprint, gone[0])[gone[1]].title.da) in str(problem.text)
    assert not Activity.objects.exists()


def test_a_kind_that_has_gone_out_of_use_is_refused_from_then_on(programme, world, operator, blueprint):
    an_activity(blueprint, world, operator)
    told = replace(details(blueprint, world, status="planned", counts={}), starts_on=DAY)
    adopt(programme, version(blueprint, without("activity_kinds", "crab_fishing")), operator)
    with pytest.raises(Blocked) as refusal:
        register_activity(programme=programme, details=told, by=operator)
    assert [problem.code for problem in refusal.value.problems] == ["kind_ended"]


def test_a_quick_log_loses_nothing_when_the_kind_leaves_in_that_moment(
    programme, world, cast, sign_in, operator, blueprint, typed, monkeypatch
):
    leave = partial(adopt, programme, version(blueprint, without("activity_kinds", "crab_fishing")), operator)
    meanwhile(monkeypatch, views.logging, "register_activity", leave)
    response = sign_in(cast.pedagogue).post(LOG, {**typed, "note": "Ved broen"})
    assert (response.status_code, Activity.objects.count()) == (422, 0)
    assert "»Krabbefiskeri« er ikke med længere" in response.content.decode()
    form = response.context["form"]
    assert (form["note"].value(), form["count"].value()) == ("Ved broen", "14")


def test_a_device_is_told_why_nothing_was_stored(programme, cast, sign_in, operator, blueprint, typed, monkeypatch):
    leave = partial(adopt, programme, version(blueprint, without("activity_kinds", "crab_fishing")), operator)
    meanwhile(monkeypatch, views.logging, "register_activity", leave)
    response = sign_in(cast.pedagogue).post(LOG, typed, headers=AS_DATA)
    assert response.status_code == 422
    assert "»Krabbefiskeri« er ikke med længere" in response.json()["problems"][0]


@pytest.mark.parametrize("kind", ["crab_fishing", "sailing_course"])
def test_the_whole_form_loses_nothing_when_a_goal_leaves_in_that_moment(
    programme, cast, sign_in, operator, blueprint, whole, monkeypatch, kind
):
    leave = partial(adopt, programme, version(blueprint, without("goals", "wet_feet")), operator)
    action = "start_series" if kind == "sailing_course" else "register_activity"
    meanwhile(monkeypatch, views.logging, action, leave)
    typed = {**whole, "sessions": "3", "weeks_between": "1", "notes": "Husk støvler"}
    response = sign_in(cast.secretariat).post(f"{NEW}{kind}/", typed)
    form = response.context["form"]
    assert response.status_code == 422
    assert form.errors.keys() == {"goals"}
    assert form["notes"].value() == "Husk støvler"
    assert not Activity.objects.exists()


def test_a_change_loses_nothing_when_a_goal_leaves_in_that_moment(
    programme, world, cast, sign_in, operator, blueprint, whole, monkeypatch
):
    activity = an_activity(blueprint, world, operator, goals=("story_time",))
    leave = partial(adopt, programme, version(blueprint, without("goals", "wet_feet")), operator)
    meanwhile(monkeypatch, views.single, "change_from_here", leave)
    response = sign_in(cast.secretariat).post(f"/activities/{activity.pk}/change/", {**whole, "title": "Nyt"})
    assert response.status_code == 422
    assert response.context["form"]["title"].value() == "Nyt"
    assert named(activity) == ("crab_fishing", ["story_time"])


def test_what_waited_on_a_device_is_stored_under_the_names_of_today(cast, sign_in, typed, rename):
    rename()
    response = sign_in(cast.pedagogue).post(LOG, typed, headers=AS_DATA)
    assert response.status_code == 200
    assert named(Activity.objects.get()) == ("crabs", ["water"])


def test_what_a_device_sends_again_after_a_renaming_is_stored_once(cast, sign_in, typed, rename):
    client = sign_in(cast.pedagogue)
    client.post(LOG, typed, headers=AS_DATA)
    rename()
    assert client.post(LOG, typed, headers=AS_DATA).json()["again"] is True
    assert Activity.objects.count() == 1


def test_a_page_that_stood_open_is_stored_under_the_names_of_today(cast, sign_in, whole, rename):
    client = sign_in(cast.secretariat)
    rename()
    assert client.post(f"{NEW}crab_fishing/", whole).status_code == 302
    assert named(Activity.objects.get()) == ("crabs", ["water"])
    course = {**whole, "title": "Jolleholdet", "sessions": "2", "weeks_between": "1"}
    assert client.post(f"{NEW}sailing_course/", course).status_code == 302
    assert Series.objects.get().kind == "sailing"


def test_a_page_that_stood_open_keeps_its_ticks_when_something_else_is_wrong(cast, sign_in, whole, rename):
    rename()
    form = sign_in(cast.secretariat).post(f"{NEW}crab_fishing/", {**whole, "title": ""}).context["form"]
    assert form.errors.keys() == {"title"}
    assert form["goals"].value() == ["water"]


@pytest.mark.parametrize("sessions", [2, 6])
def test_the_names_of_today_cost_the_same_for_many_as_for_few(
    programme, world, operator, blueprint, django_assert_max_num_queries, sessions, rename
):
    told = [details(blueprint, world, kind="sailing_course")] * sessions
    rename()
    with django_assert_max_num_queries(100) as seen:
        start_series(programme=programme, sessions=told, by=operator)
    asked = [each["sql"] for each in seen.captured_queries if "blueprints_adoptedblueprint" in each["sql"]]
    assert len(asked) == 2


def test_holding_the_blueprint_costs_two_small_queries(
    programme, world, operator, blueprint, django_assert_max_num_queries
):
    told = details(blueprint, world)
    with django_assert_max_num_queries(20) as seen:
        register_activity(programme=programme, details=told, by=operator)
    asked = [each["sql"] for each in seen.captured_queries]
    assert sum("blueprints_adoptedblueprint" in sql for sql in asked) == 1
    assert sum("pg_advisory_xact_lock_shared" in sql for sql in asked) == (connection.vendor == "postgresql")
