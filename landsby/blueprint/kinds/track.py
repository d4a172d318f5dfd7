"""A track: a strand of work that serves the goals; some programmes say sub-intervention."""

from __future__ import annotations

from typing import Annotated

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Id, Refers


class Track(Definition):
    """A strand of work."""

    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it serves."""
    hosts: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """Groups of actors whose daily work it is: what they host counts here, unless its kind has tracks of its own."""
    parent: Annotated[Id | None, Refers("tracks", acyclic=True)] = None
    """The wider track that it is part of, if any."""
