"""The forms on the way in: allauth's, in our words and the design system's clothes."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form


def plain_password(field: forms.Field, label: Any, hint: Any = "") -> None:
    """Call a password what we call it; what it is for stands above it, not faintly inside it."""
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)


PASSWORD_HINT = _("Mindst 12 tegn, og ikke dit eget navn. Tre-fire tilfældige ord er lette at huske.")


class SignInForm(Form, LoginForm):
    """E-mail and password. After a number of wrong ones there is a pause."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login = self.fields["login"]
        login.label = _("E-mail")
        login.widget = forms.EmailInput(
            {"class": "form-input", "autocomplete": "username webauthn", "autocapitalize": "none", "autofocus": True}
        )
        plain_password(self.fields["password"], _("Adgangskode"))


class SamePersonForm(Form, ReauthenticateForm):
    """The password once more, before something is changed that keeps the account safe."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_password(self.fields["password"], _("Adgangskode"))


class ForgottenPasswordForm(Form, ResetPasswordForm):
    """Where the link goes by which a new password is chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.label = _("E-mail")
        email.widget = forms.EmailInput({"class": "form-input", "autocomplete": "username", "autofocus": True})


class NewPasswordForm(Form, ResetPasswordKeyForm):
    """A new password, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain_password(self.fields["password1"], _("Ny adgangskode"), PASSWORD_HINT)
        plain_password(self.fields["password2"], _("Ny adgangskode igen"))

    def clean(self) -> dict[str, Any]:
        """The two are the same."""
        told: dict[str, Any] = self.cleaned_data
        if told.get("password1") and told.get("password2") and told["password1"] != told["password2"]:
            self.add_error("password2", _("De to nye adgangskoder er ikke ens. Skriv den samme begge steder."))
        return told
