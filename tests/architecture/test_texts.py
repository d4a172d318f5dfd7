"""Sentences are whole, and are translated when they are said: never glued, never filled in too early."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, modules, none_of

GETTEXT = {"gettext", "ngettext", "pgettext", "npgettext"}


def offences(module: Module) -> list[str]:
    """Where a module glues a translated sentence, or fixes its language at import."""
    eager, lazy = _names_for(module)
    return [
        *(f"{module.path}:{line} translates a text that is put together" for line in _computed(module, eager | lazy)),
        *(f"{module.path}:{line} glues a translated text to another" for line in _glued(module, eager | lazy)),
        *(f"{module.path}:{line} translates at import; use the lazy form" for line in _at_import(module, eager)),
        *(f"{module.path}:{line} fills in a lazy text at import" for line in _filled_at_import(module, lazy)),
    ]


def _names_for(module: Module) -> tuple[set[str], set[str]]:
    """What the module calls the functions that translate at once, and those that wait."""
    eager, lazy = set(), set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            for name in node.names:
                if name.name.removesuffix("_lazy") in GETTEXT:
                    (lazy if name.name.endswith("_lazy") else eager).add(name.asname or name.name)
    return eager, lazy


def _is_call(node: ast.AST, names: set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def _computed(module: Module, names: set[str]) -> Iterator[int]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and _is_call(node, names) and not isinstance(node.args[0], ast.Constant):
            yield node.lineno


def _glued(module: Module, names: set[str]) -> Iterator[int]:
    for node in ast.walk(module.tree):
        match node:
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                pieces = [left, right]
            case ast.FormattedValue(value=value):
                pieces = [value]
            case _:
                pieces = []
        if any(_is_call(piece, names) for piece in pieces):
            yield node.lineno


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a tree that run when the module is imported."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from _outside_functions(child)


def _at_import(module: Module, eager: set[str]) -> Iterator[int]:
    for node in _outside_functions(module.tree):
        if isinstance(node, ast.Call) and _is_call(node, eager):
            yield node.lineno


def _filled_at_import(module: Module, lazy: set[str]) -> Iterator[int]:
    for node in _outside_functions(module.tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and _is_call(node.left, lazy):
            yield node.lineno


def test_every_sentence_is_whole_and_said_in_the_readers_language():
    none_of(offence for module in modules() for offence in offences(module))


EAGER = "from django.utils.translation import gettext as _\n"
LAZY = "from django.utils.translation import gettext_lazy as _\n"


@pytest.mark.parametrize(
    ("planted", "what"),
    [
        (EAGER + "def f():\n    return _(f'{name} er her')", "put together"),
        (EAGER + "def f():\n    return _('Slags') + ': ' + name", "glues"),
        (EAGER + "def f():\n    return f'{_(\"Slags\")}: {name}'", "glues"),
        (EAGER + "TITLE = _('Log')", "at import; use the lazy form"),
        (LAZY + "class Bed:\n    help = _('%(count)s bede') % {'count': 3}", "fills in a lazy text"),
    ],
)
def test_a_planted_offence_is_found(planted, what):
    found = offences(Module("landsby/web/garden/views.py", planted))
    assert len(found) == 1
    assert what in found[0]


def test_whole_sentences_pass():
    fine = EAGER + "def f():\n    return _('%(count)s bede') % {'count': 3}"
    assert offences(Module("landsby/web/garden/views.py", fine)) == []
    assert offences(Module("landsby/web/garden/models.py", LAZY + "TITLE = _('Bed')")) == []
