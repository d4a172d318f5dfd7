"""Signing in, and what users change about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.access import client_of, may_try
from landsby.web.accounts.actions import note_failed_sign_in
from landsby.web.accounts.models import User
from landsby.web.kit.forms import Form, ModelForm


class SignInForm(Form, AuthenticationForm):
    """E-mail and password. After a number of wrong ones there is a pause."""

    error_messages = {
        "invalid_login": _("E-mail og adgangskode passer ikke sammen. Prøv igen."),
        "inactive": _("E-mail og adgangskode passer ikke sammen. Prøv igen."),
        "throttled": _("Der er prøvet for mange gange. Vent et kvarter, og prøv igen."),
    }

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = _("E-mail")
        self.fields["username"].widget = forms.EmailInput(
            {"class": "form-input", "autocomplete": "username", "autocapitalize": "none", "autofocus": True}
        )
        self.fields["password"].label = _("Adgangskode")

    def clean(self) -> dict[str, Any]:
        """Let nobody guess on; a wrong guess is remembered."""
        address = self.cleaned_data.get("username", "")
        client = client_of(self.request) if self.request else ""
        if not may_try(address, client):
            raise forms.ValidationError(self.error_messages["throttled"], code="throttled")
        try:
            return super().clean()
        except forms.ValidationError:
            note_failed_sign_in(address=address, client=client, by=None)
            raise


class ProfileForm(ModelForm):
    """What a user is called, and the language they are met in."""

    language = forms.ChoiceField(label=_("Sprog"), choices=settings.LANGUAGES, widget=forms.RadioSelect)

    class Meta:
        model = User
        fields = ["name", "language"]
        labels = {"name": _("Navn")}


class PasswordForm(Form, PasswordChangeForm):
    """The password in use, and the new one twice."""

    field_order = ["old_password", "new_password1", "new_password2"]
    error_messages = {
        "password_mismatch": _("De to nye adgangskoder er ikke ens. Skriv den samme begge steder."),
        "password_incorrect": _("Det er ikke den adgangskode, du bruger nu. Prøv igen."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Den, du bruger nu")
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        self.fields["new_password1"].label = _("Ny adgangskode")
        self.fields["new_password1"].help_text = _("Mindst 12 tegn. Tre-fire tilfældige ord er lette at huske.")
        self.fields["new_password2"].label = _("Ny adgangskode igen")
        self.fields["new_password2"].help_text = ""
