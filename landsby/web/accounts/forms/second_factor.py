"""Codes: allauth's forms, in our words and the design system's clothes."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.access import is_used_recovery_code
from landsby.web.accounts.models import User
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


class _TellsUsed:
    """Says of a recovery code that it has been used, rather than that it does not fit."""

    user: User
    data: Any

    def clean_code(self) -> str:
        """The code."""
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # the mixin stands before a form
        except forms.ValidationError as error:
            if error.code == "incorrect_code" and is_used_recovery_code(self.user, self.data.get("code", "")):
                text = _("Den nødkode er brugt, og hver virker kun én gang. Tag en af de andre.")
                raise forms.ValidationError(text, code="used_code") from None
            raise
        return code


class CodeForm(_TellsUsed, Form, AuthenticateForm):
    """A code of the app, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code_field(self.fields["code"], digits_only=False)


class SamePersonByCodeForm(_TellsUsed, Form, ReauthenticateForm):
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
