"""What users change about themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import PasswordChangeForm
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.forms.entrance import PASSWORD_HINT
from landsby.web.accounts.models import User
from landsby.web.kit.forms import Form, ModelForm
from landsby.web.kit.pace import is_too_often


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
        self.fields["new_password1"].help_text = PASSWORD_HINT
        self.fields["new_password2"].label = _("Ny adgangskode igen")
        self.fields["new_password2"].help_text = ""

    def clean_old_password(self) -> str:
        """The password in use; whoever sits at somebody's open screen guesses it no better than at the entrance."""
        if is_too_often(f"old-password:{self.user.pk}", most=10, seconds=15 * 60):
            raise forms.ValidationError(_("Der er prøvet for mange gange. Vent et kvarter, og prøv igen."))
        password: str = super().clean_old_password()
        return password

    def validate_password_for_user(self, user: Any, *_field: Any) -> None:
        """What is wrong with a password stands where it is typed first, not where it is repeated."""
        super().validate_password_for_user(user, "new_password1")
