"""A growth reference is installed from its publisher's file, unchanged, with licence and source."""

from __future__ import annotations

import csv
import json

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from landsby.analysis.growth.references import install_reference, installed_reference
from landsby.analysis.growth.scoring import score_rows
from landsby.cli import main
from landsby.evaluation.growth.reference import BOY, GIRL
from landsby.evaluation.problems import Refused

NAME = "WHO 2007 BMI"
# Invented numbers in the form of the publisher's table.
TABLE = "sex\tage\tl\tm\ts\n" + "".join(
    f"{sex}\t{age}\t-1.2\t{15 + sex + age / 100}\t0.09\n" for sex in (1, 2) for age in (61, 62, 63)
)


@pytest.fixture
def table(tmp_path):
    (tmp_path / "bmi.txt").write_text(TABLE)
    return tmp_path / "bmi.txt"


def test_what_is_installed_is_found_again_with_its_licence(table, tmp_path):
    words = [
        "growth",
        "install",
        str(table),
        "--reference",
        NAME,
        "--licence",
        "as published",
        "--into",
        str(tmp_path / "r"),
    ]
    done = CliRunner().invoke(main, words, env={"LC_ALL": "en_GB.UTF-8"})
    assert done.exit_code == 0, done.output
    assert "3 ages for boys and 3 for girls" in done.output
    known = installed_reference(NAME, tmp_path / "r")
    assert known.licence == "as published"
    assert (tmp_path / "r" / "who_2007_bmi.txt").read_text() == TABLE
    assert json.loads((tmp_path / "r" / "who_2007_bmi.json").read_text())["sha256"] == known.fingerprint


def test_what_is_no_reference_is_refused_with_its_cure(table, tmp_path):
    for file, name, code in (
        (table, "Home-made", "reference_unknown"),
        (tmp_path / "absent.txt", NAME, "source_absent"),
    ):
        with pytest.raises(Refused) as refusal:
            install_reference(file, name, "none", tmp_path / "r")
        assert [problem.code for problem in refusal.value.problems] == [code]
    with pytest.raises(Refused, match="not installed"):
        installed_reference(NAME, tmp_path / "r")


def test_a_table_that_was_changed_is_refused(table, tmp_path):
    install_reference(table, NAME, "as published", tmp_path / "r")
    (tmp_path / "r" / "who_2007_bmi.txt").write_text(TABLE.replace("0.09", "0.08"))
    with pytest.raises(Refused, match="has been changed"):
        installed_reference(NAME, tmp_path / "r")


def test_a_publisher_may_have_a_workbook_for_each_sex(tmp_path):
    """As WHO offers its expanded tables: months, L, M, S, and what follows from them."""
    for name, middle in (("boys", 16.0), ("girls", 15.5)):
        book = Workbook()
        for row in (["Month", "L", "M", "S", "SD0"], *([age, -1.2, middle, 0.09, middle] for age in (61, 62))):
            book.active.append(row)
        book.save(tmp_path / f"{name}.xlsx")
    boys, girls = tmp_path / "boys.xlsx", tmp_path / "girls.xlsx"
    install_reference(boys, NAME, "as published", tmp_path / "r", girls)
    known = installed_reference(NAME, tmp_path / "r")
    assert [float(known.lms[sex][0, 1]) for sex in (BOY, GIRL)] == [16.0, 15.5]
    with pytest.raises(Refused, match="--girls"):
        install_reference(boys, NAME, "as published", tmp_path / "r")
    (tmp_path / "r" / "who_2007_bmi_girls.xlsx").write_bytes(boys.read_bytes())
    with pytest.raises(Refused, match="has been changed"):
        installed_reference(NAME, tmp_path / "r")


def test_rows_are_scored_and_say_by_which_reference(table, tmp_path):
    """A boy at the median, one beyond what is possible, a girl too young for the table, and one who was not weighed."""
    known = install_reference(table, NAME, "as published", tmp_path / "r")
    (tmp_path / "rows.csv").write_text("id;sex;age_months;bmi\na;1;62;16,62\nb;M;62;45\nc;2;20;17\nd;F;62;\n")
    out = tmp_path / "scored.csv"
    words = ["growth", "score", str(tmp_path / "rows.csv"), "--reference", NAME, "--out", str(out)]
    done = CliRunner().invoke(main, [*words, "--from", str(tmp_path / "r"), "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert "4 rows" in done.output
    assert "1 outside the table's ages, 1 implausible, and 1 without" in done.output
    rows = list(csv.DictReader(out.read_text().splitlines()))
    assert [(row["id"], row["bmi_grade"], row["bmi_flag"]) for row in rows] == [
        ("a", "normal", ""),
        ("b", "", "implausible"),
        ("c", "", "outside"),
        ("d", "", ""),
    ]
    assert float(rows[0]["bmi_z"]) == pytest.approx(0, abs=1e-9)
    assert rows[0]["growth_reference"] == f"{NAME} {known.fingerprint[:12]}"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("sex;age_months\n1;62\n", "no column weight_kg"),
        ("sex;age_months;weight_kg;height_cm\n1;62;20;1.1\n2;62;20;1.1\n", "height"),
        ("sex;age_years;bmi\n1;62;16\n2;63;16\n", "age"),
        ("sex;age_months;bmi\n0;62;16\n1;62;16\n", "coded"),
        ("sex;age_months;bmi;id\n1;62;16;010118-1234\n2;62;16;020218-1234\n", "civil registration"),
    ],
)
def test_rows_that_are_not_what_they_should_be_are_refused(table, tmp_path, rows, told):
    install_reference(table, NAME, "as published", tmp_path / "r")
    (tmp_path / "rows.csv").write_text(rows)
    with pytest.raises(Refused, match=told):
        score_rows(tmp_path / "rows.csv", installed_reference(NAME, tmp_path / "r"), tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()
