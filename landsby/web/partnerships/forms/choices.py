"""Choices that several of the room's forms offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from landsby.blueprint import codelist
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Actor

Choices = list[tuple[str, str]]
Grouped = list[tuple[str, Choices]]


def kinds_in_use() -> Grouped:
    """The kinds of actor by group, without those that are no longer used."""
    kinds = [entry for entry in codelist("actor_kinds").values() if entry.ended_on is None]
    return [
        (say(group.title), [(kind.id, say(kind.title)) for kind in kinds if kind.group == group.id])
        for group in codelist("actor_groups").values()
    ]


def by_group(actors: Iterable[Actor]) -> Grouped:
    """Actors by the group of their kind, in reading order; those of an unknown kind stand last."""
    groups = codelist("actor_groups")
    found: dict[str, Choices] = {key: [] for key in (*groups, "")}
    for actor in actors:
        entry = codelist("actor_kinds").get(actor.kind)
        found[(entry.group if entry else None) or ""].append((str(actor.pk), actor.name))
    return [(say(groups[key].title) if key else "–", choices) for key, choices in found.items() if choices]


class _Groups(forms.models.ModelChoiceIterator):
    """The choices of a field of actors, by group."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        yield from by_group(self.queryset)


class ActorsByGroup(forms.ModelMultipleChoiceField):
    """Several actors, offered by the group of their kind."""

    iterator = _Groups

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(None, **kwargs)


class ActorByGroup(forms.ModelChoiceField):
    """One actor, offered by the group of its kind."""

    iterator = _Groups

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(None, **kwargs)
