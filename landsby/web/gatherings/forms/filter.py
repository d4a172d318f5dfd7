"""Which gatherings and agreements to show."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.activities.models import ActivityQuerySet
from landsby.web.gatherings.access import gatherings_teaching, led_by
from landsby.web.gatherings.facilitation import LEAD_LABELS, Lead
from landsby.web.gatherings.kinds import kinds_for
from landsby.web.gatherings.models import AgreementQuerySet
from landsby.web.kit.filters import Filter
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing, communities_within

WHEN = {"coming": _("Det, der kommer"), "been": _("Det, der har været")}
STATE = {"open": _("Det, vi mangler"), "late": _("Det, der er over tid"), "done": _("Det, der er gjort")}


class GatheringFilter(Filter):
    """Every choice narrows the list."""

    foremost = ("when", "kind", "community")

    when = forms.ChoiceField(label=_("Hvornår"), required=False)
    kind = forms.ChoiceField(label=_("Slags"), required=False)
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)
    year = forms.ChoiceField(label=_("År"), required=False)
    lead = forms.ChoiceField(label=_("Hvem ledte"), required=False)
    competence = forms.ChoiceField(label=_("Hvad man lærte"), required=False)

    def __init__(self, *args: Any, standing: Standing, blueprint: Blueprint, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        kinds = [(key, say(blueprint.activity_kinds[key].title)) for key in kinds_for(blueprint, "gathering")]
        self.choose_among("when", WHEN.items())
        self.choose_among("kind", kinds)
        self.choose_among("community", [(str(c.pk), c.name) for c in communities_within(standing)])
        self.choose_among("year", [(str(year), str(year)) for year in years_of(standing, today)])
        self.choose_among("lead", [(lead.value, title) for lead, title in LEAD_LABELS.items()])
        self.choose_among("competence", [(key, say(one.title)) for key, one in blueprint.competences.items()])

    def narrowed(self, gatherings: ActivityQuerySet) -> ActivityQuerySet:
        """The gatherings that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return gatherings.none()
        chosen = self.cleaned_data
        if chosen["kind"]:
            gatherings = gatherings.of_kinds([chosen["kind"]])
        if chosen["community"]:
            gatherings = gatherings.in_community(int(chosen["community"]))
        if chosen["year"]:
            year = int(chosen["year"])
            gatherings = gatherings.between(date(year, 1, 1), date(year, 12, 31))
        if chosen["lead"]:
            gatherings = led_by(gatherings.held(), Lead(chosen["lead"]))
        if chosen["competence"]:
            gatherings = gatherings_teaching(gatherings.held(), chosen["competence"])
        if chosen["when"] == "coming":
            return gatherings.upcoming(self._today)
        return gatherings.between(None, self._today) if chosen["when"] == "been" else gatherings


def years_of(standing: Standing, today: date) -> list[int]:
    """The years of a programme so far and the next, the latest first."""
    first, last = standing.programme.starts_on.year, standing.programme.ends_on
    end = max(first, min(last.year, today.year + 1) if last else today.year + 1)
    return list(range(end, first - 1, -1))


class AgreementFilter(Filter):
    """Which agreements to show."""

    state = forms.ChoiceField(label=_("Hvor langt"), required=False)
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)

    def __init__(self, *args: Any, standing: Standing, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.choose_among("state", STATE.items())
        self.choose_among("community", [(str(c.pk), c.name) for c in communities_within(standing)])

    def narrowed(self, agreements: AgreementQuerySet) -> AgreementQuerySet:
        """The agreements that every choice lets through."""
        if not self.is_valid():
            return agreements.none()
        chosen = self.cleaned_data
        if chosen["community"]:
            agreements = agreements.in_community(int(chosen["community"]))
        words = {"open": agreements.open, "done": agreements.done}
        if chosen["state"] == "late":
            return agreements.due_before(self._today)
        return words[chosen["state"]]() if chosen["state"] else agreements


class PlaceFilter(Filter):
    """One community, or all."""

    community = forms.ChoiceField(label=_("Lokalområde"), required=False)

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_among("community", [(str(c.pk), c.name) for c in communities_within(standing)])

    @property
    def place(self) -> int | None:
        """The community by primary key; None is all."""
        return int(self.cleaned_data["community"]) if self.is_valid() and self.cleaned_data["community"] else None
