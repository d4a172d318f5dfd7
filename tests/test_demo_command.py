"""`landsby demo build` and `landsby figures`: what somebody at a terminal sees."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from landsby.cli import main
from landsby.web.activities.actions import remove_series
from landsby.web.activities.models import Series
from landsby.web.activities.tests.factories import a_series
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.partnerships.models import Programme

pytestmark = pytest.mark.django_db


def run(*arguments: str, lang: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), env={"LC_ALL": "", "LANG": lang})


@pytest.mark.once
def test_building_tells_how_far_it_is_and_what_was_written_and_if_needed_leaves_it_as_visitors_left_it():
    result = run("demo", "build", "--size", "small")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    first = Programme.objects.invented()[0]
    assert lines[0] == "Program, steder, aktører og personer"
    assert lines[-1] == f"Børneliv i sund balance: {first.activities.count()} aktiviteter, 124 aktører."

    result = run("demo", "build", "--size", "small", "--if-needed", lang="en_GB.UTF-8")
    assert result.output == "The demo is there already.\n"
    assert Programme.objects.invented()[0] == first


@pytest.mark.parametrize(("lang", "words"), [("", "ikke er opdigtede"), ("en_GB.UTF-8", "are not invented")])
def test_building_beside_a_real_programme_is_refused_with_a_cure(programme, lang, words):
    result = run("demo", "build", lang=lang)
    assert result.exit_code == 1
    assert words in result.output
    assert programme.name in result.output
    assert "DATABASE_URL" in result.output
    assert "Traceback" not in result.output


def test_a_database_without_tables_is_told_the_cure(monkeypatch):
    monkeypatch.setattr(type(connection.introspection), "table_names", lambda *_: [])
    for command in (["demo", "build"], ["figures"]):
        result = run(*command)
        assert result.exit_code == 1
        assert "landsby manage migrate" in result.output


@pytest.mark.parametrize(("lang", "words"), [("", "kør først"), ("en_GB.UTF-8", "first run")])
@pytest.mark.parametrize(
    "command",
    [
        ("-m", "landsby.cli", "manage", "createsuperuser"),
        ("-m", "landsby.cli", "demo", "build"),
        ("manage.py", "check"),
    ],
)
def test_settings_that_are_missing_are_told_the_cure(command, lang, words):
    ours = ("LANDSBY_", "DJANGO_", "DATABASE_", "LC_")
    env = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    line = [sys.executable, *command]
    result = subprocess.run(line, env={**env, "LANG": lang}, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "LANDSBY_SECRET_KEY is missing" in result.stderr
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_figures_as_json(blueprint, world, cast):
    a_series(blueprint, world, cast.secretariat, sessions=3, children_enrolled=16, counts={"children": 14})
    told = json.loads(run("figures", "--json").output)
    assert set(told) == set(blueprint.figures)
    assert told["sailing_children"] == {
        "value": 16,
        "unit": "antal",
        "as_of": "2023-05-17",
        "records": 1,
        "link": "/p/havneby/picture/courses/?kind=sailing_course",
    }


def test_deleting_one_course_lowers_its_figure_by_one(blueprint, world, cast):
    for _ in range(2):
        a_series(blueprint, world, cast.secretariat)
    remove_series(series=Series.objects.all()[0], by=cast.secretariat)
    assert json.loads(run("figures", "--json").output)["sailing_courses"]["value"] == 1


def test_figures_for_people_stand_in_lines_in_their_language(blueprint, world, cast):
    a_series(blueprint, world, cast.secretariat)
    assert re.search(r"^ +1 antal +", run("figures").output, re.MULTILINE)
    assert re.search(r"^ +1 number +", run("figures", "--lang", "en").output, re.MULTILINE)


def test_where_it_is_not_clear_which_programme_they_are_named(blueprint, programme, operator):
    start_programme_from(
        blueprint=blueprint, slug="other", name="Et andet", starts_on=date(2022, 1, 1), ends_on=None, by=operator
    )
    assert run("figures", "--programme", "havneby").exit_code == 0
    for arguments in (["figures"], ["figures", "--programme", "elsewhere"]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "Der er: havneby, other." in result.output
