"""Reading files in all the dresses that registers and spreadsheets put them in."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.imports import reading
from landsby.web.partnerships.imports.reading import read_table
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.tests.imports.factories import workbook

TEXT = "id,navn,kommune\n1,Ærø Skole,Nordhavn\n2,Åskolen,Sydhavn\n"
AS_READ = (("1", "Ærø Skole", "Nordhavn"), ("2", "Åskolen", "Sydhavn"))


def refusal(content: bytes) -> list[str]:
    with pytest.raises(Blocked) as refused:
        read_table(content)
    return [problem.code for problem in refused.value.problems]


def sentence(content: bytes) -> str:
    with pytest.raises(Blocked) as refused:
        read_table(content)
    return str(refused.value.problems[0].text)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("latin-1"), "Latin-1 (Windows)"),
        (TEXT.encode("utf-16"), "UTF-16"),
    ],
)
def test_the_encoding_is_found_and_said(content, encoding):
    table = read_table(content)
    assert table.encoding == encoding
    assert table.headings == ("id", "navn", "kommune")
    assert table.rows == AS_READ


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator):
    table = read_table(TEXT.replace(",", separator).encode())
    assert (table.separator, table.rows) == (separator, AS_READ)


def test_a_decimal_comma_does_not_pass_for_a_separator():
    table = read_table(b"id;navn;lat;lon\n1;A, B og C;55,1;10,2\n2;D;55,3;10,4\n")
    assert table.rows[0] == ("1", "A, B og C", "55,1", "10,2")


def test_the_line_that_excel_puts_first_is_no_row():
    table = read_table(b"sep=;\r\nid;navn\r\n1;A\r\n")
    assert (table.headings, table.rows, table.numbers) == (("id", "navn"), (("1", "A"),), (2,))


def test_rows_are_numbered_as_a_spreadsheet_shows_them():
    table = read_table(b"\nid;navn\n\n1;A\n;\n2;B\n")
    assert (table.rows, table.numbers) == ((("1", "A"), ("2", "B")), (4, 6))


def test_quoted_cells_may_hold_separators_and_line_breaks():
    table = read_table(b'id,navn\n1,"A, B\nC"\n2,D\n')
    assert (table.rows, table.numbers) == ((("1", "A, B\nC"), ("2", "D")), (2, 3))


def test_headings_are_told_apart():
    table = read_table(b"navn;by;by;;\nA;B;C;D;E\n".replace(b";;\n", b";;x\n"))
    assert table.headings == ("navn", "by", "by (2)", "Kolonne D", "x")


def test_short_rows_are_filled():
    assert read_table(b"id;navn;by\n1;A\n").rows == (("1", "A", ""),)


def test_a_workbook_is_read_with_whole_numbers_whole():
    table = read_table(
        workbook(["id", "navn", "lat", "åbnede"], [101001.0, "A", 55.25, date(2020, 8, 1)], [None, " B ", 0, ""])
    )
    assert table.rows == (("101001", "A", "55.25", "2020-08-01"), ("", "B", "0", ""))
    assert table.sheet == "Sheet"


def test_an_empty_first_sheet_is_passed_by():
    assert read_table(workbook(["navn"], ["A"], sheets=2)).sheet == "Skoler"


def test_a_table_survives_being_stored():
    table = read_table(TEXT.encode())
    assert Table.from_data(table.to_data()) == table


def packed(name: str) -> bytes:
    """A packed folder with one file in it, as a document is."""
    folder = BytesIO()
    with ZipFile(folder, "w") as written:
        written.writestr(name, "<xml/>")
    return folder.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b";;\n;\n", "empty"),
        (b"id;navn\n", "no_rows"),
        (b"id;navn\n1;A;for meget\n", "too_wide"),
        (b'id;navn\n1;"aldrig lukket\n', "quotes"),
        (b'id;navn\n1;"A" og B\n', "quotes"),
        (b"PK\x03\x04 intet regneark", "workbook"),
        (b"\xd0\xcf\x11\xe0 gammelt regneark", "old_workbook"),
        (b"\x00\x01\x02\x03", "not_text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "other_file"),
        (b"%PDF-1.7\n1 0 obj\n", "other_file"),
        (packed("word/document.xml"), "other_file"),
        (TEXT.encode("utf-16-le"), "not_text"),
        (b"\xef\xbb\xbfid;navn\n1;K\xf8benhavn\n", "encoding"),
        (b"id;navn\n1;\x81\x8d\n", "encoding"),
        ("id;navn\n1;Tertiær\n".encode().decode("latin-1").encode(), "encoding"),
        ("id;navn\n1;København\n".encode("cp850"), "encoding"),
        ("id;navn\n1;Ærøskøbing Skole\n".encode("mac_roman"), "encoding"),
        ("id;navn\n1;Bå".encode()[:-1], "encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(content, code):
    assert refusal(content) == [code]


def test_the_refusal_names_the_row():
    assert "Række 3" in sentence(b"id;navn\n1;A\n2;B;C\n")
    assert "Række 3" in sentence(b'id;navn\n1;A\n2;"B\n')
    assert "række 3" in sentence(b"id;navn\n1;A\n2;\x81\n")


def test_many_bad_rows_are_named_but_not_all():
    assert refusal(b"id;navn\n" + b"1;A;x\n" * 50) == ["too_wide"] * 5


def test_large_files_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 20)
    assert refusal(b"id;navn\n" + b"1;A\n" * 10) == ["too_large"]


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    assert refusal(b"id;navn\n" + b"1;A\n" * 4) == ["too_many"]


@pytest.mark.parametrize("cell", ["010190-1234", "0101901234", "010190 1234", "Kontakt: 010190-1234, tlf."])
def test_what_looks_like_a_cpr_number_is_refused_and_never_repeated(cell):
    content = f"id;navn;note\n1;A;fin\n2;B;{cell}\n".encode()
    assert refusal(content) == ["cpr"]
    told = sentence(content)
    assert "Række 3" in told
    assert "note" in told
    assert "1234" not in told


def test_a_column_of_cpr_numbers_is_refused_by_its_heading():
    assert refusal(b"navn;CPR-nr\nA;\nB;\n") == ["cpr"]


def test_a_cpr_number_for_a_heading_is_not_repeated():
    assert "1234" not in sentence(b"navn;010190-1234\nA;x\n")


def test_coordinates_with_ten_decimals_are_no_cpr_numbers():
    assert read_table(b"navn;lat;lon\nA;55.0101901234;12.2512901234\n").rows[0][1] == "55.0101901234"


def test_an_apostrophe_in_latin_1_is_no_strange_alphabet():
    assert read_table("id;navn\n1;Sct. Knud\u2019s Skole på øen\n".encode("cp1252")).encoding == "Latin-1 (Windows)"
