"""Whatever is wrong with a definition is told with file, line, field and cure, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from landsby.blueprint import BlueprintError, Fault, check, load
from landsby.blueprint.tests.garden import write
from landsby.blueprint.tests.plant import Plant
from landsby.blueprint.tests.plants import PLANTS
from landsby.blueprint.wording import WORDINGS


def planted(garden: Path, plant: Plant) -> list[Fault]:
    """The faults of the garden after a plant."""
    path = garden / plant.file
    path.write_bytes(plant.in_place_of(path.read_bytes()))
    return check([garden])


def test_nothing_is_wrong_before(garden):
    assert check([garden]) == []


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.what)
def test_a_planted_fault_is_told(garden, plant):
    faults = planted(garden, plant)
    assert [(fault.file, fault.line, fault.field) for fault in faults] == [
        (str(garden / plant.file), plant.line, plant.field)
    ]
    fault = faults[0]
    assert plant.da in f"{fault.message.da} {fault.cure.da}"
    assert plant.en in f"{fault.message.en} {fault.cure.en}"
    where = plant.file if plant.line is None else f"{plant.file}:{plant.line}"
    field = f"{plant.field}: " if plant.field else ""
    assert fault.say("en").endswith(f"{where}: {field}{fault.message.en} — {fault.cure.en}")
    assert str(fault) == fault.say("da") != fault.say("en")
    assert "\n" not in str(fault)


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.what)
def test_a_blueprint_with_a_fault_is_not_loaded(garden, plant):
    faults = planted(garden, plant)
    with pytest.raises(BlueprintError) as refusal:
        load(garden)
    assert list(refusal.value.faults) == faults
    assert str(faults[0]) in str(refusal.value)


def test_all_faults_of_all_files_are_told_at_once(garden):
    write(garden, {"goals/mud.yaml": "id: mud\ncolour: brown\n", "goals/wonder.yaml": "id: [\n"})
    told = {(Path(fault.file).name, fault.field) for fault in check([garden])}
    assert told == {("mud.yaml", name) for name in ("title", "origin", "source", "colour")} | {("wonder.yaml", "")}


def test_two_faults_in_one_file_are_told_at_once(garden):
    kind = garden / "activity_kinds" / "digging.yaml"
    before = kind.read_text(encoding="utf-8")
    kind.write_text(before.replace("    min: 0", "    min: 91").replace("  - beds", "  - bedz"), encoding="utf-8")
    assert [fault.field for fault in check([garden])] == ["tracks.1", "fields.1.max"]


def test_a_reference_that_is_no_id_is_told_once(garden):
    kind = garden / "activity_kinds" / "digging.yaml"
    before = kind.read_text(encoding="utf-8")
    kind.write_text(before.replace("    min: 0", "    min: 91").replace("  - beds", "  - Beds"), encoding="utf-8")
    assert [fault.field for fault in check([garden])] == ["tracks.1", "fields.1.max"]


def test_one_mistake_is_not_told_twice(garden):
    (garden / "goals" / "mud.yaml").write_text("id: mud\n", encoding="utf-8")
    assert {Path(fault.file).name for fault in check([garden])} == {"mud.yaml"}, "who refers to mud is blameless"


LIES = {
    "the ending .yml": ({"goals/fun.yml": "id: fun\n"}, "goals/fun.yml", "fun.yaml"),
    "a file beside the blueprint": ({"fun.yaml": "id: fun\n"}, "fun.yaml", "goals"),
    "a folder nobody knows": ({"weather/rain.yaml": "id: rain\n"}, "weather", "goals"),
    "a misspelt folder": ({"goal/rain.yaml": "id: rain\n"}, "goal", "goals"),
    "a folder in a folder": ({"goals/more/rain.yaml": "id: rain\n"}, "goals/more", "goals"),
}


@pytest.mark.parametrize("case", LIES)
def test_what_lies_in_the_wrong_place_is_told(garden, case):
    files, where, cure = LIES[case]
    [fault] = check([write(garden, files)])
    assert (fault.file, fault.line, fault.field) == (str(garden / where), None, "")
    assert cure in fault.cure.da
    assert cure in fault.cure.en


def test_a_note_to_people_may_lie_beside(garden):
    assert check([write(garden, {"README.md": "# Hello", "goals/README.md": "", ".DS_Store": b"\0"})]) == []


def test_two_files_with_one_id_are_told(garden):
    sound = (garden / "goals" / "wonder.yaml").read_text(encoding="utf-8")
    faults = check([write(garden, {"goals/zest.yaml": sound})])
    assert [(Path(fault.file).name, fault.line, fault.field) for fault in faults] == [("zest.yaml", 1, "id")] * 2
    assert any("wonder.yaml" in fault.message.da for fault in faults)


def test_a_blueprint_without_its_own_file_is_told(garden):
    (garden / "blueprint.yaml").unlink()
    [fault] = check([garden])
    assert (fault.file, fault.line) == (str(garden), None)
    assert "blueprint.yaml" in fault.cure.en


def test_every_wording_is_reached(garden, tmp_path):
    """A wording that no plant reaches is one that nobody will ever read."""
    spoilt = {}
    for place, plant in enumerate(PLANTS):
        whole = write(
            tmp_path / str(place), {p.relative_to(garden).as_posix(): p.read_bytes() for p in garden.rglob("*.yaml")}
        )
        spoilt |= {fault.message.en: fault for fault in planted(whole, plant)}
    told = [f"{fault.message.en}|{fault.cure.en}" for fault in spoilt.values()]
    elsewhere = {
        "not_this_theory",
        "nothing_here",
        "not_found",
        "file_absent",
        "manifest_missing",
        "unknown_folder",
        "unknown_folder_near",
        "unknown_file",
        "wrong_ending",
        "duplicate_id",
        "not_a_municipality_code",
        # What can be wrong with a zip file is planted beside the reading of one.
        "not_an_archive",
        "archive_too_large",
        "archive_unpacks_large",
        "archive_without_blueprint",
        "several_blueprints",
        "beside_blueprint",
        "unsafe_name",
        "locked_file",
        "file_twice",
    }
    reached = {
        code
        for code, wording in WORDINGS.items()
        if any(re.fullmatch(_pattern(f"{wording.message.en}|{wording.cure.en}"), words) for words in told)
    }
    assert set(WORDINGS) - reached == elsewhere


def _pattern(template: str) -> str:
    return re.sub(r"\\\{\w+\\\}", ".*", re.escape(template))


@pytest.mark.parametrize("code", WORDINGS)
def test_both_languages_are_filled_in_alike(code):
    for text in (WORDINGS[code].message, WORDINGS[code].cure):
        assert set(re.findall(r"\{\w+\}", text.da)) == set(re.findall(r"\{\w+\}", text.en))
        assert text.da != text.en
        assert text.da.endswith((".", "?"))
        assert text.en.endswith((".", "?"))
