"""The page about definitions, kind by kind, in Markdown: written from the models, the labels and what comes along."""

from __future__ import annotations

from collections.abc import Iterator

from landsby.blueprint.blueprint import MANIFEST, Blueprint, Manifest
from landsby.blueprint.codelists import codelist
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds import Ages, Choice, OwnField, Point, Rhythm
from landsby.blueprint.labels import chapters, kind_name
from landsby.blueprint.reference.examples import example_of, sound_blueprints
from landsby.blueprint.reference.fields import DescribedField, described, parts_of
from landsby.blueprint.reference.tables import GROUPS_HEADING, kind_heading, linked, part_heading, table_of
from landsby.blueprint.reference.wording import INTRODUCTION, WORDS
from landsby.blueprint.text import Language
from landsby.blueprint.values import Frozen

SHARED = (Point, OwnField, Choice, Rhythm, Ages)
"""The parts that several kinds have; they are explained once."""


def reference_page(lang: Language) -> str:
    """The whole page in one language."""
    return "\n\n".join(_blocks(lang, tuple(sound_blueprints()))) + "\n"


def _blocks(lang: Language, sound: tuple[Blueprint, ...]) -> Iterator[str]:
    say = {name: text.say(lang) for name, text in WORDS.items()}
    yield INTRODUCTION.say(lang)
    yield from _contents(lang)
    yield f"## {say['common']}"
    yield say["common_about"]
    yield table_of(described(Definition), lang)
    yield f"## {say['manifest']}"
    yield say["manifest_about"]
    yield table_of(described(Manifest), lang)
    yield from _example(MANIFEST, lang, sound)
    for chapter in chapters():
        yield f"## {chapter.title.say(lang)}"
        for folder in chapter.folders:
            yield from _kind(folder, lang, sound)
    yield f"## {say['shared']}"
    yield say["shared_about"]
    for part in SHARED:
        yield f"### {part_heading(part.__name__, lang)}"
        yield table_of(described(part), lang)
    yield f"## {GROUPS_HEADING.say(lang)}"
    yield say["codelists_about"]
    yield "\n".join(f"- `{group.id}`: {group.title.say(lang)}" for group in codelist("actor_groups").values())


def _contents(lang: Language) -> Iterator[str]:
    """The chapters, with a link to each kind."""
    for chapter in chapters():
        links = "\n".join(f"- {linked(kind_heading(folder, lang))}" for folder in chapter.folders)
        yield f"{chapter.title.say(lang)}:\n\n{links}"


def _kind(folder: str, lang: Language, sound: tuple[Blueprint, ...]) -> Iterator[str]:
    """One kind: what it is, its own fields, the parts that only it has, and an example."""
    kind = KINDS[folder]
    yield f"### {kind_heading(folder, lang)}"
    yield kind_name(folder).about.say(lang)
    own = own_fields(kind)
    yield table_of(own, lang) if own else WORDS["nothing_more"].say(lang)
    for part in parts_of(kind):
        if part not in SHARED:
            fields = ", ".join(f"`{name}`" for name in _fields_with(kind, part))
            yield WORDS["within"].filled(fields=fields).say(lang)
            yield table_of(described(part), lang)
    yield from _example(folder, lang, sound)


def own_fields(kind: type[Definition]) -> tuple[DescribedField, ...]:
    """The fields that a kind has beyond those of all definitions, or in another meaning."""
    common = set(described(Definition))
    return tuple(field for field in described(kind) if field not in common)


def _fields_with(kind: type[Frozen], part: type[Frozen]) -> Iterator[str]:
    """The names of the fields, in a kind and its parts, that hold a part."""
    for owner in (kind, *parts_of(kind)):
        yield from (field.name for field in described(owner) if field.sort.part is part)


def _example(folder: str, lang: Language, sound: tuple[Blueprint, ...]) -> Iterator[str]:
    example = example_of(folder, sound)
    if example is not None:
        yield WORDS["example"].filled(path=f"`{example.path}`").say(lang)
        yield f"```yaml\n{example.content.rstrip()}\n```"
