"""From one version to the next: which ids became which, and what else a definition takes with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from landsby.blueprint.adaptation import Adaptation, Patch
from landsby.blueprint.blueprint import Blueprint
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Definition
from landsby.blueprint.links import references, written_references

_LIKE = 0.65
"""From here on two ids or titles are alike enough to ask about: colour and colours are, goal and role are not."""

Renames = Mapping[tuple[str, str], str]
"""What a definition, by folder and former id, is called now."""

Key = tuple[str, str]
"""A definition by folder and id."""


def vanished(before: Blueprint, after: Blueprint) -> list[Key]:
    """The definitions whose ids the later version does not have."""
    return [(folder, id_) for folder in KINDS for id_ in getattr(before, folder) if id_ not in getattr(after, folder)]


def appeared(before: Blueprint, after: Blueprint) -> list[Key]:
    """The definitions whose ids the earlier version did not have: what a vanished one may be called now."""
    return vanished(after, before)


def told_renames(before: Blueprint, after: Blueprint) -> dict[Key, str]:
    """The renames that the later version tells of by ``formerly``, one to one.

    Where a definition has taken over from several that were in use, it is the first of them; what
    was recorded under the others stays under their own names.
    """
    found: dict[Key, str] = {}
    for folder, id_ in appeared(before, after):
        known, gone = getattr(before, folder), getattr(after, folder)
        for former in getattr(after, folder)[id_].formerly:
            if former in known and former not in gone and (folder, former) not in found:
                found[folder, former] = id_
                break
    return found


def likely_renames(before: Blueprint, after: Blueprint) -> dict[Key, str]:
    """What the later version tells, and what it calls by the very same title: to be looked at by people."""
    told = told_renames(before, after)
    taken = {(folder, new) for (folder, _former), new in told.items()}
    free = [key for key in appeared(before, after) if key not in taken]
    by_title: dict[tuple[str, str], list[str]] = {}
    for folder, id_ in free:
        by_title.setdefault((folder, getattr(after, folder)[id_].title.da), []).append(id_)
    for folder, id_ in vanished(before, after):
        same = by_title.get((folder, getattr(before, folder)[id_].title.da), [])
        if (folder, id_) not in told and len(same) == 1:
            told[folder, id_] = same.pop()
    return told


def similar_new(before: Blueprint, after: Blueprint) -> dict[Key, str]:
    """What a vanished definition may be called now, though the later version says nothing of it: a hint to its author.

    Each new definition is offered once, to the one that is most like it in id or in title.
    """
    told = told_renames(before, after)
    taken = {(folder, new) for (folder, _former), new in told.items()}
    free = [key for key in appeared(before, after) if key not in taken]
    likeness = {
        (gone, new): _likeness(before, gone, after, new)
        for gone in vanished(before, after)
        if gone not in told
        for new in free
        if new[0] == gone[0]
    }
    found: dict[Key, str] = {}
    for (gone, new), like in sorted(likeness.items(), key=lambda each: -each[1]):
        if like >= _LIKE and gone not in found and new not in taken:
            found[gone] = new[1]
            taken.add(new)
    return found


def _likeness(before: Blueprint, gone: Key, after: Blueprint, new: Key) -> float:
    """How alike the ids or the titles of two definitions are, from 0 to 1."""
    was: Definition = getattr(before, gone[0])[gone[1]]
    now: Definition = getattr(after, new[0])[new[1]]
    pairs = ((was.id, now.id), (was.title.da, now.title.da), (was.title.en, now.title.en))
    return max(SequenceMatcher(None, one.casefold(), other.casefold()).ratio() for one, other in pairs)


def needed_by(blueprint: Blueprint, wanted: Iterable[Key], among: Iterable[Key]) -> list[Key]:
    """The wanted definitions, and those among some others that they refer to, near or far."""
    others, queue, found = set(among), list(wanted), dict[Key, None]()
    while queue:
        key = queue.pop()
        if key in found:
            continue
        found[key] = None
        definition: Definition = getattr(blueprint, key[0])[key[1]]
        queue.extend((mark.to, id_) for _way, mark, id_ in references(definition) if (mark.to, id_) in others)
    return list(found)


def with_renamed(adaptations: Iterable[Adaptation], renames: Renames) -> list[Adaptation]:
    """The adaptations, each laid on what its definition is called now and referring to others by their new ids."""
    return [
        replace(each, id=renames.get((each.folder, each.id), each.id), patch=_renamed_in(each, renames))
        for each in adaptations
    ]


def _renamed_in(adaptation: Adaptation, renames: Renames) -> Patch:
    """The patch with the references inside it renamed."""
    if adaptation.folder not in KINDS:
        return adaptation.patch
    patch = deepcopy(dict(adaptation.patch))
    for sort in ("own", "kept"):
        if sort in patch:
            patch[sort] = renamed_data(adaptation.folder, patch[sort], renames)
    for path, value in patch.get("set", {}).items():
        if "." not in path:
            patch["set"][path] = renamed_data(adaptation.folder, {path: value}, renames)[path]
    for path, items in patch.get("add", {}).items():
        if "." not in path:
            patch["add"][path] = renamed_data(adaptation.folder, {path: items}, renames)[path]
    return patch


def renamed_data(folder: str, data: Mapping[str, Any], renames: Renames) -> dict[str, Any]:
    """A definition's data with the references in it renamed, and its own id too."""
    made: dict[str, Any] = deepcopy(dict(data))
    for way, mark, id_ in list(written_references(KINDS[folder], made)):
        if (mark.to, id_) in renames:
            at: Any = made
            for step in way[:-1]:
                at = at[step]
            at[way[-1]] = renames[mark.to, id_]
    if "id" in made:
        made["id"] = renames.get((folder, made["id"]), made["id"])
    return made
