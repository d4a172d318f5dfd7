"""Which actors to show: the form above the list, and the parameters that links elsewhere use."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.filters import WITHOUT, Filter
from landsby.web.partnerships.access import Standing, communities_within, municipalities_seen_by
from landsby.web.partnerships.forms.choices import kinds_in_use
from landsby.web.partnerships.models import ActorQuerySet, Municipality

OPEN, CLOSED, ALL = "open", "closed", "all"


class ActorFilter(Filter):
    """Every choice narrows the list; none is required, and each is a parameter of the address."""

    foremost = ("q", "kind", "community")

    q = forms.CharField(label=_("Søg"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Slags"), required=False)
    municipality: forms.ModelChoiceField[Municipality] = forms.ModelChoiceField(
        None, label=_("Kommune"), required=False
    )
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)
    state = forms.ChoiceField(
        label=_("Åbne eller lukkede"),
        required=False,
        choices=[("", _("Åbne")), (CLOSED, _("Lukkede")), (ALL, _("Alle"))],
    )

    def __init__(self, *args: Any, standing: Standing, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.choose_among("kind", kinds_in_use())
        communities = communities_within(standing).in_municipality(self.data.get("municipality", ""))
        self.choose_among("community", [(str(c.pk), c.name) for c in communities], without=_("Uden lokalområde"))
        self.choose_row("municipality", municipalities_seen_by(standing))

    def narrowed(self, actors: ActorQuerySet) -> ActorQuerySet:
        """The actors that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return actors.none()
        told = self.cleaned_data
        found = actors
        if told["state"] == "":
            found = found.open_on(self._today)
        elif told["state"] == CLOSED:
            found = found.closed_by(self._today)
        if told["kind"]:
            found = found.of_kinds([told["kind"]])
        if told["municipality"]:
            found = found.in_municipality(told["municipality"].pk)
        if told["community"]:
            found = found.in_community(None if told["community"] == WITHOUT else int(told["community"]))
        return found.called(told["q"]) if told["q"] else found
