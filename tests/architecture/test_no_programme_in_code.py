"""The engine runs any programme, so it knows the ids and names of none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.architecture.source import ROOT, Module, files, modules, none_of, read

PROGRAMMES = ROOT / "landsby" / "definitions" / "programmes"
SECTIONS = ("goals", "tracks", "activity_kinds", "offers", "instruments")


@dataclass(frozen=True)
class Known:
    """What only a programme's own definitions may say."""

    ids: frozenset[str]
    names: frozenset[str]


def known_to(programmes: Path) -> Known:
    """The ids and names of every programme below a folder, and of what each of them defines."""
    ids, names = set(), set()
    for programme in sorted(path for path in programmes.iterdir() if path.is_dir()):
        ids.add(programme.name)
        definitions = [programme / "blueprint.yaml"]
        for section in SECTIONS:
            found = sorted((programme / section).glob("*.yaml"))
            ids.update(path.stem for path in found)
            definitions += found
        names.update(name for path in definitions for name in _names(path))
    return Known(frozenset(ids), frozenset(name.casefold() for name in names))


def _names(definition: Path) -> Iterator[str]:
    told = yaml.safe_load(definition.read_text(encoding="utf-8"))
    yield from told["title"].values()


def in_python(module: Module, known: Known) -> list[str]:
    """Where a module says an id (as a whole string or a name in the code) or a name (anywhere in a string)."""
    return [
        f"{module.path}:{getattr(node, 'lineno', 1)} says {word[:60]!r}"
        for node in ast.walk(module.tree)
        for word in _words(node)
        if word in known.ids or _speaks_of(word, known)
    ]


def _words(node: ast.AST) -> Iterator[str]:
    """What a node of the syntax tree says: its string, or the name that it gives or uses."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
            yield name
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.keyword(arg=str(name)):
            yield name


def _speaks_of(text: str, known: Known) -> bool:
    """Whether a text holds a name of two words or more. A single word, such as Daycare, belongs to everybody."""
    folded = text.casefold()
    return any(" " in name and name in folded for name in known.names)


def in_markup(path: str, text: str, known: Known) -> list[str]:
    """Where a template or script quotes an id, or speaks of a name."""
    quoted = [word for word in re.findall(r"""["']([^"'\n]+)["']""", text) if word in known.ids]
    return [f"{path} says {word!r}" for word in quoted] + (
        [f"{path} names a programme"] if _speaks_of(text, known) else []
    )


def test_the_code_knows_no_programme():
    known = known_to(PROGRAMMES)
    assert len(known.ids) > 30
    looked_at = [m for m in modules(with_tests=True) if not m.path.startswith("landsby/demo/")]
    none_of(offence for module in looked_at for offence in in_python(module, known))


def test_templates_and_scripts_know_no_programme():
    known = known_to(PROGRAMMES)
    looked_at = [*files(".html", below="landsby"), *files(".js", ".mjs", ".css", below="frontend")]
    none_of(offence for path in looked_at for offence in in_markup(path, read(path), known))


MADE_UP = Known(frozenset({"crab_fishing", "wet_feet"}), frozenset({"crab fishing", "sammen om havneby"}))


@pytest.mark.parametrize(
    "line",
    [
        'activity.kind == "crab_fishing"',
        "def crab_fishing(): ...",
        "count(wet_feet=3)",
        'title = _("Bliv klog på Crab Fishing i dag")',
    ],
)
def test_a_planted_programme_is_found_in_python(line):
    assert len(in_python(Module("landsby/web/garden/views.py", line), MADE_UP)) == 1


@pytest.mark.parametrize("markup", ['{% if kind.id == "crab_fishing" %}', "<h1>Sammen om Havneby</h1>"])
def test_a_planted_programme_is_found_in_markup(markup):
    assert len(in_markup("garden/bed.html", markup, MADE_UP)) == 1


def test_other_words_are_left_in_peace():
    assert in_python(Module("landsby/web/garden/views.py", 'kind = "fishing"'), MADE_UP) == []
