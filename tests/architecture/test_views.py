"""A view's first line fetches the thing and the right to it, and a view is short."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import get_resolver

from tests.architecture.source import Module, modules, none_of

ASKS_OTHERWISE = {
    "accounts.callback": "open to whoever comes back from their municipality",
    "accounts.login": "open to whoever goes to their municipality",
    "accounts.password": "one's own",
    "accounts.profile": "one's own",
    "accounts.session_end_others": "one's own",
    "accounts.sessions": "one's own",
    "activities.calendars": "one's own",
    "activities.feed": "open to whoever has the link",
    "activities.unsent": "one's own device's",
    "blueprints.blank": "the same for every operator, and of no programme",
    "blueprints.start": "asks for the operator, since there is no programme yet",
    "home.front": "shows to everybody, and sends members on to what they have joined",
    "home.family": "open to all",
    "home.personas": "open to all, in the demo only",
    "kit.accessibility": "open to all",
    "kit.data_policy": "open to all",
    "kit.device": "open to all, and tells only who asks",
    "kit.health": "open to all",
    "kit.language": "open to all",
    "kit.manifest": "the same for all",
    "kit.service_worker": "the same for all",
    "partnerships.invitation": "open to whoever has the link",
}
"""Views that fetch no thing of a programme, and why."""


def views() -> dict[str, Callable[..., Any]]:
    """The views that are functions, by room and name, as they are written."""
    found = {}
    for callback in _callbacks(get_resolver().url_patterns):
        if not hasattr(callback, "view_class"):
            view = inspect.unwrap(callback)
            room = view.__module__.removeprefix("landsby.web.").split(".", 1)[0]
            found[f"{room}.{view.__name__}"] = view
    return found


def _callbacks(patterns: list[Any]) -> list[Callable[..., Any]]:
    found = []
    for pattern in patterns:
        found += _callbacks(pattern.url_patterns) if hasattr(pattern, "url_patterns") else [pattern.callback]
    return found


def asks_first(source: str) -> bool:
    """Whether a function's first statement calls something named `…_for` with the one who asks."""
    (function,) = ast.parse(textwrap.dedent(source)).body
    assert isinstance(function, ast.FunctionDef)
    first = function.body[1 if ast.get_docstring(function) else 0]
    return any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func).rsplit(".", 1)[-1].endswith("_for")
        and bool(node.args)
        and ast.unparse(node.args[0]) in {"request.user", "pk"}
        for node in ast.walk(first)
    )


def test_every_view_asks_for_the_thing_and_the_right_to_it_first():
    found = views()
    assert len(found) > 30
    none_of(
        f"{name} does not begin with thing_for(request.user, …)"
        for name, view in found.items()
        if name not in ASKS_OTHERWISE and not asks_first(inspect.getsource(view))
    )


def test_the_list_of_views_that_ask_otherwise_is_true():
    found = views()
    none_of(f"{name} is no view any more" for name in ASKS_OTHERWISE if name not in found)
    none_of(name for name in ASKS_OTHERWISE if name in found and asks_first(inspect.getsource(found[name])))


def test_views_do_not_write_by_themselves():
    none_of(offence for module in modules(below="landsby/web") for offence in writes(module))


def writes(module: Module) -> list[str]:
    """Where a view, form or presenter saves, creates or deletes a row without an action."""
    if not {"views", "forms", "presenters"}.intersection(module.parts):
        return []
    verbs = {"save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
    return [
        f"{module.path}:{node.lineno} calls .{node.func.attr}()"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in verbs
        if ast.unparse(node.func.value) not in {"form", "super()"}
    ]


@pytest.mark.parametrize(
    "body",
    [
        "bed = Bed.objects.get(pk=pk)",
        "form = BedForm(request.POST)\n    bed, standing = bed_for(request.user, pk)",
        "bed = bed_for(pk=1, user=someone)",
    ],
)
def test_a_planted_view_is_found(body):
    assert not asks_first(f'def bed(request, pk):\n    """A bed."""\n    {body}')


def test_a_view_that_asks_first_passes():
    assert asks_first('def bed(request, pk):\n    """A bed."""\n    bed, standing = bed_for(request.user, pk, to=DIG)')


def test_a_planted_write_is_found():
    planted = Module("landsby/web/garden/views.py", "bed.save()\nform.save()\nprogramme.beds.create(name='a')")
    assert [offence.rsplit(" ", 1)[1] for offence in writes(planted)] == [".save()", ".create()"]
