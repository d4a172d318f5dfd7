"""Codes: allauth's forms, in our words and the design system's clothes."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form


def _code_field(field: forms.Field, *, digits_only: bool) -> None:
    """A field for a code that a telephone fills in by itself, or shows its digits for."""
    field.label = _("Kode")
    field.widget = forms.TextInput(
        {
            "class": "form-input input-width-s",
            "autocomplete": "one-time-code",
            "autofocus": True,
            **({"inputmode": "numeric"} if digits_only else {}),
        }
    )


class CodeForm(Form, AuthenticateForm):
    """A code of the app, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self.fields["code"], digits_only=False)


class SamePersonByCodeForm(Form, ReauthenticateForm):
    """A code once more, before something is changed that keeps the account safe."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self.fields["code"], digits_only=False)


class StartAppForm(Form, ActivateTOTPForm):
    """The first code of an app, which shows that it has the key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self.fields["code"], digits_only=True)
        self.fields["code"].label = _("Koden, appen viser")
