"""Telling how an initiative moves: its stage, who does it, and what a municipality decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.access import actors_meant, actors_to_cover
from landsby.web.initiatives.details import Groups
from landsby.web.initiatives.forms.choices import ActorsField, name_and_place
from landsby.web.initiatives.models import Coverage, Initiative
from landsby.web.initiatives.rules import (
    Move,
    Readiness,
    problem_of_moved_meanwhile,
    problems_of_coverage,
    problems_of_decision,
    problems_of_ending,
    problems_of_move,
)
from landsby.web.initiatives.stages import Stage, Verdict
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import CountField
from landsby.web.kit.problems import Problem
from landsby.web.partnerships.access import Standing, municipalities_within
from landsby.web.partnerships.models import Right

MOST_GROUPS = 200


class StageForm(Form):
    """Where it stands now, from when, and why."""

    to = forms.ChoiceField(label=_("Hvor står den nu?"), widget=forms.RadioSelect(attrs={"group": "chips"}))
    on = forms.DateField(label=_("Fra hvilken dag?"))
    why = forms.CharField(
        label=_("Hvorfor?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Skal skrives, når en indsats stoppes, udskydes eller går videre uden det, der plejer at være klar."
        ),
    )

    before = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, initiative: Initiative, readiness: Readiness, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initiative, self.readiness = initiative, readiness
        # Always all of them in the same order: a browser that goes back puts the choice where it stood.
        self.fields["to"].choices = Stage.choices  # type: ignore[attr-defined]  # a field of choices
        self.initial["before"] = initiative.stage
        self.fields["why"].is_one_of_several = True  # type: ignore[attr-defined]  # the rules say when it is asked for

    @property
    def asked(self) -> list[Problem]:
        """What must be told before it can stand where one came to let it stand; nothing has been sent yet."""
        to = str(self.initial.get("to", ""))
        if self.is_bound or to not in Stage.values:
            return []
        return [problem for problem in self._problems(to, self.initial["on"], "") if problem.field == "why"]

    def _problems(self, to: str, on: date, why: str) -> Iterator[Problem]:
        move = Move(before=self.initiative.stage, since=self.initiative.stage_since_on, to=to, on=on, why=why)
        return problems_of_move(move, self.readiness, timezone.localdate())

    def clean(self) -> dict[str, Any]:
        """What the rules say to the move."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("before") and cleaned["before"] != self.initiative.stage:
            self.add_problems([problem_of_moved_meanwhile(self.initiative.get_stage_display())])
        elif not self.errors:
            self.add_problems(self._problems(cleaned["to"], cleaned["on"], cleaned["why"]))
        return cleaned

    @property
    def told(self) -> dict[str, Any]:
        """Where to, from when and why, as the action takes it."""
        return {name: self.cleaned_data[name] for name in ("to", "on", "why")}


class CoverageForm(Form):
    """Many actors at once that do it from a day on."""

    started_on = forms.DateField(label=_("Fra hvilken dag?"))

    def __init__(self, *args: Any, standing: Standing, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initiative, today = initiative, timezone.localdate()
        offered = actors_to_cover(standing, initiative, today)
        field = ActorsField(
            offered,
            label=_("Hvem er med nu?"),
            required=True,
            error_messages={"required": _("Vælg mindst én, der er med.")},
        )
        # Those that it is meant for stand first.
        meant = {actor.pk for actor in actors_meant(initiative, today)}
        ranked = sorted(offered, key=lambda actor: actor.pk not in meant)
        field.choices = [(actor.pk, name_and_place(actor)) for actor in ranked]
        self.fields["actors"] = field
        self.order_fields(["actors", "started_on"])
        self.dress()

    def clean(self) -> dict[str, Any]:
        """The day has come."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("started_on"):
            started_on, begins = cleaned["started_on"], self.initiative.programme.starts_on
            self.add_problems(problems_of_coverage(started_on, None, timezone.localdate(), begins))
        return cleaned


class CoverageChangeForm(Form):
    """How many groups an actor reaches, and whether it has stopped."""

    groups_reached = CountField(label=_("Grupper, der er med"), required=False, min_value=0, max_value=MOST_GROUPS)
    groups_total = CountField(label=_("Grupper i alt"), required=False, min_value=1, max_value=MOST_GROUPS)
    ended_on = forms.DateField(
        label=_("Stoppet fra"), required=False, help_text=_("Lad den stå tom, så længe de er med.")
    )

    def __init__(self, *args: Any, coverage: Coverage, **kwargs: Any) -> None:
        told = {name: getattr(coverage, name) for name in ("groups_reached", "groups_total", "ended_on")}
        super().__init__(*args, initial=told, **kwargs)
        self.coverage = coverage

    def clean(self) -> dict[str, Any]:
        """Both counts or neither, no more than there are, and an end after the beginning."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if (cleaned["groups_reached"] is None) != (cleaned["groups_total"] is None):
            self.add_error("groups_total", _("Skriv både, hvor mange der er med, og hvor mange der er i alt."))
            return cleaned
        today = timezone.localdate()
        self.add_problems(problems_of_coverage(self.coverage.started_on, self.groups, today))
        if cleaned["ended_on"]:
            self.add_problems(problems_of_ending(self.coverage.started_on, cleaned["ended_on"], today))
        return cleaned

    @property
    def groups(self) -> Groups | None:
        """How many of how many; None where it is not counted."""
        told = self.cleaned_data
        if told["groups_reached"] is None:
            return None
        return Groups(reached=told["groups_reached"], total=told["groups_total"])


class DecisionForm(Form):
    """What a municipality decides about an initiative, and why."""

    verdict = forms.ChoiceField(
        label=_("Hvad er besluttet?"),
        choices=Verdict.choices,
        widget=forms.RadioSelect(attrs={"group": "chips"}),
        help_text=_("Dropper kommunen den, slutter det samme dag de steder i kommunen, der gør det."),
    )
    on = forms.DateField(label=_("Hvornår?"))
    why = forms.CharField(label=_("Hvorfor?"), widget=forms.Textarea(attrs={"rows": 3}))
    decided_by = forms.CharField(
        label=_("Hvem besluttede?"), max_length=120, required=False, help_text=_("Fx styregruppen.")
    )

    def __init__(self, *args: Any, standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = municipalities_within(standing, Right.MANAGE_INITIATIVES)
        self.fields["municipality"] = forms.ModelChoiceField(offered, label=_("Kommune"), empty_label=_("Vælg"))
        self.order_fields(["municipality", "verdict", "on", "why", "decided_by"])
        self.dress()

    def clean(self) -> dict[str, Any]:
        """The day has come, and it says why."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.add_problems(problems_of_decision(cleaned["on"], cleaned["why"], timezone.localdate()))
        return cleaned
