"""Cells are made where the rows are, and merged: the sum of the parts is the whole."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from landsby.analysis.cells.cellfiles import merged, read_cells, write_cells
from landsby.analysis.cells.gathered import gathered_of_tally, problems_of_small_cells
from landsby.analysis.cells.gathering import tallied
from landsby.analysis.cells.tally import ROWS, Key, Tally, Unplaced, tally_of, without_small
from landsby.analysis.tests.rows import as_parquet, children, recipe
from landsby.evaluation.problems import Refused


@pytest.fixture
def parts(tmp_path):
    """Three holders' cell files, and the tally of all their rows."""
    whole = pa.table(children())
    holder = np.random.default_rng(1).integers(0, 3, len(whole))
    files = []
    for place in range(3):
        part = whole.filter(pa.array(holder == place))
        rows = as_parquet(tmp_path / f"{place}.parquet", dict(zip(part.column_names, part.columns, strict=True)))
        files.append(tmp_path / f"{place}.cells.csv")
        write_cells(files[-1], tallied(rows, recipe()), recipe(), f"Holder {place}")
    return files, tallied(as_parquet(tmp_path / "whole.parquet", children()), recipe())


def codes(refusal):
    return [problem.code for problem in refusal.value.problems]


def test_merged_parts_are_the_whole(parts):
    files, whole = parts
    tally, problems = merged(files, recipe())
    assert tally == whole
    assert {problem.code for problem in problems} == {"holders_overlap"}
    again, _ = merged(files[::-1], recipe())
    assert again == whole
    assert gathered_of_tally(tally, recipe()).cells["heavy"].fingerprint()


def test_a_file_says_what_it_is_and_is_the_same_each_time(parts, tmp_path):
    files, _ = parts
    file = read_cells(files[0])
    assert (file.holder, file.recipe_hash) == ("Holder 0", recipe().content_hash)
    assert write_cells(tmp_path / "again.csv", file.tally, recipe(), "Holder 0") == file.sha256
    assert (tmp_path / "again.csv").read_bytes() == files[0].read_bytes()


def test_a_changed_file_is_refused(parts):
    files, _ = parts
    text = files[0].read_text()
    files[0].write_text(text.replace(",boy,", ",girl,", 1))
    with pytest.raises(Refused) as refusal:
        read_cells(files[0])
    assert codes(refusal) == ["cellfile_changed"]


def test_something_else_is_refused(tmp_path):
    for content in ("a;b\n1;2\n", '{"format": "other"}\n'):
        (tmp_path / "other.csv").write_text(content)
        with pytest.raises(Refused) as refusal:
            read_cells(tmp_path / "other.csv")
        assert codes(refusal)[0] in ("cellfile_unreadable", "cellfile_changed")


def test_the_same_file_twice_and_another_recipe_are_refused(parts):
    files, _ = parts
    with pytest.raises(Refused) as refusal:
        merged([files[0], files[0]], recipe())
    assert codes(refusal) == ["cellfile_twice"]
    with pytest.raises(Refused) as refusal:
        merged(files, recipe(window={"first": 2018, "last": 2020}))
    assert set(codes(refusal)) == {"cellfile_other_recipe"}


def test_the_same_children_under_other_names_are_refused(parts, tmp_path):
    """A register that was handed in twice, with other codes of places, or with more places the second time."""
    _, whole = parts
    renamed = [
        (key._replace(area=f"K{key.area}", cluster="K"), row)
        for key, row in zip(whole.keys, whole.numbers, strict=True)
    ]
    few = [(key, row) for key, row in zip(whole.keys, whole.numbers, strict=True) if key.area != "0101"]
    write_cells(tmp_path / "one.cells.csv", whole, recipe(), "Register")
    for name, rows in (("renamed", renamed), ("few", few)):
        write_cells(tmp_path / f"{name}.cells.csv", tally_of(whole.columns, rows, whole.unplaced), recipe(), "Nord")
        with pytest.raises(Refused) as refusal:
            merged([tmp_path / "one.cells.csv", tmp_path / f"{name}.cells.csv"], recipe())
        assert codes(refusal) == ["holders_same_children"]
        assert "Register og Nord rummer de samme børn" in refusal.value.problems[0].text.da


def test_small_cells_stay_with_their_holder_and_are_counted(tmp_path):
    keys = tuple(Key(area, 2015, 0, "", "") for area in ("a", "b", "c", "d"))
    numbers = ((2, 0, 2), (40, 0, 1), (40, 0, 0), (3, 0, 3))
    whole = Tally((ROWS, "moved", "wet:n"), keys, numbers, Unplaced(1, 0))
    left = without_small(whole, 3)
    assert [key.area for key in left.keys] == ["c", "d"], "of b only one is measured, of c nobody"
    assert left.unplaced == Unplaced(1, 0, 42)
    assert without_small(left, 3) == left
    write_cells(tmp_path / "a.cells.csv", left, recipe(), "Nord")
    assert read_cells(tmp_path / "a.cells.csv").tally == left
    [problem] = problems_of_small_cells(left)
    assert "42 measurements (49.4 %)" in problem.say("en")
    assert not list(problems_of_small_cells(whole))
