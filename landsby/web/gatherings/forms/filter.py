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
from landsby.web.partnerships.access import Standing, communities_within, municipalities_seen_by
from landsby.web.partnerships.models import Municipality

WHEN = {"coming": _("Det, der kommer"), "been": _("Det, der har været")}
STATE = {"open": _("Det, vi mangler"), "late": _("Det, der er over tid"), "done": _("Det, der er gjort")}

SEVERAL = 2


def _municipality_field() -> forms.ModelChoiceField[Municipality]:
    return forms.ModelChoiceField(None, label=_("Kommune"), required=False)


def _choose_places(form: Filter, standing: Standing) -> None:
    """Offer the municipalities, and the communities of the chosen one, or of all."""
    form.choose_row("municipality", municipalities_seen_by(standing))
    chosen = form.data.get("municipality", "")
    communities = communities_within(standing).in_municipality(chosen)
    form.choose_among("community", [(str(c.pk), c.name) for c in communities])
    if not chosen and len({c.municipality_id for c in communities}) < SEVERAL:
        form.fields["municipality"].widget = forms.HiddenInput()


class GatheringFilter(Filter):
    """Every choice narrows the list."""

    foremost = ("when", "kind", "community")

    when = forms.ChoiceField(label=_("Hvornår"), required=False)
    kind = forms.ChoiceField(label=_("Slags"), required=False)
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)
    year = forms.ChoiceField(label=_("År"), required=False)
    municipality = _municipality_field()
    lead = forms.ChoiceField(label=_("Hvem ledte"), required=False)
    competence = forms.ChoiceField(label=_("Hvad man lærte"), required=False)

    def __init__(self, *args: Any, standing: Standing, blueprint: Blueprint, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        kinds = [(key, say(blueprint.activity_kinds[key].title)) for key in kinds_for(blueprint, "gathering")]
        self.choose_among("when", WHEN.items())
        self.choose_among("kind", kinds)
        _choose_places(self, standing)
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
        if chosen["municipality"]:
            gatherings = gatherings.in_municipality(chosen["municipality"].pk)
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

    foremost = ("state", "community")

    state = forms.ChoiceField(label=_("Hvor langt"), required=False)
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)
    municipality = _municipality_field()

    def __init__(self, *args: Any, standing: Standing, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        self.choose_among("state", STATE.items())
        _choose_places(self, standing)

    def narrowed(self, agreements: AgreementQuerySet) -> AgreementQuerySet:
        """The agreements that every choice lets through."""
        if not self.is_valid():
            return agreements.none()
        chosen = self.cleaned_data
        if chosen["community"]:
            agreements = agreements.in_community(int(chosen["community"]))
        if chosen["municipality"]:
            agreements = agreements.in_municipality(chosen["municipality"].pk)
        words = {"open": agreements.open, "done": agreements.done}
        if chosen["state"] == "late":
            return agreements.due_before(self._today)
        return words[chosen["state"]]() if chosen["state"] else agreements


class PlaceFilter(Filter):
    """One community, one municipality, or all.

    Attributes:
        communities: those that were chosen, or may be, in reading order.
    """

    municipality = _municipality_field()
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_places(self, standing)
        found = list(communities_within(standing).in_municipality(self.data.get("municipality", "")))
        self.communities = [one for one in found if self.place in (None, one.pk)]
        self.dress()

    @property
    def place(self) -> int | None:
        """The community by primary key; None is all."""
        return int(self.cleaned_data["community"]) if self.is_valid() and self.cleaned_data["community"] else None

    @property
    def municipality_chosen(self) -> int | None:
        """The municipality by primary key; None is all."""
        chosen = self.cleaned_data["municipality"] if self.is_valid() else None
        return chosen.pk if chosen else None

    def narrowed(self, activities: ActivityQuerySet) -> ActivityQuerySet:
        """The activities of the chosen municipality."""
        key = self.municipality_chosen
        return activities if key is None else activities.in_municipality(key)
