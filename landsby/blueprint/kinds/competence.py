"""A competence: what professionals learn together, and who should have learnt it."""

from __future__ import annotations

from typing import Annotated

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Id, Refers


class Profession(Definition):
    """What people are by training or by work, as programmes count them."""


class Competence(Definition):
    """Something that staff or leaders are taught."""

    professions: Annotated[tuple[Id, ...], Refers("professions")] = ()
    """The professions that should have it; empty for all."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors whose people should have it."""
    activity_kinds: Annotated[tuple[Id, ...], Refers("activity_kinds")] = ()
    """The kinds of activity in which it is taught."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""
