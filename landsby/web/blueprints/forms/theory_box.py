"""A box of a theory of change as it is typed: what it says, where its arrows lead, and what counts under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import TheoryNode
from landsby.blueprint.labels import field_label
from landsby.blueprint.theory.chart import STAGES, Chart
from landsby.web.blueprints.forms.theory import TwoLanguages, new_id
from landsby.web.blueprints.theory_words import stage_name
from landsby.web.kit.text import say

_COUNTED = ("activity_kinds", "tracks", "goals", "offers", "indicators")


class BoxForm(TwoLanguages):
    """One box: what it says, where it stands, where its arrows lead, and what counts under it."""

    summary_da = forms.CharField(
        label=_("Forklaring på dansk"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    summary_en = forms.CharField(
        label=_("Forklaring på engelsk"), required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    stage = forms.ChoiceField(label=_("Hvor i teorien?"))
    lane = forms.ChoiceField(label=_("Bane"), required=False)
    first_year = forms.IntegerField(label=_("Tidligst i år"), required=False, min_value=0, max_value=50)
    last_year = forms.IntegerField(label=_("Senest i år"), required=False, min_value=0, max_value=50)
    leads_to = forms.MultipleChoiceField(
        label=_("Fører til"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"group": "chips"})
    )

    def __init__(self, *args: Any, chart: Chart, blueprint: Blueprint, node: TheoryNode | None, **kwargs: Any) -> None:
        self.chart, self.node = chart, node
        kwargs.setdefault("initial", _told_of(node) if node else {})
        super().__init__(*args, **kwargs)
        self._choose("stage", [(stage, stage_name(stage)) for stage in STAGES])
        lanes = [(lane.id, say(lane.title)) for lane in chart.lanes.values()]
        self._choose("lane", [("", _("Ingen bane")), *lanes])
        others = [each for each in chart.nodes.values() if node is None or each.id != node.id]
        self._choose("leads_to", [(each.id, say(each.title)) for each in others])
        self._ask_assumptions(blueprint)
        for folder in _COUNTED:
            self.fields[folder] = _several(
                say(field_label("TheoryNode", folder)),
                [(each.id, say(each.title)) for each in getattr(blueprint, folder).values()],
                getattr(node, folder) if node else (),
            )
            if not getattr(blueprint, folder):
                del self.fields[folder]
        self.dress()

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # the field is one of choices

    def _ask_assumptions(self, blueprint: Blueprint) -> None:
        """For each arrow that the box has, what must hold for it."""
        known = {**blueprint.assumptions, **self.chart.assumptions}
        choices = [(each.id, say(each.title)) for each in known.values()]
        for arrow in self.node.leads_to if self.node else ():
            if arrow.to in self.chart.nodes and choices:
                title = say(self.chart.nodes[arrow.to].title)
                label = _("Hvad skal holde, for at det fører til »%(title)s«?") % {"title": title}
                self.fields[f"rests-{arrow.to}"] = _several(label, choices, arrow.assumptions)

    @property
    def arrow_fields(self) -> list[forms.BoundField]:
        """What must hold for each arrow."""
        return [self[name] for name in self.fields if name.startswith("rests-")]

    @property
    def counting_fields(self) -> list[forms.BoundField]:
        """What counts under the box."""
        return [self[name] for name in self.fields if name in _COUNTED]

    def clean(self) -> dict[str, Any]:
        """A text in both languages or none; years both or none, and in order."""
        told = super().clean() or self.cleaned_data
        self.need_both("summary")
        first, last = told.get("first_year"), told.get("last_year")
        if (first is None) != (last is None) and not {"first_year", "last_year"} & self.errors.keys():
            missing = "first_year" if first is None else "last_year"
            self.add_error(missing, forms.ValidationError(_("Skriv begge år, eller lad begge stå tomme."), code="one"))
        elif first is not None and last is not None and last < first:
            text = _("Det sidste år ligger før det første. Ret et af dem.")
            self.add_error("last_year", forms.ValidationError(text, code="order"))
        return told

    def drawn_by(self) -> TheoryNode:
        """The box as it was typed; one that is new gets an id by its title."""
        told = self.cleaned_data
        data: dict[str, Any] = self.node.to_data() if self.node else self._new()
        horizon = {"first_year": told["first_year"], "last_year": told["last_year"]}
        data |= {
            "title": self.title,
            "summary": self.pair("summary"),
            "stage": told["stage"],
            "lane": told["lane"] or None,
            "horizon": horizon if told["first_year"] is not None else None,
            "leads_to": [{"to": to, "assumptions": self._rests(to)} for to in told["leads_to"]],
            **{folder: told[folder] for folder in _COUNTED if folder in self.fields},
        }
        return TheoryNode.model_validate({name: value for name, value in data.items() if value is not None})

    def _rests(self, to: str) -> list[str]:
        return self.cleaned_data.get(f"rests-{to}") or []

    def _new(self) -> dict[str, Any]:
        order = min(9999, max((node.order for node in self.chart.nodes.values()), default=0) + 10)
        taken = set(self.chart.nodes)
        return {
            "id": new_id(self.title["da"], taken),
            "theory": self.chart.id,
            "order": order,
            "origin": "ours",
            "source": str(_("Skrevet i programmet")),
        }


def _several(label: Any, choices: list[tuple[str, str]], chosen: Iterable[str]) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple(attrs={"group": "chips"})
    return forms.MultipleChoiceField(label=label, choices=choices, initial=list(chosen), required=False, widget=widget)


def _told_of(node: TheoryNode) -> Mapping[str, Any]:
    """A box as the form shows it."""
    return {
        "title_da": node.title.da,
        "title_en": node.title.en,
        "summary_da": node.summary.da if node.summary else "",
        "summary_en": node.summary.en if node.summary else "",
        "stage": node.stage,
        "lane": node.lane or "",
        "first_year": node.horizon.first_year if node.horizon else None,
        "last_year": node.horizon.last_year if node.horizon else None,
        "leads_to": [arrow.to for arrow in node.leads_to],
    }
