"""An instrument: a form that is filled in about something, in rounds, and compared over time."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import Choice, refuse_repeated
from landsby.blueprint.kinds.parts import Rhythm
from landsby.blueprint.values import Frozen, Id, Prose, Refers, Title, YesNo, fault_code

Subject = Literal["programme", "municipality", "community", "actor", "activity", "initiative"]
ItemType = Literal["scale", "choice", "several", "yes_no", "number", "text", "long_text"]
Scoring = Literal["none", "mean", "sum", "latest"]

_WITH_CHOICES = ("choice", "several")


class Item(Frozen):
    """One thing that is asked."""

    id: Id
    """What the answer is stored under. It never changes."""
    type: ItemType
    """What kind of answer it takes."""
    label: Title
    """The question."""
    hint: Prose | None = None
    """A line of help under the question."""
    scale: Annotated[Id | None, Refers("scales")] = None
    """The scale that it is set on, for the type scale."""
    choices: tuple[Choice, ...] = ()
    """The answers to choose among, for the types choice and several."""
    section: Title | None = None
    """A heading that begins before it."""
    required: YesNo = False
    """Whether the form cannot be handed in without an answer."""

    @model_validator(mode="after")
    def _fits_its_type(self) -> Item:
        if self.type == "scale" and self.scale is None:
            raise fault_code("item_without_scale", field="scale")
        if self.type != "scale" and self.scale is not None:
            raise fault_code("only_for_type", field="scale", type="scale")
        if self.type not in _WITH_CHOICES and self.choices:
            raise fault_code("only_for_type", field="choices", type="choice")
        if self.type in _WITH_CHOICES and len(self.choices) < 2:
            raise fault_code("too_few_choices", field="choices")
        refuse_repeated("choices", (choice.id for choice in self.choices))
        return self


class Instrument(Definition):
    """A form or a scale that comes back."""

    about: Subject
    """What one answer is about."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that it is about, if it is about actors."""
    activity_kinds: Annotated[tuple[Id, ...], Refers("activity_kinds")] = ()
    """The kinds of activity that it is about, if it is about activities."""
    answered_by: Annotated[tuple[Id, ...], Refers("roles")] = ()
    """The roles whose holders answer it."""
    anonymous: YesNo = False
    """Whether it is answered by people who are not named, through a link."""
    rhythm: Rhythm | None = None
    """How often a round is held."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    """What is asked, in order."""
    scoring: Scoring = "none"
    """How the answers on scales become one number, if they do."""

    @model_validator(mode="after")
    def _holds_together(self) -> Instrument:
        if self.groups and self.about != "actor":
            raise fault_code("only_for_subject", field="groups", about="actor")
        if self.activity_kinds and self.about != "activity":
            raise fault_code("only_for_subject", field="activity_kinds", about="activity")
        if self.scoring != "none" and not any(item.type in ("scale", "number") for item in self.items):
            raise fault_code("nothing_to_score", field="scoring")
        refuse_repeated("items", (item.id for item in self.items))
        return self
