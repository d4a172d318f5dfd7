"""The JSON Schema that editors use: it accepts what the loader accepts, and refuses what it can."""

from __future__ import annotations

import pytest
import yaml
from jsonschema import Draft202012Validator

from landsby.blueprint import json_schema
from landsby.blueprint.schema import MODELS
from landsby.blueprint.tests.garden import SOUND


class TextDates(yaml.SafeLoader):
    """YAML as an editor hands it to a JSON Schema: a date is a text."""


TextDates.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


def read(text: str) -> object:
    return yaml.load(text, Loader=TextDates)  # noqa: S506  # a SafeLoader that leaves dates alone


@pytest.mark.parametrize("folder", [None, *MODELS])
def test_it_is_a_schema(folder):
    Draft202012Validator.check_schema(json_schema(folder))


@pytest.mark.parametrize("file", SOUND)
def test_it_accepts_what_is_sound(file):
    folder = file.split("/")[0].removesuffix(".yaml")
    Draft202012Validator(json_schema(folder)).validate(read(SOUND[file]))
    Draft202012Validator(json_schema()).validate(read(SOUND[file]))


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("goals/wonder.yaml", ("  en: Wonder\n", "")),
        ("goals/wonder.yaml", ("order: 10", "ordre: 10")),
        ("goals/wonder.yaml", ("order: 10", "order: -1")),
        ("goals/wonder.yaml", ("origin: ours", "origin: mine")),
        ("goals/wonder.yaml", ("id: wonder", "id: Wonder")),
        ("activity_kinds/digging.yaml", ("type: number", "type: numbre")),
        ("roles/gardener.yaml", ("- export", "- expor")),
    ],
)
def test_it_refuses_what_is_not(file, change):
    assert change[0] in SOUND[file]
    spoilt = read(SOUND[file].replace(*change))
    assert not Draft202012Validator(json_schema(file.split("/")[0])).is_valid(spoilt)
    assert not Draft202012Validator(json_schema()).is_valid(spoilt)


def test_each_field_is_explained():
    for name, part in json_schema()["$defs"].items():
        unexplained = [field for field, said in part.get("properties", {}).items() if "description" not in said]
        assert unexplained == [], name


def test_a_kind_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        json_schema("weather")


def test_no_field_has_a_name_that_yaml_takes_for_something_else():
    """A field called `on` or `no` could only be written in quotes."""
    fields = {field for part in json_schema()["$defs"].values() for field in part.get("properties", {})}
    assert [field for field in fields if read(field) != field] == []


def test_editors_speak_danish_too():
    english, danish = (json_schema("goals", lang)["$defs"]["Goal"]["properties"] for lang in ("en", "da"))
    assert english["title"]["description"] == "What people call it."
    assert danish["title"]["description"] == "Det, folk kalder det."
    assert [name for name in english if english[name]["description"] == danish[name]["description"]] == []
