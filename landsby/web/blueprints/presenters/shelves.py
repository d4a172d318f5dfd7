"""A programme's definitions in chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landsby.blueprint import Blueprint, Definition
from landsby.blueprint.labels import chapters, kind_name
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


def chapters_of(blueprint: Blueprint) -> list[Chapter]:
    """All that the programme is made of; empty shelves are left out."""
    told = [
        Chapter(
            chapter.id,
            say(chapter.title),
            [shelf for folder in chapter.folders if (shelf := shelf_of(blueprint, folder)).definitions],
        )
        for chapter in chapters()
    ]
    return [chapter for chapter in told if chapter.shelves]


def shelf_of(blueprint: Blueprint, folder: str) -> Shelf:
    """The definitions of one kind.

    Raises:
        KeyError: for a kind that does not exist.
    """
    name = kind_name(folder)
    return Shelf(folder, say(name.many), say(name.about), list(getattr(blueprint, folder).values()))
