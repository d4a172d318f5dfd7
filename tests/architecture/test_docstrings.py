"""Whoever may call a function is told what it is for."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, modules, none_of

Described = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
SPOKEN_FOR = {"Meta", "Config"}
"""Inner classes whose meaning is their framework's."""
SAID_BY_THE_FILE = {"apps", "urls"}
"""Files that hold one thing, which their name says."""


def undescribed(module: Module) -> list[str]:
    """The module, classes, functions and methods that anybody may use and that say nothing of themselves."""
    if module.parts[-1] in SAID_BY_THE_FILE:
        return []
    without = [] if ast.get_docstring(module.tree) or not module.tree.body else [f"{module.path}:1 the module"]
    return without + [
        f"{module.path}:{node.lineno} {node.name}"
        for node in _public(module.tree)
        if not ast.get_docstring(node) and not _is_overload(node)
    ]


def _public(parent: ast.Module | ast.ClassDef) -> Iterator[Described]:
    for node in parent.body:
        if not isinstance(node, Described) or node.name.startswith("_") or node.name in SPOKEN_FOR:
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node)


def _is_overload(node: Described) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def test_everything_public_says_what_it_is_for():
    none_of(offence for module in modules() for offence in undescribed(module))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("def dig(): ...", ["the module", "dig"]),
        ('"""A garden."""\nclass Bed:\n    """A bed."""\n    def dig(self): ...', ["dig"]),
        ('"""A garden."""\nclass Bed:\n    class Meta: ...', ["Bed"]),
    ],
)
def test_planted_silence_is_found(text, missing):
    planted = Module("landsby/web/garden/models.py", text)
    assert [offence.split(" ", 1)[1] for offence in undescribed(planted)] == missing


def test_what_is_private_may_be_silent():
    assert undescribed(Module("landsby/web/garden/models.py", '"""A garden."""\ndef _dig(): ...')) == []
