"""Who has which part in an activity: the fields to choose them in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.access import actors_to_choose
from landsby.web.activities.models import Activity
from landsby.web.kit.filters import MOST_OFFERED
from landsby.web.kit.numbers import keys_in
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, ActorQuerySet

PARTS = {"hosts": _("Værter"), "participants": _("Deltagere"), "facilitators": _("Tovholdere")}
"""The fields of the parts that an actor may have, and their labels."""


def actors_fields(
    standing: Standing, activity: Activity | None = None, *, chosen: Iterable[object] = ()
) -> dict[str, forms.ModelMultipleChoiceField]:
    """A field for each part, of actors that the person can see and those that have a part already.

    The actors on offer are the same in all of them, and are read once. Where they are too many to send along,
    only the chosen stand there, and the browser asks for the others by what is typed.

    Args:
        chosen: the primary keys of those that are chosen already.
    """
    actors = actors_to_choose(standing, timezone.localdate(), activity)
    attrs, shown = {"group": "picker"}, actors
    if _are_too_many(actors):
        attrs, shown = _searching(standing), _among(actors, chosen)
    offered = cache(lambda: [(actor.pk, told(actor)) for actor in shown])
    fields = {}
    for name, label in PARTS.items():
        picker = forms.CheckboxSelectMultiple(attrs=attrs)
        fields[name] = forms.ModelMultipleChoiceField(actors, label=label, required=False, widget=picker)
        fields[name].choices = offered
    return fields


def offer_one(field: forms.ModelChoiceField[Actor], standing: Standing, *, chosen: object) -> None:
    """Let one actor be chosen of those that the person can see; where they are too many, by what is typed.

    Args:
        chosen: the primary key of the one that is chosen already.
    """
    actors = actors_to_choose(standing, timezone.localdate())
    field.queryset, field.empty_label = actors, str(_("Vælg"))
    if _are_too_many(actors):
        field.widget = forms.RadioSelect(attrs=_searching(standing))
        field.choices = [("", _("Ingen anden")), *((actor.pk, told(actor)) for actor in _among(actors, [chosen]))]


def _searching(standing: Standing) -> dict[str, str]:
    return {"group": "picker", "search": reverse("activities:actors", args=[standing.programme.slug])}


def _among(actors: ActorQuerySet, chosen: Iterable[object]) -> ActorQuerySet:
    return actors.among(keys_in(chosen))


def _are_too_many(actors: ActorQuerySet) -> bool:
    """Whether there are more actors than anybody looks through."""
    return actors.are_more_than(MOST_OFFERED)


def told(actor: Actor) -> str:
    """The actor with its community, since daycares of one name are many."""
    return f"{actor.name} ({actor.community or actor.municipality or actor.kind_title})"
