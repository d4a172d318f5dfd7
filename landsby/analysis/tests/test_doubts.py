"""What is wrong with rows is told by count and with its cure, never passed over in a number."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from landsby.analysis.cells.gathered import _share, gathered_from
from landsby.analysis.rows import doubles
from landsby.analysis.tests.rows import as_csv, as_parquet, children, recipe
from landsby.analysis.wording.rows import WORDINGS
from landsby.evaluation.problems import Refused


def doubts(tmp_path, columns, **changed):
    """Codes and English words of what is doubted, blockers or not."""
    file = as_parquet(tmp_path / "rows.parquet", columns)
    try:
        problems = gathered_from(file, recipe(**changed)).problems
    except Refused as refusal:
        problems = refusal.problems
    return {problem.code: problem.say("en") for problem in problems}


def refused(tmp_path, columns, **changed):
    with pytest.raises(Refused) as refusal:
        gathered_from(as_parquet(tmp_path / "rows.parquet", columns), recipe(**changed))
    return {problem.code: problem.say("en") for problem in refusal.value.problems}


def test_centimetres_for_metres_are_refused_with_the_factor(tmp_path):
    columns = children()
    columns["height"] = np.full(2000, 120.5)
    told = refused(tmp_path, columns)
    assert set(told) == {"unit_wrong_by"}
    assert "divided by 100" in told["unit_wrong_by"]


def test_a_unit_that_no_factor_mends_is_refused(tmp_path):
    columns = children()
    columns["height"] = np.where(np.arange(2000) % 2 == 0, 1.2, -9.0)
    assert set(refused(tmp_path, columns)) == {"unit_wrong"}


def test_doubled_children_are_refused_by_count(tmp_path):
    columns = children()
    columns["child"][:3] = "p000900"
    columns["year"][:3] = 2020
    columns["year"][900] = 2020
    assert (
        "1 children stand more than once in the same period, 3 rows too many"
        in refused(tmp_path, columns)["persons_double"]
    )


def test_doubles_are_found_among_more_rows_than_are_held_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(doubles, "AT_A_TIME", 150)
    columns = children()
    assert "persons_double" not in doubts(tmp_path, columns)
    columns["child"][1999], columns["year"][1999] = columns["child"][0], columns["year"][0]
    assert "1 rows too many" in refused(tmp_path, columns)["persons_double"]


@pytest.mark.parametrize("written", ["010210-1234", "0102101234", 102101234])
def test_civil_registration_numbers_are_refused_in_any_column(tmp_path, written):
    columns = children() | {"note": pa.array([written] * 2000)}
    assert set(refused(tmp_path, columns)) == {"civil_registration_numbers"}


def test_random_pseudonyms_of_ten_digits_pass(tmp_path):
    columns = children()
    columns["child"] = np.random.default_rng(1).permutation(9_000_000_000 // 4_500_000) * 4_500_000 + 1_000_000_007
    assert "civil_registration_numbers" not in doubts(tmp_path, columns)


def test_missing_and_impossible_values_are_counted_and_left_out(tmp_path):
    columns = children()
    height = np.full(2000, 1.2)
    height[:7] = 9.9
    height[7:10] = np.nan
    columns["height"] = pa.array(height, mask=np.arange(2000) >= 1990)
    told = doubts(tmp_path, columns)
    assert told["values_missing"].startswith("height is missing in 10 measurements (0.5 %)")
    assert told["values_impossible"].startswith("height has 10 impossible values")


def test_children_who_moved_count_where_they_began_and_are_told(tmp_path):
    columns = children()
    moved = int((columns["area"] != columns["area_now"]).sum())
    assert doubts(tmp_path, columns)["persons_moved"].startswith(f"{moved} measurements (")


def test_an_area_in_two_towns_is_refused(tmp_path):
    columns = children()
    columns["town"] = np.where(np.arange(2000) % 2 == 0, "01", "02")
    assert set(refused(tmp_path, columns)) == {"cluster_changes"}


def test_rows_without_area_and_rows_of_other_years_are_counted(tmp_path):
    columns = children()
    columns["area"] = pa.array(columns["area"], mask=np.arange(2000) < 5)
    columns["year"][5:11] = 1999
    told = doubts(tmp_path, columns)
    assert told["rows_without_key"].startswith("5 measurements")
    assert told["rows_outside_window"].startswith("6 rows")


def test_more_decimals_than_said_are_told(tmp_path):
    columns = children()
    columns["mother_age"] = columns["mother_age"] + 0.04
    assert "mother_age is written with more decimals than the 1" in doubts(tmp_path, columns)["decimals_too_few"]


def test_a_missing_covariate_leaves_the_row_out_and_says_so(tmp_path):
    columns = children()
    columns["mother_age"] = np.where(np.arange(2000) < 9, 99.0, 30.0)
    columns["height"] = np.full(2000, 1.2)
    assert doubts(tmp_path, columns)["covariate_missing"].startswith("9 measurements have")


def test_absent_columns_are_told_all_at_once_with_a_guess(tmp_path):
    columns = children()
    columns["heigth"] = columns.pop("height")
    del columns["heavy"]
    with pytest.raises(Refused) as refusal:
        gathered_from(as_parquet(tmp_path / "rows.parquet", columns), recipe())
    said = [problem.say("en") for problem in refusal.value.problems]
    assert len(said) == 2
    assert "heigth" in said[0]


def test_text_where_numbers_should_be_is_counted_as_impossible(tmp_path):
    columns = children(200)
    columns["height"] = ["1,20"] * 190 + ["tall"] * 4 + [""] * 6
    gathered = gathered_from(as_csv(tmp_path / "rows.csv", columns), recipe())
    told = {problem.code: problem.say("en") for problem in gathered.problems}
    assert told["values_missing"].startswith("height is missing in 6 measurements")
    assert told["values_impossible"].startswith("height has fewer than 5 impossible")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("absent.parquet", None, "source_absent"),
        ("broken.parquet", "no", "source_unreadable"),
        ("broken.csv", "".join(map(chr, range(40))), "columns_absent"),
        ("rows.xlsx", "no", "source_unknown"),
        ("rows.duckdb#children", None, "source_absent"),
    ],
)
def test_a_source_that_cannot_be_read_names_its_cure(tmp_path, name, content, code):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(Refused) as refusal:
        gathered_from(f"{tmp_path}/{name}", recipe())
    assert [problem.code for problem in refusal.value.problems] == [code]


def test_no_row_within_the_window_is_refused(tmp_path):
    columns = children()
    columns["year"][:] = 1990
    assert "for instance 1990" in refused(tmp_path, columns)["no_rows_of_window"]


@pytest.mark.parametrize("code", WORDINGS)
def test_both_languages_are_filled_in_alike(code):
    import re

    for text in WORDINGS[code]:
        assert set(re.findall(r"\{\w+\}", text.da)) == set(re.findall(r"\{\w+\}", text.en))
        assert text.da != text.en


def test_a_covariate_in_another_unit_is_refused_and_never_taken_for_missing(tmp_path):
    columns = children()
    columns["mother_age"] = columns["mother_age"] * 12
    assert "of the covariate mother_age lie outside" in refused(tmp_path, columns)["covariate_out_of_limits"]


def test_yes_and_no_in_other_numbers_are_refused_as_such(tmp_path):
    columns = children()
    columns["heavy"] = columns["heavy"] * 2
    assert "neither 0 nor 1" in refused(tmp_path, columns)["not_yes_or_no"]


def test_a_file_without_any_column_of_the_design_is_told_once(tmp_path):
    told = refused(tmp_path, {"a": [1, 2], "b": [3, 4]})
    assert set(told) == {"columns_absent"}
    assert told["columns_absent"].endswith("Its columns are: a, b.")


def test_periods_that_are_no_numbers_are_shown(tmp_path):
    columns = children()
    columns["year"] = ["2015/16"] * len(columns["year"])
    assert "for instance 2015/16" in refused(tmp_path, columns)["no_rows_of_window"]


def test_a_few_among_very_many_are_told_as_less_than_a_tenth_of_a_percent():
    told = [_share(part, 1_000_000).da for part in (0, 3, 14, 2_000)]
    assert told == ["0,0 %", "< 0,1 %", "< 0,1 %", "0,2 %"]
    assert [_share(part, 1_000).en for part in (3, 14)] == ["< 0.5 %", "1.4 %"]


def test_limits_of_yes_and_no_have_no_unit(tmp_path):
    columns = children()
    columns["heavy"] = np.where(np.arange(2000) < 6, 9, columns["heavy"])
    assert "(outside 0 to 1, or no numbers)" in doubts(tmp_path, columns)["values_impossible"]
