"""An assumption: what must hold for a step of the theory of change to be taken."""

from __future__ import annotations

from typing import Annotated

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Id, Prose, Refers


class Assumption(Definition):
    """Something believed, for and against which evidence can be gathered."""

    known: Prose | None = None
    """What is known about it beforehand."""
    indicators: Annotated[tuple[Id, ...], Refers("indicators")] = ()
    """The indicators that would show it."""
