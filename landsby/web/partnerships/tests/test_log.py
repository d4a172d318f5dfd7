"""The programme's log: who may read it, what can be asked of it, and that reading it is noted."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from landsby.web.kit.audit import record
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.models import Role

pytestmark = pytest.mark.django_db
PAGE = "/p/havneby/log/"


@pytest.fixture
def told(cast, world):
    """Three lines to look for: what the pedagogue, the secretariat and somebody a year ago did."""
    record(by=cast.pedagogue, act=Act.CHANGED, thing=world.school, programme="havneby", detail={"name": ["A", "B"]})
    record(by=cast.secretariat, act=Act.REMOVED, thing=world.club, programme="havneby")
    old = record(by=cast.evaluator, act=Act.CHANGED, thing=world.bay_school, programme="havneby")
    AuditEntry.objects.filter(pk=old.pk).update(at=timezone.now() - timedelta(days=365))
    record(by=cast.secretariat, act=Act.CHANGED, thing=world.hill_daycare, programme="another")


def rows(page):
    return [(entry.author, entry.act, entry.label) for entry in page.context["listing"].page]


def test_the_latest_stands_on_top(cast, told, sign_in):
    page = sign_in(cast.secretariat).get(PAGE)
    assert rows(page)[:2] == [
        ("Secretariat", "removed", "Havneby Sejlklub"),
        ("Pedagogue", "changed", "Kajskolen"),
    ]
    assert "navn: A → B" in page.text


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ({"who": "pedag", "act": "changed"}, ["Kajskolen"]),
        ({"act": "removed"}, ["Havneby Sejlklub"]),
        ({"q": "sejl", "act": "removed"}, ["Havneby Sejlklub"]),
        ({"until": (timezone.localdate() - timedelta(days=300)).isoformat()}, ["Bugtskolen"]),
        ({"act": "changed", "since": (timezone.localdate() - timedelta(days=2)).isoformat()}, ["Kajskolen"]),
        ({"act": "no such act"}, []),
    ],
)
def test_each_choice_narrows_the_log(cast, told, sign_in, asked, labels):
    page = sign_in(cast.secretariat).get(PAGE, asked)
    assert [label for _, _, label in rows(page)] == labels


def test_reading_the_log_is_noted(cast, told, sign_in):
    reader = sign_in(cast.secretariat)
    reader.get(PAGE, {"act": "removed"})
    latest = AuditEntry.objects.of_programme("havneby").newest_first().first()
    assert (latest.author, latest.act, latest.thing, latest.detail) == (
        "Secretariat",
        "read",
        "kit.auditentry",
        {"rows": 1},
    )


def test_the_export_holds_what_is_shown_and_is_noted(cast, told, sign_in):
    answer = sign_in(cast.secretariat).get(f"{PAGE}export/xlsx/", {"act": "removed"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert [row[4] for row in sheet.iter_rows(values_only=True)] == ["Navn", "Havneby Sejlklub"]
    assert AuditEntry.objects.filter(act=Act.EXPORTED, thing="kit.auditentry").count() == 1


def test_a_role_that_sees_only_its_own_municipality_reads_no_log_of_the_whole(cast, told, sign_in):
    Role.objects.filter(key="project_leader").update(sees="municipality")
    assert sign_in(cast.project_leader).get(PAGE).status_code == 403


def test_somebody_without_the_right_is_refused(cast, told, sign_in):
    assert sign_in(cast.steering_member).get(PAGE).status_code == 403
    assert sign_in(cast.stranger).get(PAGE).status_code == 404


def test_a_part_of_the_page_is_enough_for_the_next_rows(cast, told, sign_in):
    part = sign_in(cast.secretariat).get(PAGE, {"partial": "rows", "sort": "label"}, headers={"hx-request": "true"})
    assert '<section id="log-rows"' in part.text
    assert "<html" not in part.text
