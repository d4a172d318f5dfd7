"""Which blueprints and files are meant by a path, and what is read from the disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from landsby.blueprint import BlueprintError, builtin, check, inspect, load
from landsby.blueprint.contents import KINDS
from landsby.blueprint.tests.garden import SOUND, write


@pytest.mark.parametrize("id_", builtin())
def test_what_comes_along_is_loaded_and_checked_by_its_id(id_):
    assert load(id_).id == id_
    assert inspect([id_]).definitions > 1


def test_a_blueprint_is_loaded_by_its_path(garden):
    assert load(garden) == load(str(garden))


def test_a_path_that_leads_nowhere_names_what_there_is(tmp_path):
    with pytest.raises(BlueprintError) as refusal:
        load(tmp_path / "nowhere")
    [fault] = refusal.value.faults
    assert (fault.file, fault.line) == (str(tmp_path / "nowhere"), None)
    assert all(id_ in fault.cure.da for id_ in builtin())


def test_what_is_changed_on_the_disk_is_read_anew(garden):
    before = load(garden)
    write(garden, {"goals/wonder.yaml": SOUND["goals/wonder.yaml"].replace("Undren", "Forundring")})
    after = load(garden)
    assert (before.goals["wonder"].title.da, after.goals["wonder"].title.da) == ("Undren", "Forundring")


def test_what_is_not_changed_is_the_same_object(garden):
    assert load(garden) is load(garden)


def test_checking_counts_what_it_looks_at(garden):
    assert inspect([garden]).definitions == len(SOUND)


def test_a_single_file_is_checked_among_its_own(garden):
    write(garden, {"tracks/beds.yaml": SOUND["tracks/beds.yaml"].replace("- mud", "- snow"), "goals/mud.yaml": ""})
    [fault] = check([garden / "tracks" / "beds.yaml"])
    assert (Path(fault.file).name, fault.field) == ("beds.yaml", "goals.2")
    assert inspect([garden / "goals" / "wonder.yaml"]).faults == []
    assert inspect([garden / "goals" / "wonder.yaml"]).definitions == 1


def test_the_blueprints_own_file_can_be_checked_alone(garden):
    write(garden, {"blueprint.yaml": SOUND["blueprint.yaml"].replace("  en: The garden\n", "")})
    assert [fault.field for fault in check([garden / "blueprint.yaml"])] == ["title.en"]


def test_a_folder_of_blueprints_is_checked_as_a_whole(garden, tmp_path):
    shutil.copytree(garden, tmp_path / "meadow")
    [fault] = check([tmp_path])
    assert (Path(fault.file).parent.name, fault.field) == ("meadow", "id")
    assert str(garden) in fault.message.en


@pytest.mark.parametrize("named", ["garden", "garden/goals", "garden/goals/wonder.yaml"])
def test_naming_a_path_twice_is_no_fault(garden, tmp_path, named):
    assert check([garden, garden]) == []
    assert (tmp_path / named).exists()


@pytest.mark.parametrize("named", ["", "notes", "notes/todo.yaml"])
def test_where_there_is_nothing_to_check_that_is_said(tmp_path, named):
    write(tmp_path, {"notes/todo.yaml": "id: todo\n"})
    [fault] = check([tmp_path / named])
    assert fault.file == str(tmp_path / named)
    assert "blueprint.yaml" in fault.cure.da


def test_a_folder_of_a_blueprint_is_checked_within_it(garden):
    write(garden, {"goals/mud.yaml": "", "tracks/beds.yaml": ""})
    assert [Path(fault.file).name for fault in check([garden / "goals"])] == ["mud.yaml"]


def test_the_garden_has_something_of_each_kind(sound):
    assert [folder for folder in KINDS if not getattr(sound, folder)] == []


def test_a_blueprint_that_comes_along_is_loaded_by_its_id_whatever_lies_beside_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for id_ in builtin():
        (tmp_path / id_).mkdir()
        assert load(id_).id == id_
