"""A material: what is printed, given away, lent out or downloaded."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.values import Form as TextForm
from landsby.blueprint.values import Frozen, Id, Refers, Title, Whole, YesNo, fault_code

MaterialForm = Literal[
    "poster",
    "sticker",
    "diploma",
    "reflector",
    "bottle",
    "ball",
    "leaflet",
    "card",
    "guide",
    "template",
    "film",
    "kit",
    "map",
    "publication",
    "other",
]
LanguageCode = Annotated[str, TextForm(r"[a-z]{2,3}", "not_a_language")]
"""A language by its code in ISO 639, such as da, ar or so."""


class Content(Frozen):
    """One thing in a kit."""

    id: Id
    """What records keep of it. It never changes."""
    title: Title
    """What it is."""
    number: Annotated[Whole, Field(ge=1, le=1000)] = 1
    """How many there are."""


class Material(Definition):
    """Something to have and to give."""

    form: MaterialForm
    """What it is."""
    languages: tuple[LanguageCode, ...] = ("da",)
    """The languages it is made in."""
    lent: YesNo = False
    """Whether it is booked and brought back."""
    contents: tuple[Content, ...] = ()
    """What is in a kit, to be checked when it comes back."""
    audiences: Annotated[tuple[Id, ...], Refers("audiences")] = ()
    """Whom it is for."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it serves."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""

    @model_validator(mode="after")
    def _holds_together(self) -> Material:
        if self.contents and self.form != "kit":
            raise fault_code("only_for_type", field="contents", type="kit")
        refuse_repeated("languages", self.languages)
        refuse_repeated("contents", (thing.id for thing in self.contents))
        return self
