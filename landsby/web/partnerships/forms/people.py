"""Giving somebody a role at a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form
from landsby.web.partnerships.access.people import is_known
from landsby.web.partnerships.forms.choices import by_group
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme, Role

Place = Programme | Municipality | Community | Actor


class RoleForm(Form):
    """Which role, of those that one may give."""

    role = forms.ChoiceField(label=_("Hvilken rolle?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, roles: Sequence[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(role.key, str(role)) for role in roles]


class PersonForm(Form):
    """Who, and where."""

    email = forms.EmailField(label=_("E-mail"), max_length=254)
    name = forms.CharField(
        label=_("Navn"), max_length=120, required=False, help_text=_("Bruges kun, hvis personen er ny her.")
    )
    place = forms.ChoiceField(label=_("Hvor?"))

    def __init__(self, *args: Any, role: Role, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._role, self._places = role, {str(place.pk): place for place in places}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("– vælg –")), *_offered(places)]
        if len(places) == 1:
            # There is nothing to choose.
            field.initial = str(places[0].pk)
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Nobody gets the same role at the same place twice, and who is new here has a name."""
        told = super().clean() or self.cleaned_data
        place, email = self._places.get(told.get("place", "")), told.get("email")
        if place and email and self._memberships.held_by(email, self._role, place):
            self.add_error("email", _("Personen har allerede den rolle her."))
        if email and not told.get("name") and "name" not in self.errors and not is_known(email):
            self.add_error("name", _("Personen er ny her. Skriv navnet."))
        return told

    @property
    def _memberships(self) -> Any:
        return self._role.memberships.current()

    @property
    def chosen_place(self) -> Place:
        """The chosen place."""
        return self._places[self.cleaned_data["place"]]


def _offered(places: Sequence[Place]) -> list[Any]:
    """Places as choices: actors by group, communities with their municipality."""
    if all(isinstance(place, Actor) for place in places):
        return list(by_group(place for place in places if isinstance(place, Actor)))
    return [(str(place.pk), _name(place)) for place in places]


def _name(place: Place) -> str:
    return f"{place.name} ({place.municipality.name})" if isinstance(place, Community) else place.name
