"""Inviting somebody to a role at a place, and coming in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.forms import PASSWORD_HINT
from landsby.web.accounts.models import User
from landsby.web.accounts.passwords import refuse_weak
from landsby.web.kit.forms import Form
from landsby.web.partnerships.forms.choices import by_group
from landsby.web.partnerships.models import Actor, Community, Invitation, Place, Role


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
    name = forms.CharField(label=_("Navn"), max_length=120)
    place = forms.ChoiceField(label=_("Hvor?"))
    language = forms.ChoiceField(
        label=_("Hvilket sprog skal brevet være på?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, role: Role, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._role, self._places = role, {str(place.pk): place for place in places}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("– vælg –")), *_offered(places)]
        self.fields["language"].initial = get_language()
        if not settings.EMAIL_URL:
            # No letter goes from here; whoever invites sends the link in words of their own.
            del self.fields["language"]
        if len(places) == 1:
            # There is nothing to choose.
            field.initial = str(places[0].pk)
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """Nobody is invited to what they have already."""
        told = super().clean() or self.cleaned_data
        place, email = self._places.get(told.get("place", "")), told.get("email")
        if place and email and self._memberships.held_by(email, self._role, place):
            self.add_error("email", _("Personen har allerede den rolle her."))
        return told

    @property
    def _memberships(self) -> Any:
        return self._role.memberships.current()

    @property
    def chosen_language(self) -> str:
        """The language of the letter: the chosen one, or that in which the inviter reads."""
        return self.cleaned_data.get("language") or get_language() or ""

    @property
    def chosen_place(self) -> Place:
        """The chosen place."""
        return self._places[self.cleaned_data["place"]]


class HandOverForm(Form):
    """Who takes over from somebody who leaves; asked only where something is left."""

    heir = forms.ChoiceField(
        label=_("Hvem tager over?"),
        help_text=_("En invitation går kun videre til en, der selv må give rollen. Ellers virker den ikke længere."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, heirs: Sequence[User], is_asked: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._heirs = {str(user.pk): user for user in heirs}
        nobody = ("nobody", _("Ingen. Lad det stå, som det er."))
        field = self.fields["heir"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*((key, f"{user} ({user.email})") for key, user in self._heirs.items()), nobody]
        if not is_asked:
            del self.fields["heir"]

    @property
    def chosen_heir(self) -> User | None:
        """Who was chosen, if anybody was."""
        return self._heirs.get(self.cleaned_data.get("heir", ""))


class ArrivalForm(Form):
    """What somebody chooses who comes with an invitation and has no account yet."""

    name = forms.CharField(label=_("Navn"), max_length=120, widget=forms.TextInput({"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Vælg en adgangskode"),
        strip=False,
        help_text=PASSWORD_HINT,
        widget=forms.PasswordInput({"autocomplete": "new-password", "class": "form-input"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, initial={"name": invitation.name}, **kwargs)
        self._invitation = invitation

    def clean_password(self) -> str:
        """A password that keeps the rules, and is not made of what the invitation says."""
        password: str = self.cleaned_data["password"]
        held = self._invitation
        known = [self.cleaned_data.get("name", ""), held.name, held.email, held.role.programme.name]
        refuse_weak(password, known=known)
        return password


def _offered(places: Sequence[Place]) -> list[Any]:
    """Places as choices: actors by group, communities with their municipality."""
    if all(isinstance(place, Actor) for place in places):
        return list(by_group(place for place in places if isinstance(place, Actor)))
    return [(str(place.pk), _name(place)) for place in places]


def _name(place: Place) -> str:
    return f"{place.name} ({place.municipality.name})" if isinstance(place, Community) else place.name
