"""Small things with good names: a ratchet on the size of modules, functions, templates and test files.

A soft limit may be passed only by what `sizes.yaml` names, with a reason; a hard limit by nothing. The
list may only shrink: an entry holds the size of the day it was written, and is wrong as soon as the
thing has become larger or smaller.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from tests.architecture.source import ROOT, Module, files, modules, none_of, read

EXCEPTIONS = ROOT / "tests" / "architecture" / "sizes.yaml"


class Limit(NamedTuple):
    """The most lines, softly and hard."""

    soft: int
    hard: int


MODULE, FUNCTION, TEMPLATE, TEST = Limit(250, 400), Limit(25, 60), Limit(80, 160), Limit(300, 600)


class Sized(NamedTuple):
    """Something with a size."""

    name: str
    lines: int
    limit: Limit


def sizes_in(module: Module) -> Iterator[Sized]:
    """The module and its functions; a function's own docstring is not counted against it."""
    yield Sized(module.path, len(module.text.splitlines()), TEST if module.is_test else MODULE)
    if module.is_test:
        return
    for function in module.functions():
        yield Sized(f"{module.path}:{function.name}", _lines(function) - _docstring_lines(function), FUNCTION)


def _lines(node: ast.stmt | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _docstring_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return _lines(function.body[0]) if ast.get_docstring(function) else 0


def all_sizes() -> Iterator[Sized]:
    """Everything in the repository that has a limit."""
    for folder in ("landsby", "tests", "tools"):
        for module in modules(below=folder, with_tests=True):
            yield from sizes_in(module)
    for path in files(".html", below="landsby"):
        yield Sized(path, len(read(path).splitlines()), TEMPLATE)


def complaints(sized: Iterator[Sized], exceptions: dict[str, int]) -> list[str]:
    """What passes a limit without leave, and what the list says that is no longer so."""
    large = {item.name: item for item in sized if item.lines > item.limit.soft}
    found = [
        f"{name} has {item.lines} lines, the hard limit is {item.limit.hard}: split it by concept"
        for name, item in large.items()
        if item.lines > item.limit.hard
    ]
    for name, item in large.items():
        if name not in exceptions:
            found.append(f"{name} has {item.lines} lines, the soft limit is {item.limit.soft}: split it")
        elif item.lines > exceptions[name]:
            found.append(f"{name} has grown from {exceptions[name]} to {item.lines} lines: split it")
        elif item.lines < exceptions[name]:
            found.append(f"{name} has shrunk to {item.lines} lines: write that in sizes.yaml")
    found += [f"{name} is within its limit now: take it out of sizes.yaml" for name in exceptions if name not in large]
    return found


def test_everything_is_small():
    listed = yaml.safe_load(EXCEPTIONS.read_text(encoding="utf-8"))
    exceptions = {name: entry["lines"] for name, entry in listed["exceptions"].items()}
    assert all(entry["because"].strip() for entry in listed["exceptions"].values())
    assert len(exceptions) == listed["at_most"], "the list of exceptions may only shrink, and says so"
    none_of(complaints(all_sizes(), exceptions))


def test_a_planted_giant_is_found():
    giant = Module("landsby/web/garden/actions.py", "def dig():\n" + "    spade()\n" * 400)
    assert [message.split(" has ")[0] for message in complaints(sizes_in(giant), {})] == [
        "landsby/web/garden/actions.py",
        "landsby/web/garden/actions.py:dig",
        "landsby/web/garden/actions.py",
        "landsby/web/garden/actions.py:dig",
    ]


def test_the_list_may_only_shrink():
    sized = [Sized("a.py", 260, MODULE), Sized("b.py", 270, MODULE), Sized("c.py", 20, MODULE)]
    assert complaints(iter(sized), {"a.py": 255, "b.py": 280, "c.py": 251}) == [
        "a.py has grown from 255 to 260 lines: split it",
        "b.py has shrunk to 270 lines: write that in sizes.yaml",
        "c.py is within its limit now: take it out of sizes.yaml",
    ]


def test_a_docstring_does_not_make_a_function_long():
    told = Module("landsby/web/garden/rules.py", 'def rule():\n    """Why.\n' + "\n" * 40 + '    """\n    return 1\n')
    assert [item.lines for item in sizes_in(told)][1] == 2
