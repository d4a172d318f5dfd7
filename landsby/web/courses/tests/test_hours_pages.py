"""The pages of hours, as the association and the leisure consultant meet them."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from landsby.web.courses.actions import approve_hours
from landsby.web.courses.models import HoursStatus, SessionHours
from landsby.web.courses.tests.factories import AFTER_THE_RISE, BEFORE_THE_RISE, handed_in, held_sessions

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessions(blueprint, world, cast):
    return held_sessions(blueprint, world, cast.secretariat, days=(BEFORE_THE_RISE, AFTER_THE_RISE))


@pytest.fixture
def association(sign_in, cast):
    return sign_in(cast.association)


@pytest.fixture
def consultant(sign_in, cast):
    return sign_in(cast.leisure_consultant)


def url(name, *args):
    return reverse(f"courses:{name}", args=args or ["havneby"])


def test_the_hours_are_proposed_and_handed_in(association, sessions):
    form = association.get(url("hand_in")).context["form"]
    assert [row.hours.value() for row in form.rows] == ["1,5", "1,5"]
    told = {f"include_{sessions[0].pk}": "on", f"hours_{sessions[0].pk}": "1,5"}
    response = association.post(url("hand_in"), told, follow=True)
    assert "Timer for 1 gang er indsendt" in response.content.decode()
    assert [(row.session, row.hours) for row in SessionHours.objects.all()] == [(sessions[0], Decimal("1.5"))]
    assert [row.session for row in response.context["form"].rows] == [sessions[1]]


def test_other_hours_than_proposed_are_asked_about_at_their_row(association, sessions):
    told = {f"include_{one.pk}": "on" for one in sessions}
    told |= {f"hours_{sessions[0].pk}": "1,5", f"hours_{sessions[1].pk}": "3"}
    refused = association.post(url("hand_in"), told)
    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == [f"reason_{sessions[1].pk}"]
    assert not SessionHours.objects.exists()


def test_the_consultant_approves_what_is_ticked(consultant, association, sessions, world, cast):
    first, second = handed_in(sessions, cast.association)
    page = consultant.get(url("approve"))
    assert [(row.told_rate, row.amount) for row in page.context["rows"]] == [("300", "450,00"), ("350", "525,00")]
    consultant.post(url("approve"), {"rows": [second.pk]})
    assert {row.pk: row.status for row in SessionHours.objects.all()} == {
        first.pk: HoursStatus.HANDED_IN,
        second.pk: HoursStatus.APPROVED,
    }
    assert consultant.post(url("approve"), {"rows": [second.pk]}).status_code == 422


def test_what_is_sent_back_stands_with_its_word_on_the_page_of_the_association(
    consultant, association, sessions, world, cast
):
    row = handed_in(sessions, cast.association)[0]
    assert consultant.post(url("send_back", row.pk), {}).status_code == 422
    consultant.post(url("send_back", row.pk), {"word": "Var det ikke kun en time?"})
    page = association.get(url("hand_in"))
    assert "Var det ikke kun en time?" in page.content.decode()
    told = {f"include_{row.session_id}": "on", f"hours_{row.session_id}": "1", f"reason_{row.session_id}": "Jo"}
    association.post(url("hand_in"), told)
    row.refresh_from_db()
    assert (row.status, row.hours) == (HoursStatus.HANDED_IN, Decimal(1))


def test_approved_hours_are_corrected_by_a_new_row(association, sessions, world, cast):
    row = handed_in(sessions, cast.association)[0]
    refused = association.post(url("correct", row.pk), {"hours": "1", "reason": "For meget"})
    assert refused.status_code == 422
    approve_hours(rows=[row], by=cast.leisure_consultant)
    association.post(url("correct", row.pk), {"hours": "1", "reason": "For meget"})
    assert [one.hours for one in SessionHours.objects.filter(corrects=row)] == [Decimal("-0.5")]


def test_the_sums_lead_to_the_rows_behind_them_and_can_be_taken_out(consultant, sessions, world, cast):
    approve_hours(rows=handed_in(sessions, cast.association), by=cast.leisure_consultant)
    page = consultant.get(url("sums"))
    assert [row.cells[1:] for row in page.context["rows"]] == [
        [world.club.name, Decimal(3), Decimal(975), Decimal(0)],
    ]
    assert "975,00" in page.content.decode()
    told = {"status": "approved", "half_year": "20231", "host": world.club.pk}
    rows = consultant.get(url("hours"), told).context["rows"]
    assert {one.row.session for one in rows} == set(sessions)
    csv = b"".join(consultant.get(url("sums_export", "havneby", "csv")).streaming_content).decode("utf-8-sig")
    assert "975" in csv
    book = load_workbook(BytesIO(consultant.get(url("sums_export", "havneby", "xlsx")).getvalue()))
    assert [cell.value for cell in book.active[2]][1:4] == [world.club.name, 3, 975]


def test_the_hours_can_be_taken_out_with_their_rates(consultant, sessions, world, cast):
    approve_hours(rows=handed_in(sessions, cast.association)[:1], by=cast.leisure_consultant)
    book = load_workbook(BytesIO(consultant.get(url("hours_export", "havneby", "xlsx")).getvalue()))
    headings, *rows = ([cell.value for cell in row] for row in book.active)
    rate, amount = headings.index("Sats"), headings.index("Kroner")
    assert {(row[rate], row[amount]) for row in rows} == {(300, 450), (350, 525)}
    assert consultant.get(url("hours_export", "havneby", "pdf")).status_code == 404


def test_what_one_association_hands_in_no_other_reads(sign_in, sessions, world, cast):
    handed_in(sessions, cast.association)
    assert sign_in(cast.daycare_leader).get(url("hours")).context["rows"] == []
    assert len(sign_in(cast.association).get(url("hours")).context["rows"]) == len(sessions)
