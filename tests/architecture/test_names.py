"""Names say what a thing holds: no drawers for odds and ends, and time tells moments from days."""

from __future__ import annotations

import ast
from collections.abc import Iterable

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.source import Module, files, modules, none_of

ODDS_AND_ENDS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools", "stuff"}
"""Names of modules that gather what has no home."""


def drawers(paths: Iterable[str]) -> list[str]:
    """The paths with a part that names a drawer."""
    return [path for path in paths if ODDS_AND_ENDS.intersection(Module(path, "").parts)]


def misnamed_times(fields: Iterable[tuple[str, models.Field]]) -> list[str]:
    """Moments that do not end in `_at` (or are not called `at`), and days that do not end in `_on`."""
    found = []
    for owner, field in fields:
        if isinstance(field, models.DateTimeField):
            suffix = "at"
        elif isinstance(field, models.DateField):
            suffix = "on"
        else:
            continue
        if field.name != suffix and not field.name.endswith(f"_{suffix}"):
            found.append(f"{owner}.{field.name} should end in _{suffix}")
    return found


def positional_booleans(module: Module) -> list[str]:
    """Functions that take a boolean by position, where a call would not say what it means."""
    return [
        f"{module.path}:{function.lineno} {function.name}({argument.arg})"
        for function in module.functions()
        for argument, default in _positional(function.args)
        if _is_boolean(argument.annotation, default)
    ]


def _positional(arguments: ast.arguments) -> Iterable[tuple[ast.arg, ast.expr | None]]:
    both = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(both) - len(arguments.defaults)) + list(arguments.defaults)
    return zip(both, defaults, strict=True)


def _is_boolean(annotation: ast.expr | None, default: ast.expr | None) -> bool:
    if isinstance(default, ast.Constant) and isinstance(default.value, bool):
        return True
    return isinstance(annotation, ast.Name) and annotation.id == "bool"


def test_no_module_is_a_drawer():
    none_of(drawers(files(".py", below="landsby")))


def test_moments_end_in_at_and_days_in_on():
    own = [model for model in apps.get_models() if model.__module__.startswith("landsby.")]
    fields = [(model._meta.label, field) for model in own for field in model._meta.local_fields]
    inherited = {"last_login", "expires"}  # Django's own: of a user, of a row of the cache
    assert misnamed_times((owner, field) for owner, field in fields if field.name not in inherited) == []


def test_booleans_are_named_in_the_call():
    none_of(offence for module in modules() for offence in positional_booleans(module))


@pytest.mark.parametrize("name", ["utils.py", "common/rows.py", "helpers/__init__.py", "misc.py"])
def test_a_planted_drawer_is_found(name):
    assert drawers([f"landsby/web/garden/{name}"]) != []


def test_a_planted_time_is_found():
    day, moment = models.DateField(name="day"), models.DateTimeField(name="seen_on")
    assert misnamed_times([("garden.Bed", day), ("garden.Bed", moment)]) == [
        "garden.Bed.day should end in _on",
        "garden.Bed.seen_on should end in _at",
    ]


@pytest.mark.parametrize("signature", ["(bed, is_wet: bool)", "(bed, is_wet=True)"])
def test_a_planted_boolean_is_found(signature):
    planted = Module("landsby/web/garden/rules.py", f"def water{signature}: ...")
    assert positional_booleans(planted) == ["landsby/web/garden/rules.py:1 water(is_wet)"]
