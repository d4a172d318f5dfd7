"""A role: what a person is in the programme, how far they see, and what they may do."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import fault_code

Scope = Literal["programme", "municipality", "community", "actor"]
Right = Literal[
    "log_activities",
    "manage_places",
    "import_places",
    "manage_people",
    "see_contacts",
    "export",
    "see_audit",
    "adapt_blueprint",
    "approve_hours",
    "plan_openings",
    "manage_initiatives",
    "manage_indicators",
    "evaluate",
]

_WIDTH: dict[str, int] = {"actor": 0, "community": 1, "municipality": 2, "programme": 3}


class Role(Definition):
    """What a person is in the programme. A role without rights only reads."""

    scope: Scope
    """What a membership of this role is tied to; the rights hold there and in everything within it."""
    sees: Scope
    """How far up from there the person may read."""
    may: tuple[Right, ...] = ()
    """What the person may do beyond reading."""

    def reaches_beyond(self, other: Role) -> bool:
        """Whether it is tied to something wider than another role, or sees farther."""
        return any(_WIDTH[getattr(self, name)] > _WIDTH[getattr(other, name)] for name in ("scope", "sees"))

    @model_validator(mode="after")
    def _sees_its_own_place(self) -> Role:
        if _WIDTH[self.sees] < _WIDTH[self.scope]:
            raise fault_code("sees_too_little", field="sees", scope=self.scope, sees=self.sees)
        return self
