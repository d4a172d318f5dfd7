"""An agreement template: what parties promise each other, and who signs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Level
from landsby.blueprint.values import Frozen, Id, Prose, Refers, Title, Whole

AgreementForm = Literal["commitment", "co_operation", "framework", "manifesto"]


class Promise(Frozen):
    """One thing that is promised."""

    id: Id
    """What records keep of it. It never changes."""
    text: Prose
    """What is promised."""
    within_months: Annotated[Whole, Field(ge=0, le=240)] | None = None
    """How long after the signing it must be kept, in months; empty when it holds all along."""


class AgreementTemplate(Definition):
    """The form of an agreement."""

    form: AgreementForm
    """What sort of agreement it is."""
    level: Level
    """Who promises: each municipality, each actor, or the programme as a whole."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that it is made with, if not all."""
    signed_by: Title
    """Who signs it."""
    years: Annotated[Whole, Field(ge=1, le=50)] | None = None
    """How many years it holds; empty when it has no end."""
    promises: Annotated[tuple[Promise, ...], Field(min_length=1)]
    """What is promised."""
    expectations: Annotated[tuple[Id, ...], Refers("expectations")] = ()
    """What is expected of those who sign."""

    @model_validator(mode="after")
    def _names_once(self) -> AgreementTemplate:
        refuse_repeated("promises", (promise.id for promise in self.promises))
        return self
