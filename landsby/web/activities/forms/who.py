"""Who has which part in an activity: the fields to choose them in."""

from __future__ import annotations

from functools import cache

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.access import actors_to_choose
from landsby.web.activities.models import Activity
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor

PARTS = {"hosts": _("Værter"), "participants": _("Deltagere"), "facilitators": _("Tovholdere")}
"""The fields of the parts that an actor may have, and their labels."""


def actors_fields(standing: Standing, activity: Activity | None = None) -> dict[str, forms.ModelMultipleChoiceField]:
    """A field for each part, of actors that the person can see and those that have a part already.

    The actors on offer are the same in all of them, and are read once.
    """
    actors = actors_to_choose(standing, timezone.localdate(), activity)
    offered = cache(lambda: [(actor.pk, _told(actor)) for actor in actors])
    fields = {}
    for name, label in PARTS.items():
        picker = forms.CheckboxSelectMultiple(attrs={"group": "picker"})
        fields[name] = forms.ModelMultipleChoiceField(actors, label=label, required=False, widget=picker)
        fields[name].choices = offered
    return fields


def _told(actor: Actor) -> str:
    """The actor with its community, since daycares of one name are many."""
    return f"{actor.name} ({actor.community or actor.municipality or actor.kind_title})"
