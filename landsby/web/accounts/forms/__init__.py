"""What is typed when somebody signs in, and what users change about themselves."""

from landsby.web.accounts.forms.entrance import (
    PASSWORD_HINT,
    ForgottenPasswordForm,
    NewPasswordForm,
    SamePersonForm,
    SignInForm,
)
from landsby.web.accounts.forms.profile import PasswordForm, ProfileForm

__all__ = [
    "PASSWORD_HINT",
    "ForgottenPasswordForm",
    "NewPasswordForm",
    "PasswordForm",
    "ProfileForm",
    "SamePersonForm",
    "SignInForm",
]
