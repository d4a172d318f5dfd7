"""What all definitions have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from landsby.blueprint.hashing import hash_of
from landsby.blueprint.values import Day, Frozen, Id, Line, Prose, Title, Whole, fault_code

Origin = Literal["source", "literature", "ours"]

Doubt = tuple[tuple[str | int, ...], str, dict[str, Any]]
"""A doubt about a definition: the way to the field, the code of a wording, and what fills it in."""


class Described(Frozen):
    """A thing that has an id, says what it is called, and where that comes from."""

    id: Id
    """The name that records keep. It is the file's name, and it never changes."""
    title: Title
    """What people call it."""
    summary: Prose | None = None
    """What it is, in a few plain sentences."""
    origin: Origin
    """Whether it stands in the programme's own sources, in the literature, or is our own."""
    source: Line
    """A short reference to where it is from."""

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data, without what is left at its default."""
        return self.model_dump(mode="json", exclude_defaults=True)

    @cached_property
    def content_hash(self) -> str:
        """The hash of the content; a record keeps it to say which wording it was made under."""
        return hash_of(self.to_data())


class Definition(Described):
    """One thing of a programme, in a file of its own."""

    order: Annotated[Whole, Field(ge=0, le=9999)] = 0
    """Its place in lists; equal numbers are put in the order of their ids."""
    formerly: tuple[Id, ...] = ()
    """The ids that it had in earlier versions, so that records made under them are found again."""
    starts_on: Day | None = None
    """The first day it is used; empty if it has always been."""
    ended_on: Day | None = None
    """The last day it was used. Things end; they are not deleted."""

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Definition:
        if self.starts_on and self.ended_on and self.ended_on < self.starts_on:
            raise fault_code("dates_reversed", field="ended_on", first="starts_on", last="ended_on")
        return self

    def doubts(self, others: Mapping[str, Mapping[str, Any]]) -> Iterator[Doubt]:
        """What is wrong with this definition beside the others, given by folder and id."""
        yield from ()
