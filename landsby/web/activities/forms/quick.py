"""The quick log: three taps and a number, on a phone, standing up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.access import may_register
from landsby.web.activities.details import Details
from landsby.web.activities.forms.once import NewForm
from landsby.web.activities.forms.parts import attendance_from, count_field
from landsby.web.activities.forms.who import offer_one
from landsby.web.activities.habits import habits_of
from landsby.web.activities.rules import problems_of_details
from landsby.web.activities.status import Status
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Right

TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"
_CHIPS = {"group": "chips"}
# What was used last stands first, and Back restores a choice by its place: these come from the server each time.
_CHIPS_THAT_MOVE = {**_CHIPS, "autocomplete": "off"}
_ASKED_AS = {"starts_on": "other_day"}


class QuickLogForm(NewForm):
    """What was done, by whom, when, and how many came. All but the number is chosen beforehand."""

    # What was »today« on the page is a date when it has waited on a device; the date itself is in the key.
    told_apart_from: ClassVar[frozenset[str]] = NewForm.told_apart_from | {"day", "other_day"}

    kind = forms.ChoiceField(label=_("Hvad lavede I?"), widget=forms.RadioSelect(attrs=_CHIPS_THAT_MOVE))
    actor = forms.ChoiceField(
        label=_("Hvem var vært?"), required=False, widget=forms.RadioSelect(attrs=_CHIPS_THAT_MOVE)
    )
    other_actor: forms.ModelChoiceField[Actor] = forms.ModelChoiceField(
        None, label=_("Eller vælg en anden vært"), required=False
    )
    count = count_field("children", label=_("Hvor mange kom?"), required=True)
    day = forms.ChoiceField(
        label=_("Hvornår?"),
        choices=[(TODAY, _("I dag")), (YESTERDAY, _("I går")), (OTHER, _("En anden dag"))],
        widget=forms.RadioSelect(attrs=_CHIPS),
    )
    other_day = forms.DateField(label=_("Dato"), required=False)
    note = forms.CharField(label=_("Et par ord"), max_length=160, required=False)

    def __init__(
        self,
        *args: Any,
        kinds: Sequence[ActivityKind],
        actors: Sequence[Actor],
        blueprint: Blueprint,
        standing: Standing,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, standing=standing, blueprint=blueprint, **kwargs)
        self.kinds = {kind.id: kind for kind in kinds}
        self.actors = {str(actor.pk): actor for actor in actors}
        self._choose("kind", [(kind.id, say(kind.title)) for kind in kinds])
        self.fields["actor"].required = bool(self.actors)
        self._choose("actor", [(key, actor.name) for key, actor in self.actors.items()])
        if self._has_one_host_only():
            self.fields["actor"].widget = forms.HiddenInput()
            del self.fields["other_actor"]
        else:
            other = self.fields["other_actor"]
            assert isinstance(other, forms.ModelChoiceField)
            offer_one(other, standing, chosen=self.data.get("other_actor"))

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _has_one_host_only(self) -> bool:
        """Somebody who registers for one institution is not asked which."""
        reach = self.standing.reach(Right.LOG_ACTIVITIES)
        return len(self.actors) == 1 and not (reach.everywhere or reach.municipalities or reach.communities)

    @classmethod
    def of(cls, standing: Standing, blueprint: Blueprint, data: Any = None) -> QuickLogForm:
        """The form with what somebody usually registers chosen beforehand."""
        habits = habits_of(standing, blueprint, timezone.localdate())
        initial = cls.initial_of(habits.kinds, habits.actors)
        return cls(
            data, kinds=habits.kinds, actors=habits.actors, blueprint=blueprint, standing=standing, initial=initial
        )

    @staticmethod
    def initial_of(kinds: Sequence[ActivityKind], actors: Sequence[Actor]) -> dict[str, Any]:
        """The first of each, which is what was chosen last time, and today."""
        return {
            "client_key": uuid4(),
            "kind": kinds[0].id if kinds else None,
            "actor": str(actors[0].pk) if actors else None,
            "day": TODAY,
        }

    def clean(self) -> dict[str, Any]:
        """A host and a day must have been found, and lie where the person may register."""
        cleaned = super().clean() or self.cleaned_data
        if self._host is None:
            self.add_error("actor", _("Vælg, hvem der var vært."))
        if self._day is None:
            self.add_error("other_day", _("Vælg datoen."))
        if not self.errors:
            told = self.details
            found = problems_of_details(told, timezone.localdate())
            self.add_problems(replace(one, field=_ASKED_AS.get(one.field, one.field)) for one in found)
            if not may_register(self.standing.reach(Right.LOG_ACTIVITIES), told):
                self.add_error("actor", _("Du kan ikke registrere for den vært. Vælg en anden."))
        if not self.errors:
            self.recognise()
        return cleaned

    @property
    def _host(self) -> Actor | None:
        other: Actor | None = self.cleaned_data.get("other_actor")
        return other or self.actors.get(self.cleaned_data.get("actor") or "")

    @property
    def _day(self) -> date | None:
        today = timezone.localdate()
        chosen = {TODAY: today, YESTERDAY: today - timedelta(days=1)}
        return chosen.get(self.cleaned_data.get("day") or "", self.cleaned_data.get("other_day"))

    @property
    def details(self) -> Details:
        """What the form was told, as something that was held."""
        host, day = self._host, self._day
        assert host is not None
        assert day is not None
        kind = self.kinds[self.cleaned_data["kind"]]
        group = kind.counts[0]
        return Details(
            kind=kind,
            title=self.cleaned_data["note"] or say(kind.title),
            starts_on=day,
            status=Status.HELD,
            municipality=host.municipality,
            community=host.community,
            attendance=attendance_from({group: self.cleaned_data["count"]}),
            goals=tuple(kind.goals),
            tracks=self.blueprint.usual_tracks(kind, [host.group]),
            hosts=(host,),
        )
