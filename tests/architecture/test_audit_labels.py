"""What somebody searched for or typed does not get into the audit by way of a label."""

from __future__ import annotations

import ast

import pytest

from tests.architecture.source import Module, modules, none_of

LABELLED = {"record": "label", "record_many": "label", "record_each": "label", "export_listing": "name"}
"""What writes to the audit, and the argument that becomes the entry's label."""

TYPED = {"GET", "POST", "FILES", "COOKIES", "META", "body", "urlencode", "get_full_path", "cleaned_data", "params"}
"""The attributes through which a request's data come."""


def _is_typed(expression: ast.AST, tainted: set[str]) -> bool:
    return any(
        (isinstance(node, ast.Attribute) and node.attr in TYPED) or (isinstance(node, ast.Name) and node.id in tainted)
        for node in ast.walk(expression)
    )


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def typed_labels(module: Module) -> list[str]:
    """Where a label is made of what a request carries, straight or through a name in the same function."""
    found = []
    for function in module.functions():
        tainted: set[str] = set()
        for node in sorted(ast.walk(function), key=lambda node: getattr(node, "lineno", 0)):
            if isinstance(node, ast.Assign) and _is_typed(node.value, tainted):
                tainted.update(target.id for target in node.targets if isinstance(target, ast.Name))
            if isinstance(node, ast.Call) and _called(node) in LABELLED:
                label = next((k.value for k in node.keywords if k.arg == LABELLED[_called(node)]), None)
                if label is not None and _is_typed(label, tainted):
                    found.append(f"{module.path}:{node.lineno} {_called(node)}() has a label of what was typed")
    return found


def test_no_label_is_made_of_what_a_request_carries():
    none_of(offence for module in modules(below="landsby/web") for offence in typed_labels(module))


def test_there_are_labels_to_look_at():
    calls = [
        node
        for module in modules(below="landsby/web")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _called(node) in LABELLED
    ]
    assert len(calls) >= 5


@pytest.mark.parametrize(
    "body",
    [
        'record_many(by=by, act=act, what=Bed, label=request.GET.urlencode(), programme="", rows=1)',
        'asked = request.GET.get("q")\n    record_many(by=by, act=act, what=Bed, label=f"beds {asked}", rows=1)',
        'export_listing(listing=listing, form="csv", name=form.cleaned_data["q"], by=by, programme="")',
    ],
)
def test_a_planted_label_is_found(body):
    planted = Module("landsby/web/garden/views.py", f"def export_beds(request, form, by):\n    {body}\n")
    assert len(typed_labels(planted)) == 1


def test_a_label_of_the_programmes_own_words_passes():
    body = 'name = f"beds-{programme.slug}"\n    record_many(by=by, act=act, what=Bed, label=name, rows=1)'
    assert typed_labels(Module("landsby/web/garden/views.py", f"def export_beds(request, by):\n    {body}\n")) == []
