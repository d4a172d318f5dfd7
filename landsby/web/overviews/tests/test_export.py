"""The picture as one flat table in a file."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from landsby.web.kit.models import Act, AuditEntry

PAGE = "/p/havneby/picture/export/{form}/"


def rows_of(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_the_table_adds_up_to_the_numbers_of_the_picture(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    totals = client.get("/p/havneby/picture/").context["picture"].totals
    headings, *rows = rows_of(client.get(PAGE.format(form="csv")))
    column = {heading: [int(row[place]) for row in rows] for place, heading in enumerate(headings) if place > 2}
    assert sum(column["Aktiviteter"]) == totals.activities
    assert sum(column["Deltagelser af børn"]) == totals.participations
    assert sum(column["Nye familier"]) == totals.new_families


def test_its_goals_and_tracks_add_up_to_those_of_the_picture(cast, years, sign_in):
    client = sign_in(cast.secretariat)
    picture = client.get("/p/havneby/picture/").context["picture"]
    headings, *rows = rows_of(client.get(PAGE.format(form="csv")))
    for bar in picture.tracks:
        if bar.title != "Uden spor":
            place = headings.index(f"Spor: {bar.title}")
            assert sum(int(row[place]) for row in rows) == bar.count.value
    for place, title in enumerate(picture.goals.headings[1:-1], start=1):
        drawn = sum(row[place].value for row in picture.goals.rows)
        assert sum(int(row[headings.index(f"Målsætning: {title}")]) for row in rows) == drawn


def test_the_choice_of_the_page_is_the_choice_of_the_file(cast, years, world, sign_in):
    query = f"?first=20222&last=20222&municipality={world.north.pk}"
    _headings, *rows = rows_of(sign_in(cast.secretariat).get(PAGE.format(form="csv") + query))
    assert {(row[0], row[1]) for row in rows} == {("efterår 2022", "Nordhavn")}


def test_somebody_who_sees_a_part_takes_out_that_part(cast, years, sign_in):
    _headings, *rows = rows_of(sign_in(cast.daycare_leader).get(PAGE.format(form="csv")))
    assert {row[2] for row in rows} == {"Quay", ""}  # and what their own institution did in no community


def test_as_a_workbook_numbers_are_numbers(cast, years, sign_in):
    response = sign_in(cast.secretariat).get(PAGE.format(form="xlsx"))
    sheet = load_workbook(BytesIO(response.content)).active
    assert all(isinstance(row[3].value, int) for row in sheet.iter_rows(min_row=2))


def test_taking_it_out_is_noted(cast, years, sign_in):
    rows_of(sign_in(cast.secretariat).get(PAGE.format(form="csv") + "?municipality=999999&q=who"))
    entry = AuditEntry.objects.of_acts(Act.EXPORTED).get()
    assert entry.label == "billedet-havneby"
    assert entry.programme == "havneby"
    assert entry.detail["rows"] > 0


@pytest.mark.parametrize(("who", "status"), [("steering_member", 403), ("stranger", 404)])
def test_it_needs_the_right(cast, years, sign_in, who, status):
    assert sign_in(getattr(cast, who)).get(PAGE.format(form="csv")).status_code == status


def test_another_form_of_file_does_not_exist(cast, years, sign_in):
    assert sign_in(cast.secretariat).get(PAGE.format(form="pdf")).status_code == 404
