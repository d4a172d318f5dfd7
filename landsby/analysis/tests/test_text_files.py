"""A CSV file is read as spreadsheets save it, and breaks off with the number of its line."""

from __future__ import annotations

import gzip

import pytest

from landsby.analysis.cells.gathering import tallied
from landsby.analysis.rows.text_files import how_written
from landsby.analysis.tests.rows import as_csv, as_parquet, children, recipe
from landsby.evaluation.problems import Refused

DANISH = {"town": "bø", "area": "område"}


def danish_rows():
    """The same children in columns and places with Danish letters."""
    columns = children(400)
    columns["town"] = [f"Bø {town}" for town in columns["town"]]
    return {DANISH.get(name, name): values for name, values in columns.items()}


def danish_recipe():
    told = recipe().model_dump()
    told["columns"] |= {"area": "område", "cluster": "bø"}
    return recipe(columns=told["columns"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_every_way_in_which_spreadsheets_save_danish_letters_gives_the_same_cells(tmp_path, encoding):
    rows = as_csv(tmp_path / "rows.csv", danish_rows())
    rows.write_bytes(rows.read_text(encoding="utf-8").encode(encoding))
    ours = tallied(rows, danish_recipe())
    theirs = tallied(as_parquet(tmp_path / "rows.parquet", danish_rows()), danish_recipe())
    assert ours == theirs


def test_a_packed_file_is_read_as_it_is(tmp_path):
    rows = as_csv(tmp_path / "rows.csv", danish_rows())
    packed = tmp_path / "packed.csv.gz"
    packed.write_bytes(gzip.compress(rows.read_text(encoding="utf-8").encode("latin-1")))
    assert how_written(packed).encoding == "latin-1"
    assert tallied(packed, danish_recipe()) == tallied(rows, danish_recipe())


def test_a_late_letter_that_is_not_utf_8_is_seen(tmp_path):
    file = tmp_path / "late.csv"
    file.write_bytes(b"a;b\n" + b"1;2\n" * 600_000 + "Blå;2\n".encode("latin-1"))
    assert how_written(file).encoding == "latin-1"


def test_a_name_that_stands_twice_does_no_harm_where_nobody_asks_for_it(tmp_path):
    columns = children(200)
    rows = as_csv(tmp_path / "rows.csv", columns)
    plain = tallied(rows, recipe())
    lines = rows.read_text().splitlines()
    rows.write_text("\n".join(["note;note;" + lines[0], *("x;y;" + line for line in lines[1:])]) + "\n")
    assert tallied(rows, recipe()) == plain


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("a;b;;", ("a", "b", "column_3", "column_4")),
        ("a;A;a_1;a", ("a", "A_1", "a_1_1", "a_2")),
        ('"to;get\nher";b', ("to;get\nher", "b")),
    ],
)
def test_headings_that_are_empty_alike_or_long_are_told_apart(tmp_path, header, columns):
    (tmp_path / "rows.csv").write_text(f"{header}\n1;2\n")
    assert how_written(tmp_path / "rows.csv").columns == columns


@pytest.mark.parametrize(("content", "code"), [(b"", "no_rows"), (b"a;b\n1;\x96\n", "letters_unknown")])
def test_a_file_without_a_line_or_with_other_letters_is_refused(tmp_path, content, code):
    (tmp_path / "rows.csv").write_bytes(content)
    with pytest.raises(Refused) as refusal:
        tallied(tmp_path / "rows.csv", recipe())
    assert [problem.code for problem in refusal.value.problems] == [code]


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("0101;2018", "row_broken", "line 4: the row does not have the 10 fields of the first line"),
        (";".join("x" * 12), "row_broken", "line 4: the row does not have the 10 fields of the first line"),
        ('p1;"0101;2018', "line_broken", "from line 4 the file cannot be read"),
    ],
)
def test_a_line_that_breaks_off_is_told_by_its_number_and_not_by_what_stands_there(tmp_path, line, code, said):
    rows = as_csv(tmp_path / "rows.csv", children(200))
    lines = rows.read_text().splitlines()
    rows.write_text("\n".join([*lines[:3], line, *lines[3:]]) + "\n")
    with pytest.raises(Refused) as refusal:
        tallied(rows, recipe())
    (problem,) = refusal.value.problems
    assert problem.code == code
    assert said in problem.say("en")
    assert "2018" not in problem.say("en")
