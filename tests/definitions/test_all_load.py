"""Everything that the product comes with as definitions is sound, and soon read."""

from __future__ import annotations

import time
from functools import lru_cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from landsby.blueprint import Blueprint, Definition, builtin, check, inspect, json_schema, load, loading
from landsby.blueprint.contents import KINDS
from landsby.blueprint.files import DEFINITIONS
from landsby.blueprint.schema import MODELS
from landsby.blueprint.tests.test_schema import read
from landsby.blueprint.texts import texts_in

SHIPPED = sorted(
    path for part in ("programmes", "codelists", "blank") for path in DEFINITIONS.glob(f"{part}/**/*.yaml")
)


def shipped_definitions() -> list[Definition]:
    """Every definition of every blueprint that comes along."""
    blueprints = [load(id_) for id_ in builtin()]
    return [each for known in blueprints for folder in KINDS for each in getattr(known, folder).values()]


def test_all_definitions_are_sound():
    assert check([DEFINITIONS]) == []


def test_all_files_are_looked_at():
    assert inspect([DEFINITIONS]).definitions == len(SHIPPED) > 100


def test_they_are_read_in_well_under_a_second():
    """Read anew, in time of this process: what others do on the machine meanwhile does not count."""
    loading._read.cache_clear()
    began = time.process_time()
    check([DEFINITIONS])
    assert time.process_time() - began < 1


@pytest.mark.parametrize("id_", builtin())
def test_a_blueprint_is_stored_and_read_again(id_):
    known = load(id_)
    assert Blueprint.from_data(known.to_data()).content_hash == known.content_hash


@pytest.mark.parametrize("id_", builtin())
def test_a_blueprint_lies_in_a_folder_of_its_name(id_):
    assert load(id_).id == id_


@lru_cache
def validator(folder: str) -> Draft202012Validator:
    """What an editor holds a file of a folder against."""
    return Draft202012Validator(json_schema(folder))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(DEFINITIONS)))
def test_editors_accept_what_comes_along(path: Path):
    folder = path.parent.name if path.parent.name in MODELS else path.stem
    validator(folder).validate(read(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(DEFINITIONS)))
def test_a_file_is_small_and_clean(path: Path):
    written = path.read_text(encoding="utf-8")
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert not any(line != line.rstrip() for line in written.splitlines())
    assert len(written.splitlines()) <= 120


def test_the_languages_differ_where_a_reader_would_notice():
    """A text that is the same in both languages was forgotten, unless it is a name or a loan word."""
    same = {text.da for each in shipped_definitions() for _way, text in texts_in(each) if text.da == text.en}
    assert same <= {"Balance", "Evaluator", "Webinar", "Workshop"}
