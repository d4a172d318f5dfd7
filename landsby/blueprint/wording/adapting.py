"""Why a local adaptation does not fit the version that it is laid over, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.blueprint.wording.entry import Wording, wording

ADAPTING: Mapping[str, Wording] = {
    "definition_gone": wording(
        ("Skabelonen har ikke længere »{id}« under {folder}.", "Tag tilpasningen væk, eller knyt den til en anden."),
        ("The blueprint no longer has “{id}” under {folder}.", "Take the adaptation away, or tie it to another."),
    ),
    "part_gone": wording(
        ("Punktet »{id}« er her ikke længere.", "Tag tilpasningen væk, eller tilføj punktet som jeres eget."),
        ("The item “{id}” is no longer here.", "Take the adaptation away, or add the item as your own."),
    ),
    "part_taken": wording(
        ("Skabelonen har nu selv et punkt med id'et »{id}«.", "Tilføj jeres eget punkt igen; det får et nyt id."),
        ("The blueprint now has an item of its own with the id “{id}”.", "Add yours again; it gets a new id."),
    ),
    "definition_taken": wording(
        ("Skabelonen har nu selv en definition, der hedder »{id}«.", "Giv jeres egen et andet id."),
        ("The blueprint now has a definition of its own called “{id}”.", "Give yours another id."),
    ),
    "id_is_fixed": wording(
        ("Et id kan ikke tilpasses; det er det, der registreres med.", "Ret navnet (title) i stedet."),
        ("An id cannot be adapted; records are made by it.", "Change the name (title) instead."),
    ),
    "no_list": wording(
        ("»{path}« er ikke en liste, der kan tilføjes til.", "Ret teksten i stedet for at tilføje."),
        ("“{path}” is not a list that can be added to.", "Change the text instead of adding."),
    ),
}
"""By code. These are told of adaptations alone; what the loader finds is told in its own words."""
