"""A growth reference is installed from its publisher's file, unchanged, with licence and source."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from landsby.analysis.references import install_reference, installed_reference
from landsby.cli import main
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
