"""A search among a programme's definitions: what is called so first, then what speaks of it, and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from landsby.blueprint import Blueprint, Definition
from landsby.blueprint.contents import KINDS
from landsby.blueprint.document import Way
from landsby.blueprint.labels import chapters, kind_name
from landsby.blueprint.texts import texts_in
from landsby.web.blueprints.presenters.facts import anchor_of
from landsby.web.kit.search.wording import beginnings
from landsby.web.kit.text import say

AROUND = 60
"""So many letters on each side of what was found are enough to know the place again."""


@dataclass(frozen=True)
class Hit:
    """A definition that was found.

    Attributes:
        kind: what such a thing is called.
        excerpt: the words around what was found, where the title does not hold it.
        anchor: where on the definition's page that stands; "" for the page itself.
    """

    folder: str
    definition: Definition
    kind: str
    excerpt: str = ""
    anchor: str = ""


def hits_in(blueprint: Blueprint, typed: str) -> list[Hit]:
    """What holds every word that was typed, each from its beginning; those whose title does stand first."""
    words = [re.compile(rf"\b(?:{'|'.join(map(re.escape, starts))})", re.IGNORECASE) for starts in beginnings(typed)]
    if not words:
        return []
    told = ((folder, each, _texts(each)) for folder, each in _in_reading_order(blueprint))
    hits = [
        Hit(folder, each, say(kind_name(folder).one), *_excerpt(each, texts, words))
        for folder, each, texts in told
        if all(any(word.search(text) for _way, text in texts) for word in words)
    ]
    return sorted(hits, key=lambda hit: bool(hit.excerpt))


def adapted_in(blueprint: Blueprint, keys: Collection[tuple[str, str]]) -> list[Hit]:
    """The definitions of some folders and ids, in reading order."""
    known = _in_reading_order(blueprint)
    return [Hit(folder, each, say(kind_name(folder).one)) for folder, each in known if (folder, each.id) in keys]


def _in_reading_order(blueprint: Blueprint) -> Iterator[tuple[str, Definition]]:
    folders = dict.fromkeys([*(folder for chapter in chapters() for folder in chapter.folders), *KINDS])
    for folder in folders:
        for definition in getattr(blueprint, folder).values():
            yield folder, definition


def _texts(definition: Definition) -> list[tuple[Way, str]]:
    """All that it says in the reader's language, its title first, each with the way to it."""
    title = (("title",), say(definition.title))
    others = ((way, say(text)) for way, text in texts_in(definition) if way != ("title",))
    return [title, *others]


def _excerpt(
    definition: Definition, texts: Sequence[tuple[Way, str]], words: Sequence[re.Pattern[str]]
) -> tuple[str, str]:
    """The words around what the title does not hold, and the anchor of the part in which they stand."""
    (_way, title), *others = texts
    missing = next((word for word in words if not word.search(title)), None)
    if missing is None:
        return "", ""
    way, text, found = next((way, text, found) for way, text in others if (found := missing.search(text)))
    first, last = max(0, found.start() - AROUND), min(len(text), found.end() + AROUND)
    excerpt = f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"
    return excerpt, anchor_of(_part_at(definition, way))


def _part_at(definition: Definition, way: Way) -> str:
    """The innermost part with an id that a way leads into, named by ids; "" where there is none."""
    at: Any = definition
    path: list[str] = []
    named: list[str] = []
    for step in way:
        at = at[step] if isinstance(step, int) else getattr(at, step)
        path.append(str(getattr(at, "id", "")) if isinstance(step, int) else step)
        if isinstance(step, int) and hasattr(at, "id"):
            named = list(path)
    return ".".join(named) if all(named) else ""
