"""A search among a programme's definitions: what is called so first, then what speaks of it, and where."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from landsby.blueprint import Blueprint, Definition
from landsby.blueprint.contents import KINDS
from landsby.blueprint.labels import chapters, kind_name
from landsby.blueprint.texts import texts_in
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
    """

    folder: str
    definition: Definition
    kind: str
    excerpt: str = ""


def hits_in(blueprint: Blueprint, typed: str) -> list[Hit]:
    """What holds every word that was typed, each from its beginning; those whose title does stand first."""
    words = [re.compile(rf"\b(?:{'|'.join(map(re.escape, starts))})", re.IGNORECASE) for starts in beginnings(typed)]
    if not words:
        return []
    told = ((folder, each, _texts(each)) for folder, each in _in_reading_order(blueprint))
    hits = [
        Hit(folder, each, say(kind_name(folder).one), _excerpt(texts, words))
        for folder, each, texts in told
        if all(any(word.search(text) for text in texts) for word in words)
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


def _texts(definition: Definition) -> list[str]:
    """All that it says in the reader's language, its title first."""
    title = say(definition.title)
    others = (say(text) for way, text in texts_in(definition) if way != ("title",))
    return [title, *others]


def _excerpt(texts: Sequence[str], words: Sequence[re.Pattern[str]]) -> str:
    title, *others = texts
    missing = next((word for word in words if not word.search(title)), None)
    if missing is None:
        return ""
    text, found = next((text, found) for text in others if (found := missing.search(text)))
    first, last = max(0, found.start() - AROUND), min(len(text), found.end() + AROUND)
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"
