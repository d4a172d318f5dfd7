"""An audience: people whom the programme is for, or works with."""

from __future__ import annotations

from typing import Literal

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.parts import Ages

People = Literal["children", "parents", "families", "staff", "leaders", "volunteers", "community", "politicians"]


class Audience(Definition):
    """A group of people."""

    people: People
    """Who they are."""
    ages: Ages | None = None
    """The ages of the children, for children and for families."""
