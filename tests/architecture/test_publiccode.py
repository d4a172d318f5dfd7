"""publiccode.yml keeps the standard for describing public software, and promises nothing that is not there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.architecture.source import ROOT, none_of, read

MANDATORY = (
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal.license",
    "maintenance.type",
    "localisation.localisationReady",
    "localisation.availableLanguages",
)
LEAVING = ("genericName", "authorsFile", "monochromeLogo", "inputTypes", "outputTypes", "repoOwner")
"""Keys that the standard is letting go of."""

SHORT, LONG = 150, range(150, 10001)
"""The most characters of a short description, and how many a long one has."""


def description() -> dict[str, Any]:
    """The file as it stands."""
    told: dict[str, Any] = yaml.safe_load(read("publiccode.yml"))
    return told


def value(told: Any, path: str) -> Any:
    """What stands at a path of keys, or None."""
    for key in path.split("."):
        told = told.get(key) if isinstance(told, dict) else None
    return told


def faults(told: dict[str, Any]) -> Iterator[str]:
    """Where a description departs from the standard, or from what is so."""
    yield from (f"{path} is missing" for path in MANDATORY if value(told, path) in (None, "", []))
    yield from (f"{key} is on its way out of the standard" for key in LEAVING if f"'{key}'" in str(told))
    for language, texts in (told.get("description") or {}).items():
        if len(texts["shortDescription"]) > SHORT:
            yield f"{language}: the short description is too long"
        if len(texts["longDescription"]) not in LONG:
            yield f"{language}: the long description is too short or too long"
        if not texts.get("features"):
            yield f"{language}: features are missing"
    if value(told, "maintenance.type") in ("internal", "community") and not value(told, "maintenance.contacts"):
        yield "maintenance.contacts is missing"
    if urlsplit(str(told.get("url"))).hostname == "landsby.example" and "releaseDate" in told:
        yield "what has no address has not been released"


def test_the_file_keeps_the_standard():
    none_of(faults(description()))


def test_it_says_what_the_project_says_of_itself():
    told = description()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert told["legal"]["license"] == project["license"]
    assert told.get("softwareVersion", project["version"]) == project["version"]
    assert sorted(told["localisation"]["availableLanguages"]) == sorted(told["description"])


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"url": ""}, "url is missing"),
        ({"maintenance": {"type": "community"}}, "maintenance.contacts is missing"),
        ({"inputTypes": ["text/csv"]}, "inputTypes is on its way out"),
        ({"releaseDate": "2026-01-01"}, "has not been released"),
    ],
)
def test_a_planted_fault_is_found(changed, found):
    assert found in " ".join(faults(description() | changed))
