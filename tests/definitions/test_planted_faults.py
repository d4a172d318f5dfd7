"""`landsby blueprint check` on one blueprint with far more than fifty faults: each is told, with place and cure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

import pytest
from click.testing import CliRunner

from landsby.blueprint.tests.garden import SOUND, write
from landsby.blueprint.tests.plant import Plant
from landsby.blueprint.tests.plants import HEAD, PLANTS
from landsby.cli import main

OF_EVERY_SORT = {
    "wrong type": "text for number",
    "unknown reference": "unknown goal",
    "duplicate id": "two files with one id",
    "missing language": "missing English",
    "missing language in a part": "no language in a criterion",
    "date order": "phase ends before it starts",
    "cycle": "theory nodes in a ring",
    "unquoted no": "unquoted no as an answer",
    "tab": "tab",
    "bad encoding": "latin-1",
}
"""For each sort of fault that must be seen, one that is planted here."""


@dataclass(frozen=True)
class Told:
    """A line that must be said: how it begins, and words of the message or the cure."""

    what: str
    beginning: str
    words: str


def beds() -> Iterator[tuple[Plant, str, bytes]]:
    """A file of its own for each fault, so that all of them lie in one blueprint: the plant, the file, its content.

    A fault of the blueprint's own file or of an id has no room for others, and a ring takes in its neighbours.
    """
    for place, plant in enumerate(PLANTS):
        if (
            plant.file == HEAD
            or plant.field in ("id", "formerly.1")
            or "ring" in plant.what
            or "own parent" in plant.what
        ):
            continue
        path = PurePath(plant.file)
        id_ = f"{path.stem}_{place}"
        spoilt = plant.in_place_of(SOUND[plant.file].encode())
        yield (
            plant,
            f"{path.parent}/{id_}.yaml",
            spoilt.replace(f"id: {path.stem}\n".encode(), f"id: {id_}\n".encode(), 1),
        )


def rings() -> Iterator[Plant]:
    """The faults that lead from one definition to others and back."""
    yield from (plant for plant in PLANTS if "ring" in plant.what)


@pytest.fixture
def wilderness(tmp_path) -> tuple[Path, list[Told]]:
    """The garden with all of them, and what must be said."""
    root = write(tmp_path / "garden", SOUND)
    told = []
    planted = [*beds(), *((plant, plant.file, plant.in_place_of(SOUND[plant.file].encode())) for plant in rings())]
    for plant, file, content in planted:
        write(root, {file: content})
        where = file if plant.line is None else f"{file}:{plant.line}"
        told.append(Told(plant.what, f"{root}/{where}: {f'{plant.field}: ' if plant.field else ''}", plant.en))
    write(root, {"goals/wonder_again.yaml": SOUND["goals/wonder.yaml"]})
    twice = f"{root}/goals/wonder_again.yaml:1: id: "
    told += [Told("two files with one id", twice, "also used in"), Told("a file by another name", twice, "wonder.yaml")]
    return root, told


def test_each_of_more_than_fifty_faults_is_told_at_once(wilderness):
    root, told = wilderness
    result = CliRunner().invoke(main, ["blueprint", "check", str(root), "--lang", "en"])
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    unsaid = [
        each.what for each in told if not any(line.startswith(each.beginning) and each.words in line for line in lines)
    ]
    assert unsaid == []
    assert len(lines) == len(told) > 50, "each fault is one line, and nothing else is blamed"
    assert all(" — " in line for line in lines), "every fault has a cure"
    assert f"Faults: {len(told)}." in result.stderr


@pytest.mark.parametrize("sort", OF_EVERY_SORT)
def test_every_sort_of_fault_is_among_them(wilderness, sort):
    assert OF_EVERY_SORT[sort] in {each.what for each in wilderness[1]}
