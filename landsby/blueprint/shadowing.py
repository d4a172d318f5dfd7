"""Texts that a later version says otherwise, while a programme has its own words over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from landsby.blueprint.adaptation import Adaptation
from landsby.blueprint.blueprint import MANIFEST, Blueprint
from landsby.blueprint.change import Change, FieldChange
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Described
from landsby.blueprint.editable import editable_texts
from landsby.blueprint.renaming import Renames


def shadowed(
    before: Blueprint, after: Blueprint, adaptations: Iterable[Adaptation], renames: Renames
) -> Iterator[Change]:
    """What the later version says anew and nobody would see, for the programme's own words hold.

    Args:
        before: the earlier version, without adaptations; `after` is the later.
        adaptations: by the ids of the later version.
        renames: what definitions of the earlier version are called in the later one.
    """
    former = {(folder, new): old for (folder, old), new in renames.items()}
    for ours in adaptations:
        earlier = described_in(before, ours.folder, former.get((ours.folder, ours.id), ours.id))
        later = described_in(after, ours.folder, ours.id)
        if earlier is None or later is None:
            continue
        was = {each.path: each for each in editable_texts(earlier)}
        fields = tuple(
            FieldChange(each.labels, was[each.path].text, each.text)
            for each in editable_texts(later)
            if each.path in ours.patch.get("set", {}) and each.path in was and was[each.path].text != each.text
        )
        if fields:
            yield Change("changed", ours.folder, ours.id, later.title, "", fields)


def described_in(blueprint: Blueprint, folder: str, id_: str) -> Described | None:
    """A definition, or what the blueprint says of itself; None where there is none."""
    if folder == MANIFEST:
        return blueprint.manifest if id_ == blueprint.id else None
    return getattr(blueprint, folder).get(id_) if folder in KINDS else None
