"""Kinds of definition that say what they are by title and summary alone, or nearly so."""

from __future__ import annotations

from typing import Annotated

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.parts import Level
from landsby.blueprint.values import Id, Refers


class Element(Definition):
    """A building stone that runs through everything the programme does, across its tracks."""


class ProtectiveFactor(Definition):
    """What protects children's well-being, and what the programme wants more of around them."""


class Topic(Definition):
    """A subject that the programme takes up."""

    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that take it up."""


class Message(Definition):
    """What the programme says about itself, wherever it says something."""


class Advice(Definition):
    """A piece of advice to those who would do the same."""


class Depth(Definition):
    """A depth at which a change works in the system; in lists, the shallowest comes first."""


class Theory(Definition):
    """A theory of change: how what is done is thought to lead to what is hoped for. Its boxes are theory nodes."""


class TheoryLane(Definition):
    """A lane in a drawn theory of change, for boxes that belong side by side."""

    theory: Annotated[Id, Refers("theories")]
    """The theory that it is drawn in."""


class Expectation(Definition):
    """What is expected of somebody who takes part."""

    level: Level
    """Whether it is expected of the whole programme, a municipality, a community or an actor."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that it is expected of, if it is not expected of all."""
    roles: Annotated[tuple[Id, ...], Refers("roles")] = ()
    """The roles whose holders see to it."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""
