"""Lists as files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from landsby.web.kit.exports import export

HEADINGS = ["Dato", "Navn", "Timer"]
ROWS = [[date(2023, 5, 3), "Ærø; »ø«", Decimal("1.5")], [None, "@sum", None]]


def test_the_csv_is_what_a_danish_spreadsheet_expects():
    response = export(form="csv", name="Åbne haller", headings=HEADINGS, rows=ROWS)
    text = b"".join(response.streaming_content).decode()
    assert text == '\ufeffDato;Navn;Timer\r\n2023-05-03;"Ærø; »ø«";1,5\r\n;\'@sum;\r\n'
    assert response["Content-Disposition"] == 'attachment; filename="abne-haller.csv"'


def test_the_xlsx_keeps_types_and_makes_formulas_text():
    response = export(form="xlsx", name="x", headings=HEADINGS, rows=[[date(2023, 5, 3), "=1+1", Decimal("1.5")]])
    sheet = load_workbook(BytesIO(response.content)).active
    day, name, hours = next(sheet.iter_rows(min_row=2))
    assert (day.value.date(), name.value, name.data_type, hours.value) == (date(2023, 5, 3), "=1+1", "s", 1.5)


def test_one_old_row_with_a_control_character_does_not_cost_everybody_the_file():
    response = export(form="xlsx", name="x", headings=["Navn"], rows=[["A\x00nna\x1b"], ["Bo\nCarl"]])
    sheet = load_workbook(BytesIO(response.content)).active
    assert [cell.value for (cell,) in sheet.iter_rows(min_row=2)] == ["Anna", "Bo\nCarl"]


def test_an_unknown_form_is_an_error():
    with pytest.raises(KeyError):
        export(form="pdf", name="x", headings=[], rows=[])


def test_a_long_list_is_streamed_whole():
    response = export(form="csv", name="x", headings=["n"], rows=([n] for n in range(50_000)))
    parts = list(response.streaming_content)
    assert len(parts) > 5
    assert b"".join(parts).count(b"\r\n") == 50_001
