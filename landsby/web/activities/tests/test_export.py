"""The export: exactly the rows that the list shows, with every column."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from openpyxl import load_workbook

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.kit.models import Act, AuditEntry

URL = "/p/havneby/activities/export"


def rows_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_the_csv_holds_the_filtered_rows_in_their_order(blueprint, world, cast, sign_in):
    for title in ("B", "A", "C"):
        an_activity(blueprint, world, cast.secretariat, title=title)
    an_activity(blueprint, world, cast.secretariat, title="D", status=Status.PLANNED, counts={})

    rows = rows_of(sign_in(cast.secretariat).get(f"{URL}/csv/?status=held&sort=-title"))
    assert [row["Aktivitet"] for row in rows] == ["C", "B", "A"]
    assert rows[0]["Børn"] == "12"
    assert rows[0]["Målsætninger"] == "Ud til vandet"


def test_more_rows_than_a_page_all_come(blueprint, world, cast, sign_in):
    for number in range(40):
        an_activity(blueprint, world, cast.secretariat, title=f"Nr. {number}")
    assert len(rows_of(sign_in(cast.secretariat).get(f"{URL}/csv/"))) == 40


def test_the_xlsx_keeps_dates_and_numbers_as_such(blueprint, world, cast, sign_in):
    activity = an_activity(blueprint, world, cast.secretariat)
    response = sign_in(cast.secretariat).get(f"{URL}/xlsx/")
    sheet = load_workbook(BytesIO(response.content)).active
    headings, row = ([cell.value for cell in cells] for cells in sheet.iter_rows(max_row=2))
    told = dict(zip(headings, row, strict=True))
    assert told["Dato"].date() == activity.starts_on
    assert told["Børn"] == 12


def test_a_title_like_a_formula_is_harmless(blueprint, world, cast, sign_in):
    an_activity(blueprint, world, cast.secretariat, title="=1+1")
    assert rows_of(sign_in(cast.secretariat).get(f"{URL}/csv/"))[0]["Aktivitet"] == "'=1+1"


def test_an_export_is_noted_with_the_number_of_rows(blueprint, world, cast, sign_in):
    an_activity(blueprint, world, cast.secretariat)
    sign_in(cast.evaluator).get(f"{URL}/csv/")
    entry = AuditEntry.objects.of_acts(Act.EXPORTED).get()
    assert (entry.author, entry.detail) == ("Evaluator", {"rows": 1})


def test_who_may_not_export_is_refused(cast, sign_in):
    assert sign_in(cast.pedagogue).get(f"{URL}/csv/").status_code == 403


def test_an_unknown_form_is_not_found(cast, sign_in):
    assert sign_in(cast.secretariat).get(f"{URL}/pdf/").status_code == 404


def test_the_answers_to_own_questions_come_along_but_for_long_texts(blueprint, world, cast, sign_in):
    answers = {"story_walk": {"books_lent": 4, "weather": "dry"}, "quay_meeting": {"agreed": "Vi mødes igen."}}
    for kind, extra in answers.items():
        an_activity(blueprint, world, cast.secretariat, kind=kind, extra=extra, counts={})
    rows = rows_of(sign_in(cast.secretariat).get(f"{URL}/csv/"))
    assert sorted(row["Svar på egne spørgsmål"] for row in rows) == ["", "Lånte bøger: 4; Vejret: Tørvejr"]
