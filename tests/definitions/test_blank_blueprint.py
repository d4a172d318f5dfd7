"""`landsby blueprint new` and `missing`: the place to start, and what is left for a translator."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from landsby.blueprint import check, load
from landsby.blueprint.tests.garden import SOUND, write
from tests.definitions.test_blueprint_command import run


@pytest.fixture(params=["da", "en"])
def begun(request, tmp_path) -> Path:
    """A blank blueprint, explained in each language."""
    result = run("blueprint", "new", "our_village", "--dir", tmp_path / "work", "--lang", request.param)
    assert result.exit_code == 0, result.output
    assert all(Path(line).is_file() for line in result.output.splitlines()[:-1])
    return tmp_path / "work" / "our_village"


def test_a_blank_blueprint_passes_at_once(begun):
    assert check([begun]) == []
    assert load(begun).id == "our_village"


def test_it_has_one_of_each_kind_that_a_programme_needs_first(begun):
    blank = load(begun)
    assert all((blank.goals, blank.phases, blank.tracks, blank.principles, blank.activity_kinds, blank.figures))
    leader, place_leader, reader = blank.roles.values()
    assert (leader.scope, place_leader.scope, reader.scope) == ("programme", "actor", "programme")
    assert set(place_leader.may) < set(leader.may)
    assert reader.may == ()


def test_every_file_explains_itself_in_one_language(begun):
    for path in begun.rglob("*.yaml"):
        written = path.read_text(encoding="utf-8")
        assert re.search(r"^# \w+", written, re.MULTILINE), path
        assert not re.search(r"#(da|en)\b", written), path
        assert all(len(line) <= 120 for line in written.splitlines()), path


def test_the_explanations_are_in_the_language_asked_for(tmp_path):
    run("blueprint", "new", "danish", "--dir", tmp_path)
    run("blueprint", "new", "english", "--dir", tmp_path, "--lang", "en")
    assert "Begynd her" in (tmp_path / "danish" / "blueprint.yaml").read_text(encoding="utf-8")
    assert "Begin here" in (tmp_path / "english" / "blueprint.yaml").read_text(encoding="utf-8")
    assert load(tmp_path / "danish").goals == load(tmp_path / "english").goals, "only the explanations differ"


def test_nothing_is_overwritten(begun):
    (begun / "goals" / "thriving.yaml").write_text("mine", encoding="utf-8")
    again = run("blueprint", "new", "our_village", "--dir", begun.parent)
    assert again.exit_code == 1
    assert "er der allerede" in again.stderr
    assert (begun / "goals" / "thriving.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["Our", "vores by", "../up", "1st", ""])
def test_a_name_that_cannot_be_an_id_is_refused_with_its_cure(tmp_path, name):
    refused = run("blueprint", "new", name, "--dir", tmp_path, "--lang", "en")
    assert refused.exit_code == 1
    assert "small letters" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_translator_is_told_what_is_left(tmp_path):
    garden = write(tmp_path / "garden", SOUND)
    assert run("blueprint", "missing", garden).exit_code == 0
    write(garden, {"goals/mud.yaml": SOUND["goals/mud.yaml"].replace("  en: Mud\n", "")})
    left = run("blueprint", "missing", garden)
    assert left.exit_code == 1
    assert left.stdout == f"{garden}/goals/mud.yaml:2: title mangler på engelsk: Mudder\n"
    assert run("blueprint", "missing", garden, "--into", "da").exit_code == 0
    assert "does not exist" in run("blueprint", "missing", tmp_path / "nowhere", "--lang", "en").stderr


def test_what_is_the_same_in_both_languages_is_listed_but_is_no_failure(tmp_path):
    garden = write(tmp_path / "garden", SOUND)
    write(garden, {"goals/mud.yaml": SOUND["goals/mud.yaml"].replace("da: Mudder", "da: Mud")})
    listed = run("blueprint", "missing", garden, "--lang", "en")
    assert (listed.exit_code, listed.stdout) == (
        0,
        f"{garden}/goals/mud.yaml:2: title is the same in both languages: Mud\n",
    )
