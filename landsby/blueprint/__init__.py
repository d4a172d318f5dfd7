"""The blueprint house: definitions as data become frozen, validated objects.

Errors name file, line, field and cure, in both languages. No Django and no data engine here.
"""

from landsby.blueprint.blueprint import Blueprint
from landsby.blueprint.codelists import CodelistEntry, codelist, kinds_in_groups
from landsby.blueprint.definition import Definition
from landsby.blueprint.fault import BlueprintError, Fault
from landsby.blueprint.kinds import ActivityKind, Choice, Figure, Goal, OwnField, Phase, Role, Sessions, Track
from landsby.blueprint.loading import Inspection, builtin, check, inspect, load
from landsby.blueprint.schema import json_schema
from landsby.blueprint.text import Language, Text

__all__ = [
    "ActivityKind",
    "Blueprint",
    "BlueprintError",
    "Choice",
    "CodelistEntry",
    "Definition",
    "Fault",
    "Figure",
    "Goal",
    "Inspection",
    "Language",
    "OwnField",
    "Phase",
    "Role",
    "Sessions",
    "Text",
    "Track",
    "builtin",
    "check",
    "codelist",
    "inspect",
    "json_schema",
    "kinds_in_groups",
    "load",
]
