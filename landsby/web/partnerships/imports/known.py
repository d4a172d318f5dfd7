"""What is known before a file is checked: the programme's places and actors, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from landsby.web.partnerships.imports.municipalities import Municipalities
from landsby.web.partnerships.imports.outlines import Outlines


@dataclass(frozen=True)
class KnownCommunity:
    """A community that actors can be placed in; `municipality` is a primary key."""

    pk: int
    name: str
    municipality: int
    outline: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class KnownActor:
    """An actor of the programme; places are given by primary key."""

    pk: int
    name: str
    kind: str
    register_id: str = ""
    municipality_id: int | None = None
    community_id: int | None = None
    parent_id: int | None = None
    address: str = ""
    postcode: str = ""
    town: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_closed: bool = False


@dataclass(frozen=True)
class Known:
    """Everything that a file is checked against.

    Attributes:
        ours: primary keys by code, of the municipalities that the one who imports may import to.
        municipalities: every municipality that a cell may mean.
        kinds: the ids of the kinds of actor.
        communities: those of the programme's that are open.
        actors: all of the programme's, also outside `ours`: a register number is used once.
    """

    ours: Mapping[str, int]
    municipalities: Municipalities
    kinds: frozenset[str]
    communities: tuple[KnownCommunity, ...] = ()
    actors: tuple[KnownActor, ...] = ()
    within: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "within", frozenset(self.ours.values()))

    @cached_property
    def outlines(self) -> Outlines:
        """The communities' outlines, ready to be asked."""
        return Outlines((c.pk, c.municipality, c.outline) for c in self.communities if c.outline)
