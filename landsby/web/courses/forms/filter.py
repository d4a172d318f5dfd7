"""Which offers and hours to show: the forms above the lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind
from landsby.web.courses.access import hosts_of_hours
from landsby.web.courses.models import FrameworkOfferQuerySet, HoursStatus, SessionHoursQuerySet
from landsby.web.kit.filters import Filter
from landsby.web.kit.periods import HalfYear, half_years_between
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor

OPEN = "open"


class OfferFilter(Filter):
    """Every choice narrows the list."""

    q = forms.CharField(label=_("Søg"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Slags"), required=False)
    state = forms.ChoiceField(label=_("Åbne for tilmelding"), required=False)

    def __init__(self, *args: Any, kinds: Iterable[ActivityKind], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.choose_among("kind", [(kind.id, say(kind.title)) for kind in kinds])
        self.choose_among("state", [(OPEN, _("Kun åbne"))])

    def narrowed(self, offers: FrameworkOfferQuerySet) -> FrameworkOfferQuerySet:
        """The offers that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return offers.none()
        told = self.cleaned_data
        found = offers.mentioning(told["q"]) if told["q"] else offers
        if told["kind"]:
            found = found.of_kind(told["kind"])
        return found.open_on(self._today) if told["state"] else found


class HoursFilter(Filter):
    """Every choice narrows the list of hours."""

    status = forms.ChoiceField(label=_("Status"), required=False)
    half_year = forms.ChoiceField(label=_("Halvår"), required=False)
    host: forms.ModelChoiceField[Actor] = forms.ModelChoiceField(None, label=_("Forening"), required=False)

    def __init__(self, *args: Any, standing: Standing, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme = standing.programme
        self.choose_among("status", HoursStatus.choices)
        end = min(programme.ends_on or today, today)
        halves = half_years_between(programme.starts_on, max(programme.starts_on, end))
        self.choose_among("half_year", [(str(half.number), str(half)) for half in reversed(halves)])
        self.choose_row("host", hosts_of_hours(standing))

    def narrowed(self, hours: SessionHoursQuerySet) -> SessionHoursQuerySet:
        """The hours that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return hours.none()
        told, found = self.cleaned_data, hours
        if told["status"]:
            found = found.in_status(told["status"])
        if told["half_year"]:
            found = found.in_half_year(HalfYear.from_number(int(told["half_year"])))
        return found.by_host(told["host"].pk) if told["host"] else found
