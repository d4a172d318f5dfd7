"""The repository as the guards read it: its committed files, and its Python as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Module:
    """One Python file, or a piece of Python that pretends to be one."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return _tree(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """The path's parts, without the suffix."""
        return Path(self.path).with_suffix("").parts

    @property
    def is_test(self) -> bool:
        """Whether it stands among tests."""
        return "tests" in self.parts or self.parts[-1] == "conftest"

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def names(self) -> set[str]:
        """The names of its functions, classes and methods."""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        return {node.name for node in ast.walk(self.tree) if isinstance(node, kinds)}

    def public_functions(self) -> Iterator[ast.FunctionDef]:
        """The functions at the top that others may call."""
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield node


@cache
def _tree(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def files(*suffixes: str, below: str = "") -> tuple[str, ...]:
    """The repository's files as paths from its root: all that git does not ignore and that exist.

    Args:
        suffixes: such as ``.py``; none means every file.
        below: a folder such as ``landsby/web``.
    """
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", below or "."],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    found = sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})
    return tuple(name for name in found if not suffixes or name.endswith(suffixes))


def read(path: str) -> str:
    """The text of a file, given by its path from the root."""
    return (ROOT / path).read_text(encoding="utf-8")


def modules(*, below: str = "landsby", with_tests: bool = False) -> list[Module]:
    """The Python modules below a folder, without migrations."""
    found = [Module(path, read(path)) for path in files(".py", below=below)]
    return [m for m in found if "migrations" not in m.parts and (with_tests or not m.is_test)]


def none_of(offences: Iterable[str]) -> None:
    """Fail with every offence on a line of its own, if there is any."""
    found = list(offences)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
