"""`landsby blueprint`: what people who write definitions see in the terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from landsby.blueprint import builtin, json_schema, load
from landsby.blueprint.tests.garden import SOUND, write
from landsby.cli import main
from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.models import blueprint_of


@pytest.fixture
def garden(tmp_path):
    return write(tmp_path / "garden", SOUND)


def run(*arguments: object, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], env={"LC_ALL": "", "LANG": "", **(env or {})})


def test_a_sound_blueprint_passes_and_is_counted(garden):
    result = run("blueprint", "check", garden)
    assert result.exit_code == 0
    assert result.output == f"Alt er i orden: {len(SOUND)} definitioner er set efter.\n"


def test_all_faults_are_said_at_once_and_the_command_fails(garden):
    write(garden, {"goals/mud.yaml": "id: mud\n", "goals/wonder.yaml": "id: [\n"})
    result = run("blueprint", "check", garden, "--lang", "en")
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert len(lines) == 4
    assert lines[0].startswith(f"{garden}/goals/mud.yaml:1: ")
    assert all(" — " in line for line in lines)
    assert result.stderr == f"Faults: 4. Definitions looked at: {len(SOUND)}.\n"


@pytest.mark.parametrize(
    ("arguments", "env", "words"),
    [
        ([], {}, "findes ikke"),
        ([], {"LANG": "da_DK.UTF-8"}, "findes ikke"),
        ([], {"LANG": "C.UTF-8"}, "findes ikke"),
        ([], {"LANG": "en_GB.UTF-8"}, "does not exist"),
        ([], {"LANG": "da_DK.UTF-8", "LC_ALL": "en_US"}, "does not exist"),
        (["--lang", "da"], {"LANG": "en_GB.UTF-8"}, "findes ikke"),
    ],
)
def test_the_terminals_language_is_spoken(tmp_path, arguments, env, words):
    result = run("blueprint", "check", tmp_path / "nowhere", *arguments, env=env)
    assert result.exit_code == 1
    assert words in result.stdout


def test_a_path_must_be_named():
    assert run("blueprint", "check").exit_code == 2


def test_what_comes_along_is_listed():
    lines = run("blueprint", "list").stdout.splitlines()
    assert lines == [f"{each.id}  {each.version}  {each.title.da}" for each in map(load, builtin())]


def test_the_schema_is_written_to_the_terminal_or_a_file(tmp_path):
    assert json.loads(run("blueprint", "schema").stdout) == json_schema(lang="da")
    written = tmp_path / "goals.json"
    assert run("blueprint", "schema", "--kind", "goals", "--lang", "en", "--out", written).stdout == ""
    assert json.loads(written.read_text(encoding="utf-8")) == json_schema("goals")


def test_a_kind_that_does_not_exist_is_refused():
    result = run("blueprint", "schema", "--kind", "weather")
    assert result.exit_code == 2
    assert "weather" in result.stderr


def test_definitions_are_checked_without_django(garden):
    script = """
import sys
from landsby.cli import main
main(["blueprint", "check", sys.argv[1]], standalone_mode=False)
print([name for name in sys.modules if name.split(".")[0] == "django" or name.startswith("landsby.web")])
"""
    done = subprocess.run([sys.executable, "-c", script, str(garden)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_management_commands_pass_through():
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "landsby.config.settings", "LANDSBY_DEBUG": "1"}
    script = [sys.executable, "-m", "landsby.cli", "manage", "diffsettings", "--output", "unified"]
    done = subprocess.run(script, capture_output=True, text=True, check=True, env=env)
    assert "landsby.config.urls" in done.stdout
    helped = subprocess.run([*script[:4], "check", "--help"], capture_output=True, text=True, check=True, env=env)
    assert "usage: landsby manage check" in helped.stdout


def test_the_difference_between_two_is_told_in_words(garden, tmp_path):
    later = write(tmp_path / "later", SOUND)
    goal = later / "goals" / "wonder.yaml"
    goal.write_text(goal.read_text(encoding="utf-8").replace("da: Undren", "da: Forundring"), encoding="utf-8")
    result = run("blueprint", "diff", garden, later, "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout == "Changed: goals/wonder – Wonder\n    Name: Wonder → Wonder\n"
    assert "Undren → Forundring" in run("blueprint", "diff", garden, later, "--lang", "da").stdout
    assert result.stderr == "Differences: 1.\n"
    assert run("blueprint", "diff", garden, garden).exit_code == 0


def test_what_cannot_be_loaded_is_told_before_any_difference(garden, tmp_path):
    result = run("blueprint", "diff", garden, tmp_path / "nowhere", "--lang", "en")
    assert result.exit_code == 1
    assert "does not exist" in result.stderr


def test_what_may_only_have_changed_its_id_is_asked_about(garden, tmp_path):
    later = write(tmp_path / "later", SOUND)
    (later / "messages/everything_grows.yaml").rename(later / "messages/all_grows.yaml")
    text = (later / "messages/all_grows.yaml").read_text(encoding="utf-8")
    (later / "messages/all_grows.yaml").write_text(text.replace("everything_grows", "all_grows"), encoding="utf-8")
    told = run("blueprint", "diff", garden, later, "--lang", "en").stderr
    assert "Write formerly: [everything_grows] in messages/all_grows.yaml" in told
    written = f"{(later / 'messages/all_grows.yaml').read_text(encoding='utf-8')}formerly: [everything_grows]\n"
    (later / "messages/all_grows.yaml").write_text(written, encoding="utf-8")
    assert "formerly" not in run("blueprint", "diff", garden, later, "--lang", "en").stderr


def test_what_translators_are_to_look_at_is_named_by_somebody():
    result = run("blueprint", "missing")
    assert result.exit_code == 2
    assert "--programme" in result.stderr


@pytest.mark.django_db
def test_a_programmes_own_words_in_one_language_are_counted(programme, operator):
    words = {"da": "Våde tæer", "en": blueprint_of(programme).goals["wet_feet"].title.en}
    patch = {"set": {"title": words}}
    write_adaptation(programme=programme, folder="goals", key="wet_feet", patch=patch, by=operator)
    result = run("blueprint", "missing", "--programme", "havneby", "--lang", "en")
    assert result.exit_code == 1
    assert result.stdout == "goals/wet_feet: Name is reworded in Danish and not in English: Våde tæer\n"
    assert result.stderr == "Missing in one language: 1. The same in both: 0.\n"
    assert run("blueprint", "missing", "--programme", "havneby", "--into", "da").exit_code == 0
    assert "havneby" in run("blueprint", "missing", "--programme", "nowhere", "--lang", "en").output
