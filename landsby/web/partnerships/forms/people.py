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
from landsby.web.kit.filters import MOST_OFFERED
from landsby.web.kit.forms import Explained, Form
from landsby.web.partnerships.forms.roles import place_told, told_of
from landsby.web.partnerships.leaving import Belongings
from landsby.web.partnerships.models import Invitation, Membership, Place, Role


class RoleForm(Form):
    """Which role, of those that one may give."""

    role = forms.ChoiceField(
        label=_("Hvilken rolle?"), widget=forms.RadioSelect, error_messages={"required": _("Vælg en rolle.")}
    )

    def __init__(self, *args: Any, roles: Sequence[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(role.key, Explained(str(role), told_of(role))) for role in roles]


class PersonForm(Form):
    """Who, and where."""

    email = forms.EmailField(label=_("E-mail"), max_length=254)
    name = forms.CharField(label=_("Navn"), max_length=120)
    place = forms.ChoiceField(label=_("Hvor?"), error_messages={"required": _("Vælg, hvor rollen gælder.")})
    language = forms.ChoiceField(
        label=_("Hvilket sprog skal brevet være på?"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, role: Role, places: Sequence[Place], search: str = "", **kwargs: Any) -> None:
        """Offer the places.

        Args:
            search: the address that finds more of them, where they are too many to send along.
        """
        super().__init__(*args, **kwargs)
        self._role, self._places = role, {str(place.pk): place for place in places}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)
        attrs, offered = {"group": "picker"}, places
        if len(places) > MOST_OFFERED:
            attrs, offered = {**attrs, "search": search}, self._chosen_already
        field.widget = forms.RadioSelect(attrs)
        field.choices = [(str(place.pk), place_told(place)) for place in offered]
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
    def _chosen_already(self) -> list[Place]:
        """What came with the form: the one choice that must hold among those that are not sent along."""
        chosen = self._places.get(str(self.data.get("place", "")))
        return [chosen] if chosen else []

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
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvem der tager over, eller »Ingen«.")},
    )

    def __init__(self, *args: Any, heirs: Sequence[Membership], left: Sequence[Belongings], **kwargs: Any) -> None:
        """Offer the heirs.

        Args:
            heirs: each by the role that lets them take over.
            left: the sorts of thing that there are to take over.
        """
        super().__init__(*args, **kwargs)
        self._heirs = {str(heir.user_id): heir.user for heir in heirs}
        nobody = ("nobody", _("Ingen. Lad det stå, som det er."))
        field = self.fields["heir"]
        assert isinstance(field, forms.ChoiceField)
        told = ((heir.user_id, Explained(heir.user.name, f"{heir.role}, {heir.place}")) for heir in heirs)
        field.choices = [*told, nobody]
        field.help_text = " ".join(str(sort.note) for sort in left if sort.note)
        if not left:
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
