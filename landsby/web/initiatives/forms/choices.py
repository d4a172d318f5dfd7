"""What several of the room's forms offer: definitions in use, places, actors and people in reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import codelist
from landsby.web.initiatives.access import titles_of
from landsby.web.initiatives.models import InitiativeQuerySet
from landsby.web.kit.filters import MOST_OFFERED
from landsby.web.kit.numbers import key_in
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, ActorQuerySet


def definition_choices(definitions: Mapping[str, Any], stored: Iterable[str], on: date) -> list[tuple[str, str]]:
    """Definitions in use on a day as choices, id and title; what is stored stays a choice, whatever became of it."""
    kept = list(stored)
    used = [
        (key, say(definition.title))
        for key, definition in definitions.items()
        if key in kept or definition.ended_on is None or definition.ended_on >= on
    ]
    return [*used, *((key, key) for key in kept if key not in definitions)]


def actor_kind_choices() -> list[tuple[str, str]]:
    """The kinds of actor of the code list."""
    return [(key, say(entry.title)) for key, entry in codelist("actor_kinds").items()]


def name_and_place(actor: Actor) -> str:
    """The actor with its community, since daycares of one name are many."""
    return f"{actor.name} ({actor.community or actor.municipality or actor.kind_title})"


class ActorField(forms.ModelChoiceField):
    """One actor of those on offer."""

    def label_from_instance(self, obj: Actor) -> str:
        """Its name with its place."""
        return name_and_place(obj)


class ActorsField(forms.ModelMultipleChoiceField):
    """Several actors of those on offer, with a field to search in."""

    def __init__(self, actors: ActorQuerySet, **kwargs: Any) -> None:
        picker = forms.CheckboxSelectMultiple(attrs={"group": "picker"})
        super().__init__(actors, **{"required": False, "widget": picker, **kwargs})

    def label_from_instance(self, obj: Actor) -> str:
        """Its name with its place."""
        return name_and_place(obj)


def one_actor(
    actors: ActorQuerySet, standing: Standing, *, label: Any, chosen: object = None, **kwargs: Any
) -> ActorField:
    """A field for one actor; where there are too many to send along, the browser asks for what is typed."""
    field = ActorField(actors, **{"label": label, "required": False, "empty_label": _("Vælg"), **kwargs})
    if actors.are_more_than(MOST_OFFERED):
        search = reverse("activities:actors", args=[standing.programme.slug])
        field.widget = forms.RadioSelect(attrs={"group": "picker", "search": search})
        found = [(actor.pk, name_and_place(actor)) for actor in actors.among([key_in(chosen)])]
        field.choices = [("", _("Ingen")), *found]
    return field


def one_initiative(
    initiatives: InitiativeQuerySet, standing: Standing, *, label: Any, chosen: object = None
) -> forms.ModelChoiceField:
    """A field for one initiative; where there are too many to send along, the browser asks for what is typed."""
    field = forms.ModelChoiceField(initiatives, label=label, required=False, empty_label=_("Ingen"))
    found = titles_of(initiatives, MOST_OFFERED + 1)
    if len(found) > MOST_OFFERED:
        search = reverse("initiatives:found", args=[standing.programme.slug])
        field.widget = forms.RadioSelect(attrs={"group": "picker", "search": search})
        found = titles_of(initiatives.among([key_in(chosen)]), 1)
    field.choices = [("", _("Ingen")), *found]
    return field
