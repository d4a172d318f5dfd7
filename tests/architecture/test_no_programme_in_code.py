"""The engine runs any programme, so it knows the ids and names of none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
import yaml

from landsby.blueprint.contents import KINDS
from landsby.blueprint.tests.garden import write
from tests.architecture.source import ROOT, Module, files, modules, none_of, read

PROGRAMMES = ROOT / "landsby" / "definitions" / "programmes"
MADE_UP = ROOT / "tests" / "blueprints"

WORDS_OF_THE_TRADE = frozenset({"roles"})
"""Kinds whose ids are what people are called in every such programme; no code asks for them, since rights are data."""

COMMON_WORDS = frozenset(
    {
        *("phases", "elements", "depths", "topics", "audiences", "professions", "milestones", "checklists", "scales"),
        *("skills", "food_groups", "foods", "materials", "boards", "agreement_templates", "theory_lanes", "figures"),
    }
)
"""Kinds that may be called by a common word: only an id of two words is known to be theirs, and only a long name."""

LONG = 4
"""Words of a name that nobody writes by chance."""


@dataclass(frozen=True)
class Known:
    """What only a programme's own definitions may say.

    Attributes:
        ids: each with where it is defined.
        names: in lower case; of two words or more, since a single one, such as Daycare, belongs to everybody.
    """

    ids: Mapping[str, str]
    names: frozenset[str]

    @cached_property
    def names_from(self) -> Mapping[str, tuple[str, ...]]:
        """The names by their first word, by which few are left to look for in a text."""
        first: dict[str, tuple[str, ...]] = {}
        for name in self.names:
            (word, *_) = re.findall(r"\w+", name)
            first[word] = (*first.get(word, ()), name)
        return first


def known_to(programmes: Path) -> Known:
    """The ids and names of every programme below a folder, and of what each of them defines."""
    ids: dict[str, str] = {}
    names: set[str] = set()
    for programme in sorted(path for path in programmes.iterdir() if path.is_dir()):
        ids[programme.name] = programme.name
        names.update(_names(programme / "blueprint.yaml", 2))
        for kind in sorted(KINDS.keys() - WORDS_OF_THE_TRADE):
            is_common = kind in COMMON_WORDS
            for path in sorted((programme / kind).glob("*.yaml")):
                if "_" in path.stem or not is_common:
                    ids[path.stem] = f"{programme.name}/{kind}"
                names.update(_names(path, LONG if is_common else 2))
    return Known(ids, frozenset(names))


def _names(definition: Path, words: int) -> Iterator[str]:
    """What a definition is called in both languages, if that is so many words."""
    told = yaml.safe_load(definition.read_text(encoding="utf-8"))
    yield from (name.casefold() for name in told["title"].values() if len(name.split()) >= words)


def in_python(module: Module, known: Known) -> list[str]:
    """Where a module says an id (as a whole string or a name in the code) or a name (anywhere in a string)."""
    return [
        f"{module.path}:{getattr(node, 'lineno', 1)} says {word[:60]!r}: {_whose(word, known)}"
        for node in ast.walk(module.tree)
        for word in _words(node)
        if word in known.ids or _speaks_of(word, known)
    ]


def _whose(word: str, known: Known) -> str:
    """Why that may not be said, and what to do."""
    if word not in known.ids:
        return "a name from a programme; let the code ask the definitions"
    return f"an id of {known.ids[word]}; let the code ask the definitions, or give the definition an id of its own"


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
    """Whether a text holds a name from a programme."""
    folded = text.casefold()
    words = set(re.findall(r"\w+", folded))
    return any(name in folded for word in words & known.names_from.keys() for name in known.names_from[word])


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


def test_the_code_knows_no_made_up_programme_either():
    """Tests may: it was made up for them."""
    known = known_to(MADE_UP)
    looked_at = [m for m in modules() if not m.path.startswith("landsby/demo/") and m.path != "landsby/conftest.py"]
    none_of(offence for module in looked_at for offence in in_python(module, known))


def test_every_kind_is_looked_at():
    known = known_to(PROGRAMMES)
    assert {where.split("/")[1] for where in known.ids.values() if "/" in where} >= KINDS.keys() - {
        *WORDS_OF_THE_TRADE,
        *COMMON_WORDS,
    }
    assert KINDS.keys() > COMMON_WORDS | WORDS_OF_THE_TRADE


def test_a_kind_with_common_words_is_known_by_its_long_ids_and_names(tmp_path):
    write(
        tmp_path / "garden",
        {
            "blueprint.yaml": "title: {da: Haven, en: The garden}",
            "phases/spring.yaml": "title: {da: Forår, en: Spring time}",
            "phases/early_spring.yaml": "title: {da: Lige før det bliver grønt, en: Early}",
            "goals/wonder.yaml": "title: {da: At undres, en: Wonder}",
            "roles/head_gardener.yaml": "title: {da: Den der passer det hele, en: Head}",
        },
    )
    known = known_to(tmp_path)
    assert set(known.ids) == {"garden", "early_spring", "wonder"}
    assert known.names == {"lige før det bliver grønt", "at undres", "the garden"}


def test_templates_and_scripts_know_no_programme():
    known = known_to(PROGRAMMES)
    looked_at = [*files(".html", below="landsby"), *files(".js", ".mjs", ".css", below="frontend")]
    none_of(offence for path in looked_at for offence in in_markup(path, read(path), known))


INVENTED = Known(
    {"crab_fishing": "havneby/activity_kinds", "wet_feet": "havneby/goals"},
    frozenset({"crab fishing", "sammen om havneby"}),
)


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
    assert len(in_python(Module("landsby/web/garden/views.py", line), INVENTED)) == 1


@pytest.mark.parametrize("markup", ['{% if kind.id == "crab_fishing" %}', "<h1>Sammen om Havneby</h1>"])
def test_a_planted_programme_is_found_in_markup(markup):
    assert len(in_markup("garden/bed.html", markup, INVENTED)) == 1


def test_other_words_are_left_in_peace():
    assert in_python(Module("landsby/web/garden/views.py", 'kind = "fishing"'), INVENTED) == []
