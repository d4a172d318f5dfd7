"""Planning a season: where, when, and who takes turns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind
from landsby.web.activities.forms.who import told as name_and_place
from landsby.web.halls.access import associations_to_choose, communities_to_plan_in, halls_to_choose
from landsby.web.halls.details import Pause, SeasonDetails, WeeklyTime
from landsby.web.halls.models import Season
from landsby.web.halls.rules import problems_of_season
from landsby.web.halls.words import WEEKDAYS, rhythm_in_words
from landsby.web.kit.filters import MOST_OFFERED
from landsby.web.kit.folds import Fold, Section
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import CountField, keys_in
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right

EMPTY_PAUSES = 3
"""So many empty lines for pauses stand below those that are told already."""

MOST_WEEKS_BETWEEN = 6

_PLAIN = "title place starts_on ends_on weeks_between hosts_each people_needed bring bring_in_english".split()


class SeasonForm(Form):
    """Everything about one season. What opens on which days follows from it."""

    kind = forms.ChoiceField(label=_("Hvad åbner I?"))
    title = forms.CharField(label=_("Navn"), max_length=160, help_text=_("Det, familierne kender det som."))
    place = forms.CharField(label=_("Sted"), max_length=160, help_text=_("Fx hallens navn."))
    starts_on = forms.DateField(label=_("Første dag"))
    ends_on = forms.DateField(label=_("Sidste dag"))
    weeks_between = forms.TypedChoiceField(label=_("Hvor tit"), coerce=int, initial=1)
    hosts_each = CountField(label=_("Foreninger hver gang"), min_value=1, max_value=4, initial=1)
    people_needed = CountField(label=_("Personer fra hver forening"), min_value=1, max_value=30, initial=2)
    bring = forms.CharField(
        label=_("Det skal familierne have med"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Står på informationsarket."),
    )
    bring_in_english = forms.CharField(
        label=_("Det samme på engelsk"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(
        self,
        *args: Any,
        standing: Standing,
        kinds: Sequence[ActivityKind],
        today: date,
        season: Season | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.standing, self.season, self.kinds = standing, season, {kind.id: kind for kind in kinds}
        self.fields["kind"].choices = [(kind.id, say(kind.title)) for kind in kinds]  # type: ignore[attr-defined]  # a field of choices
        if len(kinds) == 1:
            self.fields["kind"].widget, self.fields["kind"].initial = forms.HiddenInput(), kinds[0].id
        weeks = [(number, rhythm_in_words(number)) for number in range(1, MOST_WEEKS_BETWEEN + 1)]
        self.fields["weeks_between"].choices = weeks  # type: ignore[attr-defined]  # a field of choices
        self._ask_where(today)
        self._ask_when()
        self._ask_who(kinds, today)
        self.dress()

    def _ask_where(self, today: date) -> None:
        communities = communities_to_plan_in(self.standing, self.season)
        halls = halls_to_choose(self.standing, today, self.season)
        none: dict[str, Any] = {"required": False, "empty_label": _("Vælg")}
        if communities.exists():
            must = not self.standing.reach(Right.PLAN_OPENINGS).everywhere
            self.fields["community"] = forms.ModelChoiceField(
                communities, label=_("Lokalområde"), **{**none, "required": must}
            )
        if not halls.are_more_than(MOST_OFFERED):
            self.fields["hall"] = forms.ModelChoiceField(halls, label=_("Hvis sted er det?"), **none)
            self.fields["coordinator"] = forms.ModelChoiceField(halls, label=_("Koordinator"), **none)

    def _ask_when(self) -> None:
        for weekday, name in enumerate(WEEKDAYS):
            self.fields[f"opens_{weekday}"] = forms.TimeField(label=_("%(day)s fra") % {"day": name}, required=False)
            self.fields[f"closes_{weekday}"] = forms.TimeField(label=_("til"), required=False)
        for number in range(self._pause_lines):
            self.fields[f"pause_first_{number}"] = forms.DateField(label=_("Lukket fra"), required=False)
            self.fields[f"pause_last_{number}"] = forms.DateField(label=_("til og med"), required=False)
            self.fields[f"pause_why_{number}"] = forms.CharField(label=_("Hvorfor"), max_length=80, required=False)

    @property
    def _pause_lines(self) -> int:
        told = len(self.season.pauses.all()) if self.season else 0
        return told + EMPTY_PAUSES

    def _ask_who(self, kinds: Sequence[ActivityKind], today: date) -> None:
        offered = associations_to_choose(self.standing, kinds, today, self.season)
        attrs, shown = {"group": "picker"}, offered
        if offered.are_more_than(MOST_OFFERED):
            # Among thousands an association is looked for by its name.
            attrs["search"] = reverse("activities:actors", args=[self.standing.programme.slug])
            shown = offered.among(self._chosen)
        field = forms.ModelMultipleChoiceField(
            offered,
            label=_("Foreninger, der skiftes"),
            required=False,
            widget=forms.CheckboxSelectMultiple(attrs=attrs),
        )
        field.choices = [(actor.pk, name_and_place(actor)) for actor in shown]
        self.fields["associations"] = field

    @property
    def _chosen(self) -> list[int]:
        """The associations that are chosen already, by primary key."""
        sent = (
            self.data.getlist("associations")  # type: ignore[attr-defined]  # a QueryDict
            if self.is_bound
            else self.initial.get("associations", [])
        )
        return keys_in(sent)

    @staticmethod
    def initial_of(season: Season) -> dict[str, Any]:
        """A stored season, whose plan is at hand, as initial values."""
        told = {name: getattr(season, name) for name in _PLAIN}
        told |= {"kind": season.kind, "community": season.community_id}
        told |= {"hall": season.hall_id, "coordinator": season.coordinator_id}
        for time in season.weekly.all():
            told |= {f"opens_{time.weekday}": time.opens_at, f"closes_{time.weekday}": time.closes_at}
        for number, pause in enumerate(season.pauses.all()):
            told |= {f"pause_first_{number}": pause.first_on, f"pause_last_{number}": pause.last_on}
            told[f"pause_why_{number}"] = pause.why
        return told | {"associations": [host.actor_id for host in season.hosts.all()]}

    def clean(self) -> dict[str, Any]:
        """Times come in pairs, the days hold together, and the place lies where the person may plan."""
        cleaned = super().clean() or self.cleaned_data
        for weekday, _name in enumerate(WEEKDAYS):
            if bool(cleaned.get(f"opens_{weekday}")) != bool(cleaned.get(f"closes_{weekday}")):
                self.add_error(f"closes_{weekday}", _("Skriv både, hvornår der åbnes, og hvornår der lukkes."))
        for number in range(self._pause_lines):
            if cleaned.get(f"pause_last_{number}") and not cleaned.get(f"pause_first_{number}"):
                self.add_error(f"pause_first_{number}", _("Skriv den første dag, der er lukket."))
        if not self.errors:
            told = self.details
            self.add_problems(problems_of_season(told))
            if not self._is_within_reach(told):
                self.add_error(None, _("Du kan ikke planlægge åbningstider der. Vælg et andet sted."))
        return cleaned

    def _told(self, name: str) -> Any:
        """What was chosen; what was not asked about stays as it is."""
        return self.cleaned_data[name] if name in self.fields else getattr(self.season, name, None)

    def _is_within_reach(self, told: SeasonDetails) -> bool:
        reach = self.standing.reach(Right.PLAN_OPENINGS)
        return reach.covers(
            municipality=told.municipality.pk if told.municipality else None,
            community=told.community.pk if told.community else None,
            actors=[told.coordinator.pk] if told.coordinator else [],
        )

    @property
    def details(self) -> SeasonDetails:
        """What the form was told."""
        told = self.cleaned_data
        community, hall, coordinator = (self._told(name) for name in ("community", "hall", "coordinator"))
        around = community or coordinator or hall
        return SeasonDetails(
            **{name: told[name] for name in _PLAIN},
            kind=self.kinds[told["kind"]],
            community=community,
            municipality=around.municipality if around else None,
            hall=hall,
            coordinator=coordinator,
            weekly=tuple(self._weekly),
            pauses=tuple(self._pauses),
            associations=tuple(told["associations"]),
        )

    @property
    def _weekly(self) -> list[WeeklyTime]:
        told = self.cleaned_data
        return [
            WeeklyTime(weekday=day, opens_at=told[f"opens_{day}"], closes_at=told[f"closes_{day}"])
            for day, _name in enumerate(WEEKDAYS)
            if told.get(f"opens_{day}") and told.get(f"closes_{day}")
        ]

    @property
    def _pauses(self) -> list[Pause]:
        told = self.cleaned_data
        lines = [
            (told.get(f"pause_first_{number}"), told.get(f"pause_last_{number}"), told.get(f"pause_why_{number}"))
            for number in range(self._pause_lines)
        ]
        return [Pause(first_on=first, last_on=last or first, why=why or "") for first, last, why in lines if first]

    def weekdays(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each day of the week with its two times."""
        return [(str(name), self[f"opens_{day}"], self[f"closes_{day}"]) for day, name in enumerate(WEEKDAYS)]

    def pauses(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """Each line for a pause."""
        names = ("pause_first", "pause_last", "pause_why")
        return [tuple(self[f"{name}_{number}"] for name in names) for number in range(self._pause_lines)]  # type: ignore[misc]  # three of them

    def where(self) -> Section:
        """What is opened, and where."""
        names = [name for name in ("kind", "title", "community", "place") if name in self.fields]
        whose = [self[name] for name in ("hall", "coordinator") if name in self.fields]
        folds = [Fold("whose", _("Hvis sted, og hvem koordinerer"), whose)] if whose else []
        return Section(_("Hvad og hvor"), [self[name] for name in names if not self[name].is_hidden], folds)

    def who(self) -> Section:
        """Who takes turns, and how many come."""
        picked = Fold("associations", _("Foreninger, der skiftes"), [self["associations"]], is_asked_for=True)
        return Section(_("Værter"), [self["hosts_each"], self["people_needed"]], [picked])
