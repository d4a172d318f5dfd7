"""A calendar becomes planned activities: seen through first, all or nothing, and the same ones the second time."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsby.web.activities.actions import hold_activity
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, CalendarDraft, Part
from landsby.web.activities.status import Status
from landsby.web.activities.tests.test_calendar_reading import calendar
from landsby.web.kit.models import Act, AuditEntry

pytestmark = pytest.mark.django_db

DAY = timezone.localdate() + timedelta(days=10)


def event(uid: str, *lines: str, day: date = DAY, summary: str = "Træning") -> str:
    start = f"DTSTART:{day:%Y%m%d}T170000"
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", start, *lines, "END:VEVENT", ""])


@pytest.fixture
def send(world, sign_in):
    """Sends a calendar as somebody; gives the answer."""

    def sent(user, content, **told):
        file = SimpleUploadedFile("kampe.ics", content, content_type="text/calendar")
        usual = {"kind": "crab_fishing", "host": world.club.pk, "first": DAY, "last": DAY + timedelta(days=90)}
        address = reverse("activities:calendar_import", args=[world.programme.slug])
        return sign_in(user).post(address, {"file": file, **usual, **told})

    return sent


@pytest.fixture
def carry_out(send, sign_in):
    """Sends a calendar, sees it through and says yes; gives the page that one said yes to."""

    def carried_out(user, content, **told):
        preview = send(user, content, **told).url
        page = sign_in(user).get(preview).content.decode()
        digest = re.search(r'name="digest" value="(\w+)"', page)
        if digest:
            assert sign_in(user).post(preview, {"digest": digest[1]}).status_code == 302
        return page

    return carried_out


def test_events_become_planned_activities_of_the_kind_and_host(carry_out, cast, world):
    content = calendar(
        event("a", "LOCATION:Hallen", "DURATION:PT90M", "DESCRIPTION:Ring til Asta", "ATTENDEE:mailto:a@b.c")
    )
    carry_out(cast.association, content)
    activity = Activity.objects.get()
    assert (activity.title, activity.place, activity.starts_on) == ("Træning", "Hallen", DAY)
    assert (activity.start_time, activity.end_time, activity.status) == (time(17), time(18, 30), Status.PLANNED)
    assert [(link.actor, link.part) for link in activity.involvements.all()] == [(world.club, Part.HOST)]
    assert (activity.community, activity.created_by, activity.notes) == (world.quay, cast.association, "")
    assert not CalendarDraft.objects.exists()
    assert AuditEntry.objects.of_acts(Act.IMPORTED).get().detail == {"rows": 1}


def test_nothing_is_stored_before_one_says_yes(send, cast, sign_in):
    preview = send(cast.association, calendar(event("a"), event("b"))).url
    page = sign_in(cast.association).get(preview).content.decode()
    assert "Indlæs 2 aktiviteter" in page
    assert not Activity.objects.exists()
    sign_in(cast.association).post(f"{preview}give-up/")
    assert not CalendarDraft.objects.exists()


def test_the_same_calendar_again_changes_nothing(carry_out, cast):
    content = calendar(event("a", "RRULE:FREQ=WEEKLY;COUNT=3"))
    carry_out(cast.association, content)
    assert Activity.objects.count() == 3
    assert "Der er ikke noget at indlæse" in carry_out(cast.association, content)
    assert Activity.objects.count() == 3


def test_a_changed_calendar_changes_what_is_planned_and_nothing_else(carry_out, cast, world):
    carry_out(cast.association, calendar(event("a"), event("b"), event("c")))
    moved = DAY + timedelta(days=1)
    page = carry_out(
        cast.association, calendar(event("a", day=moved, summary="Stævne"), event("b", "STATUS:CANCELLED"), event("c"))
    )
    assert "Titel: Træning → Stævne" in page
    found = [(one.title, one.starts_on, one.status) for one in Activity.objects.order_by("pk")]
    assert found == [
        ("Stævne", moved, Status.PLANNED),
        ("Træning", DAY, Status.CANCELLED),
        ("Træning", DAY, Status.PLANNED),
    ]
    assert [one.revision for one in Activity.objects.order_by("pk")] == [1, 1, 0]
    assert Activity.objects.get(title="Stævne").involvements.get().actor == world.club


def test_what_has_been_held_is_left_alone(carry_out, cast, blueprint):
    past = timezone.localdate() - timedelta(days=3)
    days = {"first": past, "last": past + timedelta(days=30)}
    carry_out(cast.association, calendar(event("a", day=past)), **days)
    kind = blueprint.activity_kinds["crab_fishing"]
    activity = Activity.objects.get()
    hold_activity(activity=activity, kind=kind, attendance=Attendance(children=9), by=cast.association)
    page = carry_out(cast.association, calendar(event("a", "STATUS:CANCELLED", day=past)), **days)
    assert "afholdt eller aflyst her" in page
    assert Activity.objects.get().status == Status.HELD


def test_what_another_has_imported_is_not_made_twice(carry_out, cast, world):
    carry_out(cast.association, calendar(event("a")))
    page = carry_out(cast.daycare_leader, calendar(event("a"), event("b")), host=world.daycare.pk)
    assert "du kan ikke rette den" in page
    assert Activity.objects.count() == 2


def test_what_cannot_be_read_is_told_by_line_in_both_languages(send, cast, sign_in):
    broken = event("a", "LOCATION:hos 010190-1234")
    preview = send(cast.association, calendar(broken, event("b"))).url
    client = sign_in(cast.association)
    page = client.get(preview).content.decode()
    assert re.search(r"<td>4</td><td>–</td><td>Teksten ser ud til at rumme et CPR-nummer", page)
    assert "1234" not in page
    assert "010190" not in repr(CalendarDraft.objects.values())


@pytest.mark.parametrize("content", [b"", b"hello", calendar(), b"BEGIN:VCALENDAR\xff\xfe\x00"])
def test_a_file_that_cannot_be_taken_comes_back_with_a_sentence(send, cast, content):
    answer = send(cast.association, content)
    assert answer.status_code == 422
    assert 'class="form-error-message"' in answer.content.decode()
    assert not CalendarDraft.objects.exists()


def test_a_form_that_does_not_hold_comes_back(send, cast, world):
    for told in ({"kind": ""}, {"host": world.bay_school.pk}, {"last": DAY - timedelta(days=1)}, {"first": "x"}):
        assert send(cast.association, calendar(event("a")), **told).status_code == 422


def test_what_has_changed_since_it_was_shown_is_shown_again(send, carry_out, cast, sign_in):
    preview = send(cast.association, calendar(event("a"))).url
    client = sign_in(cast.association)
    digest = re.search(r'name="digest" value="(\w+)"', client.get(preview).content.decode())[1]
    carry_out(cast.association, calendar(event("a")))
    assert client.post(preview, {"digest": digest}).url == preview
    assert Activity.objects.count() == 1


def test_nothing_is_stored_when_one_of_them_fails(send, cast, sign_in, monkeypatch):
    from django.db import IntegrityError

    from landsby.web.activities.actions import calendar_import

    preview = send(cast.association, calendar(*[event(f"{n}") for n in range(3)])).url
    client = sign_in(cast.association)
    digest = re.search(r'name="digest" value="(\w+)"', client.get(preview).content.decode())[1]
    stored = []

    def third_fails(**told):
        if len(stored) == 2:
            raise IntegrityError
        stored.append(calendar_import_register(**told))

    calendar_import_register = calendar_import.store_activity
    monkeypatch.setattr(calendar_import, "store_activity", third_fails)
    assert client.post(preview, {"digest": digest}).url == preview
    assert len(stored) == 2
    assert not Activity.objects.exists()
    assert CalendarDraft.objects.exists()


def test_another_persons_calendar_is_not_there(send, cast, sign_in):
    preview = send(cast.association, calendar(event("a"))).url
    for method in ("get", "post"):
        assert getattr(sign_in(cast.secretariat), method)(preview).status_code == 404


def test_the_preview_asks_as_often_for_many_as_for_few(send, cast, sign_in):
    client = sign_in(cast.association)

    def asked(count):
        preview = send(cast.association, calendar(*[event(f"{count}-{n}") for n in range(count)])).url
        client.get(preview)
        with CaptureQueriesContext(connection) as queries:
            client.get(preview)
        return len(queries)

    assert asked(40) == asked(2)


def test_the_list_of_kinds_offers_only_single_activities(cast, world, sign_in):
    page = sign_in(cast.association).get(reverse("activities:calendar_import", args=[world.programme.slug]))
    assert 'value="crab_fishing"' in page.content.decode()
    assert 'value="sailing_course"' not in page.content.decode()
