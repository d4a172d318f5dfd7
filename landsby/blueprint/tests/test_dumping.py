"""A blueprint written down again says the same, in files as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.blueprint import Blueprint, Text, builtin, check, load
from landsby.blueprint.archive import archive_of, load_archive
from landsby.blueprint.dumping import files_of, written
from landsby.blueprint.kinds import Goal
from landsby.blueprint.reading import read_document
from landsby.blueprint.shape import shaped
from landsby.blueprint.tests.garden import write


@pytest.mark.parametrize("key", builtin())
def test_what_is_downloaded_loads_to_the_same_hash(key):
    blueprint = load(key)
    assert (
        load_archive(archive_of(files_of(blueprint), blueprint.id), "blueprint.zip").content_hash
        == blueprint.content_hash
    )


def test_the_files_are_sound_and_the_same_each_time(sound, tmp_path):
    garden = write(tmp_path / "again", files_of(sound))
    assert check([garden]) == []
    assert load(garden) == sound
    assert files_of(sound) == files_of(Blueprint.from_data(sound.to_data()))


def test_a_file_is_written_as_people_write_it(sound):
    assert written(sound.goals["mud"]) == (
        "id: mud\n"
        "title:\n  da: Mudder\n  en: Mud\n"
        "origin: literature\nsource: Regn og jord (2001)\norder: 20\n"
        "starts_on: 2020-03-01\nended_on: 2022-03-01\n"
    )


@given(st.text(min_size=1, max_size=80).filter(str.strip))
def test_whatever_people_write_comes_back_as_it_was(said):
    try:
        goal = Goal(id="g", title=Text(da=said, en="x"), origin="ours", source="yes")
    except ValueError:
        return
    document = read_document("g.yaml", written(goal).encode())
    assert shaped(document, Goal) == goal, document.faults


@pytest.mark.parametrize(
    "said", ["yes", "no", "2020", "2020-08-01", "null", "~", "1.0", "a: b", "# x", "- y", "'", '"', "x\ny\n z"]
)
def test_what_yaml_would_read_otherwise_is_quoted(said):
    goal = Goal(id="g", title=Text(da=said, en=said), origin="ours", source=said.splitlines()[0])
    assert shaped(read_document("g.yaml", written(goal).encode()), Goal) == goal
