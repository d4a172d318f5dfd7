"""An actor's facts, and the turns it may take: a new name, closing, merging."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form
from landsby.web.partnerships.access import Standing, actors_within, communities_within, municipalities_within
from landsby.web.partnerships.forms.choices import ActorByGroup, kinds_in_use
from landsby.web.partnerships.models import Actor, Community, Contact, Municipality, Right
from landsby.web.partnerships.rules import (
    problems_of_closing,
    problems_of_merger,
    problems_of_new_name,
    problems_of_parent,
    problems_of_place,
    problems_of_point,
)

FACTS = (
    "kind",
    "name",
    "municipality",
    "community",
    "parent",
    "register_id",
    "address",
    "postcode",
    "town",
    "latitude",
    "longitude",
    "opened_on",
)


class ActorForm(Form):
    """What is known of an actor."""

    kind = forms.ChoiceField(label=_("Slags"))
    name = forms.CharField(label=_("Navn"), max_length=160)
    municipality: forms.ModelChoiceField[Municipality] = forms.ModelChoiceField(
        None, label=_("Kommune"), required=False, empty_label="–"
    )
    community: forms.ModelChoiceField[Community] = forms.ModelChoiceField(
        None, label=_("Lokalområde"), required=False, empty_label="–"
    )
    parent = ActorByGroup(label=_("Afdeling af"), required=False, empty_label="–")
    address = forms.CharField(label=_("Adresse"), max_length=160, required=False)
    postcode = forms.RegexField(
        r"^\d{4}$",
        label=_("Postnummer"),
        required=False,
        error_messages={"invalid": _("Skriv fire cifre.")},
        widget=forms.TextInput({"inputmode": "numeric", "class": "form-input input-width-xs"}),
    )
    town = forms.CharField(label=_("By"), max_length=80, required=False)
    opened_on = forms.DateField(label=_("Åbnede"), required=False)
    register_id = forms.CharField(label=_("Nummer i register"), max_length=30, required=False)
    latitude = forms.FloatField(label=_("Breddegrad"), required=False, min_value=-90, max_value=90)
    longitude = forms.FloatField(label=_("Længdegrad"), required=False, min_value=-180, max_value=180)

    def __init__(self, *args: Any, standing: Standing, actor: Actor | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._standing, self._actor = standing, actor
        right, today = Right.MANAGE_PLACES, timezone.localdate()
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [("", _("– vælg –")), *kinds_in_use()]
        wholes = actors_within(standing, right).whole().open_on(today)
        self._offer("municipality", municipalities_within(standing, right))
        self._offer("community", communities_within(standing, right))
        self._offer("parent", wholes.except_for(actor) if actor else wholes)
        for name in ("latitude", "longitude"):
            # A browser's own number field would round a coordinate, and refuse a decimal comma.
            self.fields[name].widget = forms.TextInput({"class": "form-input input-width-s", "inputmode": "decimal"})
            self.fields[name].localize = True

    @staticmethod
    def initial_of(actor: Actor) -> dict[str, Any]:
        """A stored actor as the form's initial values."""
        return {name: getattr(actor, name) for name in FACTS}

    def clean(self) -> dict[str, Any]:
        """The places fit each other and lie where the person may change them, and the number is free."""
        told = super().clean() or self.cleaned_data
        municipality, community = told.get("municipality"), told.get("community")
        self.add_problems(problems_of_place(municipality, community))
        self.add_problems(problems_of_point(told.get("latitude"), told.get("longitude")))
        if told.get("parent"):
            self.add_problems(problems_of_parent(self._actor, told["parent"]))
        if community and not municipality:
            municipality = told["municipality"] = community.municipality
        if not self._standing.reach(Right.MANAGE_PLACES).covers(
            municipality=municipality.pk if municipality else None,
            community=community.pk if community else None,
            actors=[self._actor.pk] if self._actor else [],
        ):
            self.add_error("municipality", _("Vælg en kommune."))
        self._refuse_taken_number(told.get("register_id", ""))
        return told

    def _refuse_taken_number(self, number: str) -> None:
        taken = self._standing.programme.actors.numbered(number) if number else None
        if taken is not None and taken != self._actor:
            wrong = _("Nummeret bruges allerede af %(name)s.") % {"name": taken.name}
            self.add_error("register_id", wrong)

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says, by the field names of an actor."""
        return {name: self.cleaned_data[name] for name in FACTS}


class RenameForm(Form):
    """A new name from a day on."""

    name = forms.CharField(label=_("Nyt navn"), max_length=160)
    on = forms.DateField(label=_("Fra"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._actor = actor

    def clean(self) -> dict[str, Any]:
        """The name is a new one."""
        told = super().clean() or self.cleaned_data
        self.add_problems(problems_of_new_name(self._actor, told.get("name", "")))
        return told


class CloseForm(Form):
    """The day that an actor closes."""

    closed_on = forms.DateField(label=_("Lukker"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._actor = actor

    def clean(self) -> dict[str, Any]:
        """The day is one that the actor can close on."""
        told = super().clean() or self.cleaned_data
        if told.get("closed_on"):
            self.add_problems(problems_of_closing(self._actor, told["closed_on"]))
        return told


class MergeForm(Form):
    """The actor that carries on, and from when."""

    into = ActorByGroup(label=_("Lægges sammen med"), empty_label=_("– vælg –"))
    closed_on = forms.DateField(label=_("Fra"))

    def __init__(self, *args: Any, standing: Standing, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["into"]
        assert isinstance(field, ActorByGroup)
        today = timezone.localdate()
        field.queryset = actors_within(standing, Right.MANAGE_PLACES).open_on(today).except_for(actor)
        self._actor = actor

    def clean(self) -> dict[str, Any]:
        """The two can be merged on that day."""
        told = super().clean() or self.cleaned_data
        if told.get("into") and told.get("closed_on"):
            self.add_problems(problems_of_merger(self._actor, told["into"], told["closed_on"]))
            self.add_problems(problems_of_closing(self._actor, told["closed_on"]))
        return told


class ContactForm(Form):
    """A person to call."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    title = forms.CharField(label=_("Stilling"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.RegexField(
        r"^[+()\d ]{6,20}$",
        label=_("Telefon"),
        required=False,
        error_messages={"invalid": _("Skriv et telefonnummer, for eksempel 12 34 56 78.")},
        widget=forms.TextInput({"inputmode": "tel", "class": "form-input input-width-s"}),
    )

    @staticmethod
    def initial_of(contact: Contact) -> dict[str, Any]:
        """A stored contact as the form's initial values."""
        return {name: getattr(contact, name) for name in ("name", "title", "email", "phone")}
