"""Scores by LMS are those that the publishers print, and what does not fit is told."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.evaluation.growth.categories import Grade, WhoGrade, iotf_grades, iotf_limits, who_grades
from landsby.evaluation.growth.checks import body_mass_index, problems_of_coding
from landsby.evaluation.growth.lms import Scores, measure_at, scores, z_score
from landsby.evaluation.growth.reading import read_reference
from landsby.evaluation.growth.reference import IOTF_2012_BMI, WHO_2006_BMI, WHO_2007_BMI
from landsby.evaluation.problems import Refused

# A made-up table: nobody's reference.
TABLE = b"sex\tage\tl\tm\ts\n" + b"".join(
    f"{sex}\t{age}\t{-0.5 - age / 100}\t{14 + sex + age / 60}\t0.{9 + age // 12}\n".encode()
    for sex in (1, 2)
    for age in (60, 72, 84)
)


def table(content=TABLE, rules=WHO_2007_BMI):
    return read_reference(content, rules, "made up")


def one(value, days, sex, reference=None):
    return scores(reference or table(), np.array([value]), np.array([days]), np.array([sex]))


@given(st.floats(-2.9, 2.9), st.floats(-2.5, 2.5), st.floats(5, 50), st.floats(0.02, 0.13))
def test_the_measure_at_a_score_has_that_score(z, L, M, S):
    lms = np.array([[L, M, S]])
    assert z_score(measure_at(np.array([z]), lms), lms)[0] == pytest.approx(z, abs=1e-8)


def test_a_score_is_the_formula_of_cole_and_green():
    age = 66 * 30.4375
    L, M, S = -0.5 - 0.66, 14 + 1 + 66 / 60, (0.14 + 0.15) / 2
    assert one(17.0, age, 1).z[0] == pytest.approx(((17 / M) ** L - 1) / (L * S), abs=1e-12)


def test_beyond_three_steps_are_equal_for_who_and_not_for_iotf():
    lms = table().at(np.array([72 * 30.4375]), np.array([2]))
    two, three = (measure_at(np.array([at]), lms)[0] for at in (2.0, 3.0))
    assert one(three + 0.5 * (three - two), 72 * 30.4375, 2).z[0] == pytest.approx(3.5)
    two, three = (measure_at(np.array([at]), lms)[0] for at in (-2.0, -3.0))
    assert one(three + 0.5 * (three - two), 72 * 30.4375, 2).z[0] == pytest.approx(-3.5)


def test_ages_outside_the_table_and_missing_measures_have_no_score():
    found = scores(table(), np.array([16.0, np.nan, 16, -1]), np.array([1, 70, 70, 70.0]) * 30.4375, np.array([1] * 4))
    assert np.isnan(found.z).tolist() == [True, True, False, True]
    assert found.outside.tolist() == [True, False, False, False]
    assert one(90.0, 70 * 30.4375, 1).implausible[0]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table_columns"),
        (b"sex,height\n1,2\n", "table_columns"),
        (TABLE.replace(b"\n1\t60", b"\n3\t60"), "table_value"),
        (TABLE.replace(b"\t0.14", b"\t14"), "table_value"),
        (TABLE[: TABLE.index(b"2\t72")], "table_sexes"),
        (TABLE.replace(b"1\t72", b"1\t60"), "table_ages"),
        (TABLE.replace(b"age", b"days"), "table_unit"),
    ],
)
def test_a_table_that_is_not_what_it_should_be_is_refused(content, code):
    with pytest.raises(Refused) as refused:
        table(content)
    assert refused.value.problems[0].code == code


def test_tables_parted_by_semicolons_have_decimal_commas():
    danish = TABLE.replace(b".", b",").replace(b"\t", b";")
    np.testing.assert_array_equal(table(danish).lms[1], table().lms[1])


def test_units_and_coding_are_checked():
    with pytest.raises(Refused, match="height"):
        body_mass_index(np.array([20.0, 30.0]), np.array([1.1, 1.3]))
    with pytest.raises(Refused, match="weight"):
        body_mass_index(np.array([20_000.0]), np.array([110.0]))
    np.testing.assert_allclose(body_mass_index(np.array([20.0]), np.array([100.0])), 20.0)
    with pytest.raises(Refused, match="coded with 0"):
        one(16.0, 70 * 30.4375, 0)
    assert [p.code for p in problems_of_coding(np.ones(100, dtype=int))] == ["sex_one"]


def test_who_grades_are_those_of_the_table_that_scored():
    z = np.array([-3.1, -2.1, 0, 1.1, 2.1, 3.1, np.nan, 6])
    small, large = (
        who_grades(Scores(rules.name, "", z, np.zeros(8, bool), np.abs(z) > 5))
        for rules in (WHO_2006_BMI, WHO_2007_BMI)
    )
    W = WhoGrade
    both = [W.SEVERE_THINNESS, W.THINNESS, W.NORMAL]
    assert small.tolist() == [*both, W.AT_RISK, W.OVERWEIGHT, W.OBESITY, W.NONE, W.NONE]
    assert large.tolist() == [*both, W.OVERWEIGHT, W.OBESITY, W.OBESITY, W.NONE, W.NONE]


def rows(realdata, name):
    with (realdata / "growth" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def installed(realdata, name, rules):
    return read_reference((realdata / "growth" / name).read_bytes(), rules, "test input")


@pytest.mark.realdata
def test_iotf_scores_are_the_published_ones(realdata):
    """R package sitar, LMS2z on iotf: 1e-9."""
    reference = installed(realdata, "sitar_iotf.csv", IOTF_2012_BMI)
    vectors = rows(realdata, "test_sitar_iotf_vectors.csv")
    age, bmi, z = (np.array([float(row[name]) for row in vectors]) for name in ("age", "bmi", "z"))
    sex = np.array([int(row["sex"]) for row in vectors])
    np.testing.assert_allclose(scores(reference, bmi, age * 365.25, sex).z, z, rtol=0, atol=1e-9)


@pytest.mark.realdata
def test_iotf_limits_are_the_published_ones(realdata):
    """Cole & Lobstein 2012: z of the adult limits at 18, and BMI 25 and 30 at whole years."""
    reference = installed(realdata, "sitar_iotf.csv", IOTF_2012_BMI)
    expected = json.loads((realdata / "growth" / "expected.json").read_text())
    for sex, name in ((1, "boys"), (2, "girls")):
        limits = iotf_limits(reference)[sex]
        np.testing.assert_allclose(limits, list(expected["iotf_z_at_18"][name].values()), atol=5e-7)
        for age, (overweight, obesity) in expected["iotf_cutoffs_25_30"][name].items():
            lms = reference.at(np.full(2, float(age) * 365.25), np.full(2, sex))
            np.testing.assert_allclose(measure_at(limits[3:5], lms), [overweight, obesity], atol=0.0051)


@pytest.mark.realdata
def test_a_child_at_an_adult_limit_has_its_grade_at_eighteen(realdata):
    reference = installed(realdata, "sitar_iotf.csv", IOTF_2012_BMI)
    bmi = np.array([15.9, 16, 17, 18.5, 24.9, 25, 30, 35, np.nan])
    sex = np.full(9, 2)
    scored = scores(reference, bmi, np.full(9, 18 * 365.25), sex)
    assert iotf_grades(reference, scored, sex).tolist() == [-3, -2, -1, 0, 0, 1, 2, 3, Grade.NONE]


@pytest.mark.realdata
def test_who_2007_scores_are_the_published_ones(realdata):
    """933 children of WHO's own survey file (anthroplus): every BMI score to two decimals."""
    reference = installed(realdata, "who2007_bfawho2007.txt", WHO_2007_BMI)
    children = [row for row in rows(realdata, "test_who2007_survey_z.csv") if row["zbfa"] not in ("", "NA")]
    bmi, age, z = (np.array([float(row[name]) for row in children]) for name in ("cbmi", "age.mo", "zbfa"))
    found = scores(reference, bmi, age * 30.4375, np.array([int(row["sex"]) for row in children]))
    assert len(children) > 900
    assert (np.abs(found.z - z) < 0.005 + 1e-9).all()
    flagged = np.array([row["fbfa"] == "1" for row in children])
    np.testing.assert_array_equal(found.implausible, flagged)


@pytest.mark.realdata
def test_who_2006_is_read_day_by_day(realdata):
    reference = installed(realdata, "who2006_bmianthro.txt", WHO_2006_BMI)
    found = reference.at(np.array([0.4, 1826.4]), np.array([1, 2]))
    np.testing.assert_allclose(found[0], [-0.3053, 13.4069, 0.0956])
    assert np.isfinite(found).all()


@pytest.mark.realdata
def test_who_scores_join_at_five_years_as_others_compute_them(realdata):
    """R package sitar, who0607, ages 2 to 18 under both tables: two decimals; it has splines between ages."""
    vectors = rows(realdata, "test_sitar_iotf_vectors.csv")
    years, bmi, z = (np.array([float(row[name]) for row in vectors]) for name in ("age", "bmi", "zwho"))
    sex = np.array([int(row["sex"]) for row in vectors])
    small, large = (
        scores(installed(realdata, name, rules), bmi, years * 365.25, sex).z
        for name, rules in (("who2006_bmianthro.txt", WHO_2006_BMI), ("who2007_bfawho2007.txt", WHO_2007_BMI))
    )
    np.testing.assert_allclose(np.where(years < 5, small, large), z, rtol=0, atol=0.005)
