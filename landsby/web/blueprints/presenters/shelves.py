"""A programme's definitions in chapters, and a search among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landsby.blueprint import Blueprint, Definition
from landsby.blueprint.labels import chapters, kind_name
from landsby.blueprint.texts import texts_in
from landsby.web.kit.text import say


@dataclass(frozen=True)
class Shelf:
    """The definitions of one kind, in reading order."""

    folder: str
    title: str
    about: str
    definitions: Sequence[Definition]


@dataclass(frozen=True)
class Chapter:
    """The shelves that are read about together."""

    id: str
    title: str
    shelves: Sequence[Shelf]


def chapters_of(blueprint: Blueprint, words: str = "") -> list[Chapter]:
    """All that the programme is made of; with words, only what speaks of them. Empty shelves are left out."""
    told = [
        Chapter(
            chapter.id,
            say(chapter.title),
            [shelf for folder in chapter.folders if (shelf := shelf_of(blueprint, folder, words)).definitions],
        )
        for chapter in chapters()
    ]
    return [chapter for chapter in told if chapter.shelves]


def shelf_of(blueprint: Blueprint, folder: str, words: str = "") -> Shelf:
    """The definitions of one kind; with words, only those that speak of them.

    Raises:
        KeyError: for a kind that does not exist.
    """
    name = kind_name(folder)
    found = [each for each in getattr(blueprint, folder).values() if speaks_of(each, words)]
    return Shelf(folder, say(name.many), say(name.about), found)


def speaks_of(definition: Definition, words: str) -> bool:
    """Whether every word stands somewhere in what the definition says, in the reader's language."""
    if not words.strip():
        return True
    told = " ".join(say(text) for _way, text in texts_in(definition)).casefold()
    return all(word in told for word in words.casefold().split())
