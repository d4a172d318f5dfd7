"""A loaded blueprint: ordered, unchangeable, hashed by content, and storable."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from typing import get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from landsby.blueprint import ActivityKind, Blueprint, BlueprintError, Text, load
from landsby.blueprint.contents import KINDS
from landsby.blueprint.reading import read_document
from landsby.blueprint.shape import shaped
from landsby.blueprint.tests.garden import SOUND, write

CHANGES = {
    "blueprint.yaml": [("The garden", "A garden"), ('"1"', '"2"'), ("2024-12-31", "2025-12-31")],
    "goals/wonder.yaml": [("Undren", "Undrer"), ("order: 10", "order: 11"), ("origin: ours", "origin: source")],
    "activity_kinds/digging.yaml": [("max: 90", "max: 91"), ("- id: hands", "- id: fingers"), ("quick: 1", "quick: 2")],
    "roles/gardener.yaml": [("  - export\n", "")],
}


def test_each_kind_of_definition_is_an_attribute():
    hints = get_type_hints(Blueprint)
    mappings = {name for name, hint in hints.items() if get_origin(hint) is Mapping}
    assert mappings == set(KINDS)
    assert all(hints[folder].__args__[1] is kind for folder, kind in KINDS.items())


def test_definitions_stand_in_order_and_then_by_id(garden):
    write(garden, {"goals/aardvark.yaml": SOUND["goals/wonder.yaml"].replace("id: wonder", "id: aardvark")})
    assert list(load(garden).goals) == ["aardvark", "wonder", "mud"]


def test_it_says_what_it_is(sound):
    assert (sound.id, sound.version, sound.title) == ("garden", "1", Text(da="Haven", en="The garden"))
    assert sound.summary is None
    assert (sound.starts_on.year, sound.ends_on.year) == (2020, 2024)


def test_nothing_in_it_can_be_changed(sound):
    with pytest.raises(FrozenInstanceError):
        sound.goals = {}
    with pytest.raises(TypeError):
        sound.goals["new"] = sound.goals["mud"]
    with pytest.raises(ValidationError):
        sound.goals["mud"].order = 1
    with pytest.raises(ValidationError):
        sound.goals["mud"].title.da = "Andet"


def test_it_goes_to_data_and_back(sound):
    data = json.loads(json.dumps(sound.to_data()))
    again = Blueprint.from_data(data)
    assert again == sound
    assert (again.content_hash, again.to_data()) == (sound.content_hash, data)
    assert hash(again) == hash(sound)
    assert again.activity_kinds["digging"].fields == sound.activity_kinds["digging"].fields


def test_what_is_left_at_its_default_is_not_stored(sound):
    assert sound.to_data()["goals"][1] == {
        "id": "mud",
        "title": {"da": "Mudder", "en": "Mud"},
        "origin": "literature",
        "source": "Regn og jord (2001)",
        "order": 20,
        "starts_on": "2020-03-01",
        "ended_on": "2022-03-01",
    }


@pytest.mark.parametrize(
    ("spoil", "file", "field"),
    [
        (lambda data: data.pop("blueprint"), "blueprint", ""),
        (lambda data: data.update(blueprint="garden"), "blueprint", ""),
        (lambda data: data["blueprint"].pop("version"), "blueprint", "version"),
        (lambda data: data.update(weather=[]), "weather", ""),
        (lambda data: data.update(figures={}), "figures", ""),
        (lambda data: data["goals"].append("mud"), "goals/3", ""),
        (lambda data: data["goals"][1].update(order="x"), "goals/2", "order"),
        (lambda data: data["goals"].append(data["goals"][0]), "goals/3", "id"),
        (lambda data: data["tracks"][0].update(goals=["snow"]), "tracks/1", "goals.1"),
        (lambda data: data["goals"][0].update(title={"da": 5, "en": "x"}), "goals/1", "title.da"),
    ],
)
def test_data_that_is_no_blueprint_is_told_of_by_its_place(sound, spoil, file, field):
    data = json.loads(json.dumps(sound.to_data()))
    spoil(data)
    with pytest.raises(BlueprintError) as refusal:
        Blueprint.from_data(data)
    assert [(fault.file, fault.line, fault.field) for fault in refusal.value.faults] == [(file, None, field)]


@pytest.mark.parametrize(("file", "change"), [(file, change) for file, them in CHANGES.items() for change in them])
def test_a_change_of_content_changes_the_hash(garden, file, change):
    before = load(garden)
    write(garden, {file: SOUND[file].replace(*change)})
    assert load(garden).content_hash != before.content_hash


def test_only_the_hash_of_what_changed_changes(garden):
    before = load(garden)
    write(garden, {"goals/mud.yaml": SOUND["goals/mud.yaml"].replace("Mudder", "Pløre")})
    after = load(garden)
    assert after.goals["mud"].content_hash != before.goals["mud"].content_hash
    assert after.goals["wonder"].content_hash == before.goals["wonder"].content_hash


def test_layout_comments_and_quotes_leave_the_hash_alone(garden):
    before = load(garden).content_hash
    spread = "# Why.\nsource: \"Haven\"\norder: 10\norigin: 'ours'\n\ntitle: {en: Wonder, da: Undren}\nid: wonder\n"
    write(garden, {"goals/wonder.yaml": spread + "summary:\n  da: >-\n    At se\n    efter.\n  en: To look closely.\n"})
    assert load(garden).content_hash == before


def fields_of(text: str) -> list[str]:
    """The top fields of a definition, each with the lines below it."""
    return re.split(r"\n(?=\S)", text.strip())


@given(st.permutations(fields_of(SOUND["activity_kinds/digging.yaml"])))
def test_the_order_of_fields_is_no_content(fields):
    shuffled = read_document("digging.yaml", "\n".join(fields).encode())
    plain = read_document("digging.yaml", SOUND["activity_kinds/digging.yaml"].encode())
    first, second = shaped(shuffled, ActivityKind), shaped(plain, ActivityKind)
    assert first is not None
    assert second is not None
    assert first.content_hash == second.content_hash


def test_usual_tracks_are_the_kinds_own_or_else_the_hosts(sound):
    digging, sowing = sound.activity_kinds["digging"], sound.activity_kinds["sowing"]
    assert sound.usual_tracks(digging, ["business"]) == ("beds",)
    assert sound.usual_tracks(sowing, ["civil", "school"]) == ("beds",)
    assert sound.usual_tracks(sowing, ["school"]) == ()


def test_an_error_holds_its_faults_and_says_them():
    with pytest.raises(BlueprintError, match="blueprint"):
        Blueprint.from_data({})
