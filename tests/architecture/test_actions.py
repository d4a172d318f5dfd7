"""Writes are verbs with an author: keyword-only, `by=` required, one transaction, audit row inside."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import Module, modules, none_of

AUDIT = {"record", "record_each", "record_many"}


def is_of_actions(module: Module) -> bool:
    """Whether the module is a room's `actions.py`, or lies in its folder `actions/`."""
    return "actions" in module.parts


def offences(module: Module) -> list[str]:
    """What is wrong with the public functions of an actions module."""
    if not is_of_actions(module):
        return []
    return [
        f"{module.path}:{function.lineno} {function.name} {wrong}"
        for function in module.public_functions()
        for wrong in _wrongs(function, module)
    ]


def _wrongs(function: ast.FunctionDef, module: Module) -> list[str]:
    arguments = function.args
    required = {
        argument.arg
        for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if default is None
    }
    found = []
    if arguments.args or arguments.posonlyargs or arguments.vararg:
        found.append("takes positional arguments")
    if "by" not in required:
        found.append("has no required `by`")
    if not any("atomic" in ast.unparse(decorator) for decorator in function.decorator_list):
        found.append("is not atomic")
    if not _leaves_a_trace(function, module):
        found.append("writes no audit row")
    return found


def _leaves_a_trace(function: ast.FunctionDef, module: Module) -> bool:
    """Whether the function calls the audit: by itself, through its own module, or through another action."""
    inside = {node.name: node for node in module.tree.body if isinstance(node, ast.FunctionDef)}
    seen: set[str] = set()
    open_ends = [function]
    while open_ends:
        for node in ast.walk(open_ends.pop()):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            passes_author_on = any(keyword.arg == "by" for keyword in node.keywords)
            if node.func.id in AUDIT or (passes_author_on and node.func.id not in inside):
                return True
            if node.func.id in inside and node.func.id not in seen:
                seen.add(node.func.id)
                open_ends.append(inside[node.func.id])
    return False


def test_every_action_names_its_author_and_leaves_a_trace():
    none_of(offence for module in modules(below="landsby/web") for offence in offences(module))


def test_there_are_actions_to_look_at():
    assert sum(is_of_actions(module) for module in modules(below="landsby/web")) >= 4


GOOD = """
@transaction.atomic
def dig(*, bed, by):
    record(by=by, act=Act.CHANGED, thing=bed)
"""


def test_a_good_action_passes():
    assert offences(Module("landsby/web/garden/actions.py", GOOD)) == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (("(*, bed, by)", "(bed, *, by)"), "takes positional arguments"),
        (("(*, bed, by)", "(*, bed, by=None)"), "has no required `by`"),
        (("@transaction.atomic", ""), "is not atomic"),
        (("record(by=by, act=Act.CHANGED, thing=bed)", "bed.save()"), "writes no audit row"),
    ],
)
def test_a_planted_action_is_found(change, wrong):
    planted = Module("landsby/web/garden/actions.py", GOOD.replace(*change))
    assert [offence.split(" dig ")[1] for offence in offences(planted)] == [wrong]
