"""An initiative that a blueprint brings: something to try, to spread, and to keep or drop."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Id, Refers, Whole

Newness = Literal["new", "changed_practice", "already_did"]


class Initiative(Definition):
    """An entry that the portfolio starts with."""

    parent: Annotated[Id | None, Refers("initiatives", acyclic=True)] = None
    """The wider initiative that it is part of."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it runs on."""
    elements: Annotated[tuple[Id, ...], Refers("elements")] = ()
    """The programme's elements that it builds on."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it serves."""
    audiences: Annotated[tuple[Id, ...], Refers("audiences")] = ()
    """Whom it is for."""
    newness: Newness | None = None
    """Whether it is new, a changed practice, or something that was already done."""
    effort: Annotated[Whole, Field(ge=1, le=5)] | None = None
    """How much it asks of those who do it, from 1 (little) to 5 (much)."""
    depth: Annotated[Id | None, Refers("depths")] = None
    """The depth of the system at which it works."""
    offers: Annotated[tuple[Id, ...], Refers("offers")] = ()
    """The offers that it consists of."""
    activity_kinds: Annotated[tuple[Id, ...], Refers("activity_kinds")] = ()
    """The kinds of activity that it consists of."""
    ready_when: Annotated[tuple[Id, ...], Refers("checklists")] = ()
    """The checklists to go through before it becomes everyday operation."""
