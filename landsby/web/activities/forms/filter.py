"""Which activities to show: the form above the list, and the parameters that links elsewhere use."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.activities.access import activities_awaiting
from landsby.web.activities.forms.parts import definition_choices
from landsby.web.activities.models import ActivityQuerySet, Part
from landsby.web.activities.status import Status
from landsby.web.initiatives.access import initiatives_seen_by
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.filters import WITHOUT, Filter
from landsby.web.kit.forms import SelectSeveral
from landsby.web.kit.periods import HalfYear, half_years_between
from landsby.web.partnerships.access import Standing, actors_seen_by, communities_within, municipalities_seen_by
from landsby.web.partnerships.models import Actor, Municipality

NOT_HERE = _("Det, adressen spørger efter, er ikke med i programmet længere. Vælg noget andet, eller vis alle.")


class FilterForm(Filter):
    """Every choice narrows the list; none is required, and each is a parameter of the address."""

    foremost = ("q", "kind", "half_year", "community")

    q = forms.CharField(label=_("Søg"), required=False, max_length=100)
    kind = forms.MultipleChoiceField(
        label=_("Slags"), required=False, widget=SelectSeveral, error_messages={"invalid_choice": NOT_HERE}
    )
    half_year = forms.ChoiceField(label=_("Halvår"), required=False)
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    waiting = forms.ChoiceField(label=_("Venter på svar"), required=False)
    goal = forms.ChoiceField(label=_("Målsætning"), required=False, error_messages={"invalid_choice": NOT_HERE})
    track = forms.ChoiceField(label=_("Spor"), required=False, error_messages={"invalid_choice": NOT_HERE})
    municipality: forms.ModelChoiceField[Municipality] = forms.ModelChoiceField(
        None, label=_("Kommune"), required=False
    )
    actor: forms.ModelChoiceField[Actor] = forms.ModelChoiceField(None, label=_("Aktør"), required=False)
    initiative: forms.ModelChoiceField[Initiative] = forms.ModelChoiceField(None, label=_("Indsats"), required=False)
    part = forms.ChoiceField(label=_("Aktørens rolle"), required=False)
    in_series = forms.ChoiceField(label=_("Forløb"), required=False)

    def __init__(self, *args: Any, blueprint: Blueprint, standing: Standing, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme = standing.programme
        self.choose_among("kind", definition_choices(blueprint.activity_kinds))
        self.choose_among("in_series", [("yes", _("Kun gange i et forløb"))])
        self.choose_among("status", Status.choices)
        self.choose_among("waiting", [("yes", _("Kun det, du kan svare på"))])
        self._awaiting = activities_awaiting(standing, today)
        communities = communities_within(standing).in_municipality(self.data.get("municipality", ""))
        self.choose_among("community", [(str(c.pk), c.name) for c in communities], without=_("Uden lokalområde"))
        self.choose_among("half_year", _half_years(programme.starts_on, programme.ends_on, today))
        self.choose_among("goal", definition_choices(blueprint.goals), without=_("Uden målsætning"))
        self.choose_among("track", definition_choices(blueprint.tracks), without=_("Uden spor"))
        self.choose_among("part", Part.choices)
        self.choose_row("municipality", municipalities_seen_by(standing))
        self.choose_row("actor", actors_seen_by(standing))
        self.choose_row("initiative", initiatives_seen_by(standing).in_reading_order())
        self.fields["from"] = forms.DateField(label=_("Fra dato"), required=False)
        self.fields["to"] = forms.DateField(label=_("Til dato"), required=False)
        self.dress()

    def clean(self) -> dict[str, Any]:
        """The first day must not come after the last."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("from"), cleaned.get("to")
        if first and last and last < first:
            self.add_error("to", _("Slutdatoen ligger før startdatoen. Ret en af dem."))
        return cleaned

    def narrowed(self, activities: ActivityQuerySet) -> ActivityQuerySet:
        """The activities that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return activities.none()
        chosen = self.cleaned_data
        found = activities.between(chosen["from"], chosen["to"])
        if chosen["q"]:
            found = found.mentioning(chosen["q"])
        if chosen["kind"]:
            found = found.of_kinds(chosen["kind"])
        if chosen["in_series"]:
            found = found.in_a_series()
        if chosen["status"]:
            found = found.in_status(chosen["status"])
        if chosen["waiting"]:
            found = found.among(self._awaiting)
        if chosen["half_year"]:
            found = found.in_half_year(HalfYear.from_number(int(chosen["half_year"])))
        return self._by_definition(self._by_row(found))

    def _by_row(self, found: ActivityQuerySet) -> ActivityQuerySet:
        municipality, actor, initiative = (self.cleaned_data[name] for name in ("municipality", "actor", "initiative"))
        if municipality:
            found = found.in_municipality(municipality.pk)
        if actor:
            part = self.cleaned_data["part"]
            found = found.involving(actor.pk, Part(part) if part else None)
        return found.under_initiative(initiative.pk) if initiative else found

    def _by_definition(self, found: ActivityQuerySet) -> ActivityQuerySet:
        community, goal, track = (self.cleaned_data[name] for name in ("community", "goal", "track"))
        if community:
            found = found.in_community(None if community == WITHOUT else int(community))
        if goal:
            found = found.without_goal() if goal == WITHOUT else found.serving(goal)
        if track:
            found = found.without_track() if track == WITHOUT else found.on_track(track)
        return found


def _half_years(first: date, last: date | None, today: date) -> list[tuple[str, Any]]:
    end = min(last, today) if last else today
    return [(str(half.number), str(half)) for half in reversed(half_years_between(first, max(first, end)))]
