"""The whole form: everything that can be said about one activity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.access import communities_to_choose, may_register
from landsby.web.activities.counts import COUNTS
from landsby.web.activities.details import Details
from landsby.web.activities.forms.initiatives import initiatives_field
from landsby.web.activities.forms.once import NewForm
from landsby.web.activities.forms.parts import (
    CommunityField,
    attendance_from,
    count_fields,
    definition_choices,
    extra_from,
    extra_initial,
    hours_field,
    own_fields,
)
from landsby.web.activities.forms.who import PARTS, actors_fields
from landsby.web.activities.models import Activity, Part
from landsby.web.activities.rules import problems_of_details
from landsby.web.activities.status import Status
from landsby.web.kit.folds import Fold, Section
from landsby.web.kit.forms import ask_for_one_of_several
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Community, Municipality, Right

_PLAIN = (
    "title",
    "status",
    "cancelled_because",
    "starts_on",
    "ends_on",
    "start_time",
    "end_time",
    "place",
    "hours",
    "notes",
)


class ActivityForm(NewForm):
    """One activity of one kind, new or stored."""

    title = forms.CharField(label=_("Titel"), max_length=160)
    status = forms.ChoiceField(
        label=_("Status"), choices=Status.choices, widget=forms.RadioSelect(attrs={"group": "chips"})
    )
    cancelled_because = forms.CharField(label=_("Hvorfor aflyst"), max_length=200, required=False)
    starts_on = forms.DateField(label=_("Dato"))
    start_time = forms.TimeField(label=_("Fra kl."), required=False)
    end_time = forms.TimeField(label=_("Til kl."), required=False)
    ends_on = forms.DateField(label=_("Sidste dag"), required=False)
    place = forms.CharField(label=_("Sted"), max_length=160, required=False)
    hours = hours_field()
    notes = forms.CharField(label=_("Noter"), required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(
        self,
        *args: Any,
        kind: ActivityKind,
        blueprint: Blueprint,
        standing: Standing,
        activity: Activity | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, standing=standing, blueprint=blueprint, **kwargs)
        self.kind, self.activity = kind, activity
        # A programme, or a place in it, may do without communities: then nobody is asked for one.
        if communities_to_choose(standing, activity).exists():
            self.fields["community"] = CommunityField(standing, activity)
        self.fields |= {
            **actors_fields(standing, activity, chosen=self._chosen(*PARTS)),
            **_goals_and_tracks(blueprint, self.initial if activity else {}),
            **initiatives_field(standing, self._chosen("initiatives")),
            **count_fields(kind),
            **own_fields(kind, enforce=False),
        }
        self._say_where_one_is_needed()
        self.dress()

    def _say_where_one_is_needed(self) -> None:
        """Who does not register everywhere must choose a community or a host: then neither can be called optional."""
        if self.activity is not None or self.standing.reach(Right.LOG_ACTIVITIES).everywhere:
            return
        for name in ("community", "hosts"):
            if name in self.fields:
                ask_for_one_of_several(self.fields[name])
        if "community" in self.fields:
            self.fields["community"].help_text = _("Vælg et lokalområde, en vært eller begge.")

    @staticmethod
    def initial_of(activity: Activity, kind: ActivityKind) -> dict[str, Any]:
        """A stored activity, whose parts are at hand, as initial values."""
        parts = [(i.part, i.actor_id) for i in activity.involvements.all()]
        return {
            **{name: getattr(activity, name) for name in (*_PLAIN, *COUNTS)},
            "community": activity.community_id,
            "hosts": [actor for part, actor in parts if part == Part.HOST],
            "participants": [actor for part, actor in parts if part == Part.PARTICIPANT],
            "facilitators": [actor for part, actor in parts if part == Part.FACILITATOR],
            "goals": [link.goal for link in activity.goals.all()],
            "tracks": [link.track for link in activity.tracks.all()],
            "initiatives": [link.initiative_id for link in activity.initiatives.all()],
            **extra_initial(kind, activity.extra),
        }

    @staticmethod
    def initial_of_kind(kind: ActivityKind, blueprint: Blueprint, standing: Standing) -> dict[str, Any]:
        """A new activity of a kind: today, its usual goals and tracks, and one's own institution as host."""
        own = standing.own_actors
        return {
            "client_key": uuid4(),
            "title": say(kind.title),
            "status": Status.PLANNED,
            "starts_on": timezone.localdate(),
            "goals": kind.goals,
            "tracks": blueprint.usual_tracks(kind, [actor.group for actor in own]),
            "hosts": [actor.pk for actor in own],
            "community": own[0].community_id if own else None,
        }

    def clean(self) -> dict[str, Any]:
        """What the rules and the person's reach say to the whole."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        told = self.details
        self.add_problems(problems_of_details(told, timezone.localdate()))
        is_new = self.activity is None
        if is_new and not may_register(self.standing.reach(Right.LOG_ACTIVITIES), told):
            where = "community" if "community" in self.fields else "hosts"
            self.add_error(where, _("Vælg et lokalområde eller en vært, som du registrerer for."))
        if is_new and not self.errors:
            self.recognise()
        return cleaned

    @property
    def details(self) -> Details:
        """What the form was told."""
        told = self.cleaned_data
        plain = ("title", "starts_on", "ends_on", "start_time", "end_time", "place", "hours", "notes")
        return Details(
            kind=self.kind,
            **{name: told[name] for name in plain},
            status=Status(told["status"]),
            cancelled_because=told["cancelled_because"] if told["status"] == Status.CANCELLED else "",
            community=told.get("community"),
            municipality=self._municipality,
            attendance=attendance_from({**self._counted_before, **told}),
            extra=extra_from(self.kind, told),
            goals=tuple(told["goals"]),
            tracks=tuple(told["tracks"]),
            hosts=tuple(told["hosts"]),
            participants=tuple(told["participants"]),
            facilitators=tuple(told["facilitators"]),
            initiatives=tuple(told.get("initiatives", ())),
        )

    @property
    def _counted_before(self) -> dict[str, int | None]:
        """Counts of groups that the form does not ask about, which stay as they are."""
        return {group: getattr(self.activity, group) for group in COUNTS} if self.activity else {}

    @property
    def _municipality(self) -> Municipality | None:
        """That of the community, of whoever hosts, or the one that it had."""
        told = self.cleaned_data
        community: Community | None = told.get("community")
        if community is not None:
            return community.municipality
        if self.activity is not None and self.activity.municipality is not None:
            return self.activity.municipality
        host: Actor | None = next(iter(told["hosts"] or told["participants"]), None)
        return host.municipality if host else None

    def sections(self) -> list[Section]:
        """The fields in the order that people think in: what every activity has stands open, the rest is folded."""
        own = [name for name in self.fields if name.startswith("extra_")]
        times = ("starts_on", "ends_on", "start_time", "end_time")
        more = Fold("more", _("Timer og noter"), self._present(*own, "hours", "notes"))
        return [
            Section(_("Hvad og hvornår"), self._present("title", "status", "cancelled_because", *times)),
            Section(_("Hvor og hvem"), self._present("community", "place"), self._folded(*PARTS)),
            Section(_("Hvad den handler om"), folds=self._folded("goals", "tracks", "initiatives")),
            Section(_("Mere"), folds=[fold for fold in (self._attendance, more) if fold.fields]),
        ]

    @property
    def _attendance(self) -> Fold:
        """How many came: asked as soon as it has been held."""
        fold = Fold("attendance", _("Hvor mange kom"), self._present(*COUNTS), opens_with=f"status={Status.HELD}")
        is_held = "status" in self.fields and self["status"].value() == Status.HELD
        return replace(fold, is_asked_for=is_held and not fold.chosen)

    def _chosen(self, *names: str) -> list[object]:
        """The primary keys of what is chosen in some fields, as sent or as the form began."""
        sent = [key for name in names for key in getattr(self.data, "getlist", lambda _name: [])(name)]
        return [*sent, *(key for name in names for key in self.initial.get(name, ()))]

    def _present(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def _folded(self, *names: str) -> list[Fold]:
        return [Fold(name, self[name].label, [self[name]]) for name in names if name in self.fields]


def _goals_and_tracks(blueprint: Blueprint, stored: Mapping[str, Any]) -> dict[str, forms.Field]:
    """The goals and the tracks that are used today, and those that are stored."""
    several: dict[str, Any] = {"widget": forms.CheckboxSelectMultiple, "required": False}
    today = timezone.localdate()
    fields: dict[str, forms.Field] = {}
    for name, label in (("goals", _("Målsætninger")), ("tracks", _("Spor"))):
        choices = definition_choices(getattr(blueprint, name), stored.get(name, ()), on=today)
        fields[name] = forms.MultipleChoiceField(label=label, choices=choices, **several)
    return fields
