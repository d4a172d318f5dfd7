"""Offering a course, and the times that it can be had at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind
from landsby.web.courses.access import hosts_to_choose
from landsby.web.courses.models import FrameworkOffer, Transport
from landsby.web.courses.models.offer import MOST_GROUPS, OLDEST
from landsby.web.courses.rules import problems_of_offer, problems_of_window
from landsby.web.courses.told import ToldOffer, ToldWindow
from landsby.web.courses.weeks import weekly
from landsby.web.kit.folds import Section
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import CountField
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor

MOST_SESSIONS, MOST_CHILDREN = 200, 500
COMMUNITY, MUNICIPALITY = "community", "municipality"

_PLAIN = ("title", "about", "age_from", "age_to", "sessions", "most_children")
_PRACTICAL = ("place", "transport", "transport_note", "pickup")


class OfferForm(Form):
    """What is offered, for whom, and how the children come there."""

    kind = forms.ChoiceField(label=_("Slags"))
    host: forms.ModelChoiceField[Actor] = forms.ModelChoiceField(None, label=_("Forening"), empty_label=_("Vælg"))
    title = forms.CharField(label=_("Titel"), max_length=160, help_text=_("Fx »Spring og rul«."))
    about = forms.CharField(
        label=_("Hvad skal børnene lave?"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )
    age_from = CountField(label=_("Fra alder"), required=False, min_value=0, max_value=OLDEST)
    age_to = CountField(label=_("Til alder"), required=False, min_value=0, max_value=OLDEST)
    sessions = CountField(label=_("Antal gange"), min_value=1, max_value=MOST_SESSIONS)
    most_children = CountField(
        label=_("Højst så mange børn på et hold"), required=False, min_value=1, max_value=MOST_CHILDREN
    )
    area = forms.ChoiceField(
        label=_("Hvem kan melde sig?"),
        choices=[(COMMUNITY, _("Kun lokalområdet")), (MUNICIPALITY, _("Hele kommunen"))],
        widget=forms.RadioSelect(attrs={"group": "chips"}),
        initial=MUNICIPALITY,
    )
    place = forms.CharField(
        label=_("Sted"), max_length=160, required=False, help_text=_("Tomt betyder hos dem, der melder sig.")
    )
    transport = forms.ChoiceField(label=_("Transport"), choices=Transport.choices, widget=forms.RadioSelect)
    transport_note = forms.CharField(label=_("Mere om transporten"), max_length=200, required=False)
    pickup = forms.CharField(
        label=_("Hvor kan forældre hente?"),
        max_length=200,
        required=False,
        help_text=_("Fx »ved hallens hovedindgang«. Forældrene får det at vide."),
    )

    def __init__(self, *args: Any, kinds: Sequence[ActivityKind], standing: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = {kind.id: kind for kind in kinds}
        kind, host = self.fields["kind"], self.fields["host"]
        assert isinstance(kind, forms.ChoiceField)
        assert isinstance(host, forms.ModelChoiceField)
        kind.choices = [(key, say(kind.title)) for key, kind in self.kinds.items()]
        host.queryset = hosts_to_choose(standing, kinds)
        hosts = list(host.queryset[:2])
        if len(hosts) == 1:
            self._only(host, hosts[0])
        if len(self.kinds) == 1:
            kind.initial, kind.widget = next(iter(self.kinds)), forms.HiddenInput()
        self.dress()

    def _only(self, host: forms.Field, actor: Actor) -> None:
        """Who offers for one association is not asked which; one outside every community offers to all."""
        host.initial, host.widget = actor.pk, forms.HiddenInput()
        if actor.community_id is None:
            self.fields["area"].widget = forms.HiddenInput()

    @staticmethod
    def initial_of(offer: FrameworkOffer) -> dict[str, Any]:
        """A stored offer as initial values."""
        names = ("kind", "host", *_PLAIN, *_PRACTICAL)
        told = {name: getattr(offer, f"{name}_id" if name == "host" else name) for name in names}
        return {**told, "area": COMMUNITY if offer.community_id else MUNICIPALITY}

    def clean(self) -> dict[str, Any]:
        """What the rules say to the offer."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self.add_problems(problems_of_offer(self.told, timezone.localdate()))
        return cleaned

    @property
    def told(self) -> ToldOffer:
        """What the form was told."""
        cleaned, host = self.cleaned_data, self.cleaned_data["host"]
        return ToldOffer(
            kind=self.kinds[cleaned["kind"]],
            host=host,
            municipality=host.municipality,
            community=host.community if cleaned["area"] == COMMUNITY else None,
            **{name: cleaned[name] for name in (*_PLAIN, *_PRACTICAL)},
        )

    def sections(self) -> list[Section]:
        """The fields in the order that people think in."""
        return [
            Section(_("Hvad og for hvem"), self._shown("kind", "host", *_PLAIN, "area")),
            Section(_("Derhen og hjem"), self._shown(*_PRACTICAL)),
        ]

    def _shown(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names if not self[name].is_hidden]


class WindowForm(Form):
    """One weekday and time, from one day to another, and the places there."""

    weekday = forms.TypedChoiceField(label=_("Ugedag"), coerce=int, choices=list(WEEKDAYS.items()))
    groups = CountField(label=_("Plads til så mange hold"), min_value=1, max_value=MOST_GROUPS, initial=1)
    start_time = forms.TimeField(label=_("Fra kl."))
    end_time = forms.TimeField(label=_("Til kl."))
    first_on = forms.DateField(label=_("Fra dato"))
    last_on = forms.DateField(label=_("Til dato"))

    def __init__(self, *args: Any, sessions: int, least: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sessions, self.least = sessions, least

    def clean(self) -> dict[str, Any]:
        """What the rules say to the time."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            told = self.told
            days = weekly(told.weekday, told.first_on, told.last_on, self.sessions)
            self.add_problems(problems_of_window(told, len(days), self.least))
        return cleaned

    @property
    def told(self) -> ToldWindow:
        """What the form was told."""
        return ToldWindow(**self.cleaned_data)


class NewOfferForm:
    """An offer and its first time, on one page."""

    def __init__(self, data: Any, *, kinds: Sequence[ActivityKind], standing: Standing) -> None:
        today = timezone.localdate()
        initial = {"transport": Transport.INSTITUTION, "sessions": _most(kinds), "first_on": today}
        self.offer = OfferForm(data, kinds=kinds, standing=standing, initial=initial)
        self.window = WindowForm(data, sessions=MOST_SESSIONS, least=1, initial=initial)

    def is_valid(self) -> bool:
        """Whether both hold; the time has room for as many weeks as the chosen kind needs."""
        is_offer = self.offer.is_valid()
        if is_offer:
            told = self.offer.told
            self.window.sessions = told.sessions
            self.window.least = told.kind.sessions.min if told.kind.sessions else 1
        return self.window.is_valid() and is_offer

    @property
    def errors(self) -> bool:
        """Whether something is to be mended."""
        return bool(self.offer.errors or self.window.errors)


def _most(kinds: Sequence[ActivityKind]) -> int | None:
    """How often the only kind meets at the most."""
    limits = kinds[0].sessions if len(kinds) == 1 else None
    return limits.max if limits else None
