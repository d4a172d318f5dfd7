"""Signing up in under a minute: when, how many, whom to call."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind
from landsby.web.courses.access import institutions_for
from landsby.web.courses.models import FrameworkOffer, Transport
from landsby.web.courses.rules import problems_of_sign_up
from landsby.web.courses.times import WindowRow, windows_of
from landsby.web.courses.told import ToldSignUp
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import CountField
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor

MOST_CHILDREN = 500


class SignUpForm(Form):
    """A place at one time for one group."""

    client_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    window = forms.ChoiceField(
        label=_("Hvornår?"), widget=forms.RadioSelect, error_messages={"required": _("Vælg et tidspunkt.")}
    )
    institution: forms.ModelChoiceField[Actor] = forms.ModelChoiceField(
        None, label=_("Hvem kommer?"), empty_label=_("Vælg")
    )
    children = CountField(label=_("Hvor mange børn?"), min_value=1, max_value=MOST_CHILDREN)
    contact = forms.CharField(label=_("Hvem kan foreningen ringe til?"), max_length=120)
    phone = forms.CharField(
        label=_("Telefon"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    needs_transport = forms.BooleanField(label=_("Vi har brug for transport"), required=False)
    may_wait = forms.BooleanField(label=_("Skriv os på ventelisten, hvis der ikke er plads"), required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        offer: FrameworkOffer,
        kind: ActivityKind | None,
        standing: Standing,
        today: date,
    ) -> None:
        rows = {str(row.window.pk): row for row in windows_of(offer, today, kind) if row.can_be_chosen}
        super().__init__(data, initial={"client_key": uuid4(), "contact": standing.user.name})
        self.offer, self.kind, self.rows = offer, kind, rows
        window, institution = self.fields["window"], self.fields["institution"]
        assert isinstance(window, forms.ChoiceField)
        assert isinstance(institution, forms.ModelChoiceField)
        window.choices = [(key, row.choice) for key, row in rows.items()]
        institution.queryset = institutions_for(standing, offer)
        self._choose_the_only_one(institution)
        if len(rows) == 1:
            window.initial = next(iter(rows))
        if offer.transport != Transport.ASKED:
            del self.fields["needs_transport"]
        if offer.most_children:
            self.fields["children"].help_text = _("Højst %(most)s på et hold.") % {"most": offer.most_children}
        self.dress()

    def _choose_the_only_one(self, institution: forms.ModelChoiceField[Actor]) -> None:
        """Who signs up for one institution is not asked which."""
        assert institution.queryset is not None
        own = list(institution.queryset[:2])
        if len(own) == 1:
            institution.initial, institution.widget = own[0].pk, forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """What the rules say; whether there is a place left is only known behind the lock."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            told, days = self.told, self.row.days
            self.add_problems(problems_of_sign_up(self.offer, told, kind=self.kind, days=days))
        return cleaned

    @property
    def row(self) -> WindowRow:
        """The chosen time."""
        return self.rows[self.cleaned_data["window"]]

    @property
    def told(self) -> ToldSignUp:
        """What the form was told."""
        names = ("institution", "children", "contact", "phone", "may_wait", "client_key")
        told = {name: self.cleaned_data[name] for name in names}
        return ToldSignUp(needs_transport=self.cleaned_data.get("needs_transport", False), **told)


class WithdrawForm(Form):
    """Why a sign-up is taken back."""

    because = forms.CharField(
        label=_("Hvorfor?"), max_length=200, help_text=_("Et par ord er nok. De står på de gange, der bliver aflyst.")
    )
