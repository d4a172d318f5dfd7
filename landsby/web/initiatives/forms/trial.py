"""Telling of a trial, on one screen of a phone; and of a policy."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.access import actors_to_try, before_in, trials_to_go_on_from
from landsby.web.initiatives.details import PolicyDetails, TrialDetails
from landsby.web.initiatives.forms.choices import one_actor
from landsby.web.initiatives.models import Initiative, Policy, Trial
from landsby.web.initiatives.rules import (
    problems_of_chain,
    problems_of_policy,
    problems_of_telling,
    problems_of_trial,
)
from landsby.web.initiatives.stages import NextStep
from landsby.web.kit.folds import Fold, Section
from landsby.web.kit.together import WrittenTogether
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Right

_ROWS = {"rows": 2}
_TOLD = ("question", "tried", "with_whom", "started_on", "ended_on", "expected", "observed", "learned", "next_step")


class TrialForm(WrittenTogether):
    """One trial: begun, or told of afterwards."""

    client_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    question = forms.CharField(
        label=_("Hvad vil I finde ud af?"), max_length=200, help_text=_("Fx: Bliver flere siddende, når vi læser højt?")
    )
    tried = forms.CharField(label=_("Hvad prøver I?"), required=False, widget=forms.Textarea(attrs=_ROWS))
    with_whom = forms.CharField(label=_("Sammen med hvem?"), max_length=200, required=False)
    started_on = forms.DateField(label=_("Fra"))
    ended_on = forms.DateField(label=_("Til"), required=False)
    expected = forms.CharField(label=_("Hvad venter I?"), required=False, widget=forms.Textarea(attrs=_ROWS))
    observed = forms.CharField(label=_("Hvad så I?"), required=False, widget=forms.Textarea(attrs=_ROWS))
    learned = forms.CharField(
        label=_("Hvad lærte I?"),
        required=False,
        widget=forms.Textarea(attrs=_ROWS),
        help_text=_("Skriv ikke om enkelte børn eller familier."),
    )
    next_step = forms.ChoiceField(
        label=_("Hvad gør I så?"),
        required=False,
        choices=NextStep.choices,
        widget=forms.RadioSelect(attrs={"group": "chips"}),
    )

    def __init__(
        self, *args: Any, standing: Standing, initiative: Initiative, trial: Trial | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.standing, self.initiative, self.trial = standing, initiative, trial
        actors = actors_to_try(standing, timezone.localdate(), trial)
        chosen = self.data.get("actor") or self.initial.get("actor")
        must = not standing.reach(Right.LOG_ACTIVITIES).everywhere and trial is None
        self.fields["actor"] = one_actor(actors, standing, label=_("Hvor?"), chosen=chosen, required=must)
        earlier = trials_to_go_on_from(standing, initiative, trial)
        self.fields["previous"] = forms.ModelChoiceField(
            earlier, label=_("Bygger videre på"), required=False, empty_label=_("Ingen")
        )
        self.dress()
        if trial is not None:
            self.share()

    @staticmethod
    def initial_of(trial: Trial) -> dict[str, Any]:
        """A stored trial as initial values."""
        return {
            **{name: getattr(trial, name) for name in _TOLD},
            "actor": trial.actor_id,
            "previous": trial.previous_id,
        }

    @staticmethod
    def initial_of_new(standing: Standing, previous: Trial | None) -> dict[str, Any]:
        """A new one from today at one's own institution, perhaps going on from an earlier one."""
        own = standing.own_actors
        told: dict[str, Any] = {"client_key": uuid4(), "started_on": timezone.localdate()}
        told["actor"] = own[0].pk if own else None
        if previous is not None:
            told |= {"previous": previous.pk, "question": previous.question, "actor": previous.actor_id}
        return told

    def clean(self) -> dict[str, Any]:
        """What the rules say."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            told = self.details
            own = self.trial.pk if self.trial else None
            previous = told.previous.pk if told.previous else None
            self.add_problems(problems_of_trial(told, timezone.localdate()))
            self.add_problems(problems_of_telling(told) if self.trial else [])
            self.add_problems(problems_of_chain(own, previous, before_in(self.initiative)))
        return cleaned

    @property
    def details(self) -> TrialDetails:
        """What the form was told; a place without an institution stays as it was."""
        told = self.cleaned_data
        actor: Actor | None = told["actor"]
        kept = self.trial or self.initiative
        return TrialDetails(
            **{name: told[name] for name in _TOLD},
            previous=told["previous"],
            actor=actor,
            community=None if actor else kept.community,
            municipality=None if actor else kept.municipality,
        )

    def sections(self) -> list[Section]:
        """Before it, what is tried; after it, what was seen and learnt. The rest is folded."""
        before = ("question", "tried", "actor", "started_on")
        if self.trial is None:
            more = Fold("more", _("Mere"), self._all("with_whom", "expected", "ended_on", "previous"))
            after = Fold("after", _("Hvordan det gik"), self._all("observed", "learned", "next_step"))
            return [Section("", self._all(*before), [more, after])]
        rest = Fold("before", _("Det, I skrev før"), self._all(*before, "with_whom", "expected", "previous"))
        return [Section("", self._all("observed", "learned", "next_step", "ended_on"), [rest])]

    def _all(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names]


class PolicyForm(WrittenTogether):
    """One policy: what is agreed, by whom, where and from when."""

    title = forms.CharField(label=_("Hvad hedder den?"), max_length=160, help_text=_("Fx: Sådan holder vi fødselsdag."))
    owner = forms.CharField(label=_("Hvem har ansvaret?"), max_length=120, help_text=_("Fx skolebestyrelsen."))
    started_on = forms.DateField(label=_("Gælder fra"))
    ended_on = forms.DateField(label=_("Gælder til"), required=False)
    text = forms.CharField(label=_("Hvad er aftalt?"), required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(
        self,
        *args: Any,
        standing: Standing,
        initiative: Initiative | None,
        policy: Policy | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initiative, self.policy = initiative, policy
        kept = policy.actor_id if policy else None
        actors = actors_to_try(standing, timezone.localdate(), policy)
        must = not standing.reach(Right.LOG_ACTIVITIES).everywhere and policy is None
        chosen = self.data.get("actor") or kept
        self.fields["actor"] = one_actor(actors, standing, label=_("Hvor gælder den?"), chosen=chosen, required=must)
        self.order_fields(["title", "actor", "owner", "started_on", "text", "ended_on"])
        self.dress()
        if policy is not None:
            self.share()

    @staticmethod
    def initial_of(policy: Policy) -> dict[str, Any]:
        """A stored policy as initial values."""
        plain = ("title", "owner", "started_on", "ended_on", "text")
        return {**{name: getattr(policy, name) for name in plain}, "actor": policy.actor_id}

    def clean(self) -> dict[str, Any]:
        """What the rules say."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.add_problems(problems_of_policy(self.details))
        return cleaned

    @property
    def details(self) -> PolicyDetails:
        """What the form was told; a place without an institution stays as it was."""
        told, kept = self.cleaned_data, self.policy or self.initiative
        actor: Actor | None = told["actor"]
        return PolicyDetails(
            **{name: told[name] for name in ("title", "owner", "started_on", "ended_on", "text")},
            initiative=self.initiative,
            actor=actor,
            community=kept.community if kept and not actor else None,
            municipality=kept.municipality if kept and not actor else None,
        )
