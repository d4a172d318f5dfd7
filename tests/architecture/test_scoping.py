"""Rows are reached through the words of access: `.objects` stands only where scoping is decided."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import Module, modules, none_of

MANAGERS = {"objects", "_default_manager", "_base_manager"}
MAY_HOLD_MANAGERS = {"models", "access", "actions", "admin", "retention", "management", "audit"}
"""The files (or folders) of a room in which rows may be fetched from a whole table.

`retention` finds what has expired and `audit` writes the kit's own log; neither shows a row to anybody.
"""

ORM_VERBS = {"filter", "exclude", "annotate", "aggregate", "order_by", "values_list", "select_related"}
SPEAK_IN_WORDS = {"views", "forms", "presenters", "urls"}


def is_in(module: Module, names: set[str]) -> bool:
    """Whether the module is one of these files of a room, or lies in a folder of that name."""
    return bool(names.intersection(part for part in module.parts[2:]))


def managers_used(module: Module) -> list[str]:
    """Where a module takes rows from a whole table without being allowed to."""
    if is_in(module, MAY_HOLD_MANAGERS):
        return []
    return [
        f"{module.path}:{node.lineno} uses .{node.attr}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS
    ]


def filters_used(module: Module) -> list[str]:
    """Where a view, form or presenter filters rows instead of naming the set that it means."""
    if not is_in(module, SPEAK_IN_WORDS):
        return []
    return [
        f"{module.path}:{node.lineno} calls .{node.func.attr}()"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ORM_VERBS
    ]


def test_whole_tables_are_read_only_where_scoping_is_decided():
    none_of(offence for module in modules(below="landsby/web") for offence in managers_used(module))


def test_views_forms_and_presenters_read_in_words():
    none_of(offence for module in modules(below="landsby/web") for offence in filters_used(module))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("landsby/web/garden/views.py", "beds = Bed.objects.all()"),
        ("landsby/web/garden/presenters.py", "beds = self.model._default_manager"),
        ("landsby/web/garden/views/beds.py", "first = Bed.objects.first()"),
    ],
)
def test_a_planted_manager_is_found(path, line):
    assert managers_used(Module(path, line)) != []


def test_a_planted_filter_is_found():
    planted = Module("landsby/web/garden/views.py", "ripe = programme.beds.filter(is_ripe=True)")
    assert filters_used(planted) == ["landsby/web/garden/views.py:1 calls .filter()"]


def test_access_and_words_are_left_in_peace():
    assert managers_used(Module("landsby/web/garden/access.py", "Bed.objects.of(programme)")) == []
    assert filters_used(Module("landsby/web/garden/views.py", "programme.beds.ripe().newest_first()")) == []
