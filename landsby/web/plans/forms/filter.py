"""Which plans to show."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.activities.forms.parts import definition_choices
from landsby.web.kit.filters import Filter
from landsby.web.partnerships.access import Standing, communities_within, municipalities_seen_by
from landsby.web.plans.models import PlanQuerySet
from landsby.web.plans.status import PlanStatus

DUE, OVER, SHARED = "due", "over", "shared"
STATES = {
    PlanStatus.RUNNING.value: _("I brug"),
    DUE: _("Trænger til et kig"),
    OVER: _("Løbet ud, ikke ført videre"),
    SHARED: _("Vist som eksempel"),
    PlanStatus.ENDED.value: _("Afsluttet"),
}


class PlanFilter(Filter):
    """Every choice narrows the list."""

    foremost = ("template", "state", "community")

    template = forms.ChoiceField(label=_("Skabelon"), required=False)
    state = forms.ChoiceField(label=_("Hvor langt"), required=False)
    community = forms.ChoiceField(label=_("Lokalområde"), required=False)
    municipality = forms.ChoiceField(label=_("Kommune"), required=False)

    def __init__(self, *args: Any, standing: Standing, blueprint: Blueprint, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self._today = today
        self.choose_among("template", definition_choices(blueprint.plan_templates))
        self.choose_among("state", STATES.items())
        self.choose_among("community", [(str(c.pk), c.name) for c in communities_within(standing)])
        self.choose_among("municipality", [(str(m.pk), m.name) for m in municipalities_seen_by(standing)])

    def narrowed(self, plans: PlanQuerySet) -> PlanQuerySet:
        """The plans that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return plans.none()
        chosen = self.cleaned_data
        if chosen["template"]:
            plans = plans.on_template(chosen["template"])
        if chosen["community"]:
            plans = plans.in_community(int(chosen["community"]))
        if chosen["municipality"]:
            plans = plans.in_municipality(int(chosen["municipality"]))
        if chosen["state"] == DUE:
            return plans.due_for_review(self._today)
        if chosen["state"] == OVER:
            return plans.run_out(self._today)
        if chosen["state"] == PlanStatus.RUNNING:
            return plans.running()
        if chosen["state"] == SHARED:
            return plans.shared()
        return plans.in_status(chosen["state"]) if chosen["state"] else plans
