"""What is typed when somebody signs in, and what users change about themselves."""

from landsby.web.accounts.forms.entrance import (
    PASSWORD_HINT,
    ForgottenPasswordForm,
    NewPasswordForm,
    SamePersonForm,
    SignInForm,
)
from landsby.web.accounts.forms.profile import PasswordForm, ProfileForm
from landsby.web.accounts.forms.second_factor import CodeForm, SamePersonByCodeForm, StartAppForm

__all__ = [
    "PASSWORD_HINT",
    "CodeForm",
    "ForgottenPasswordForm",
    "NewPasswordForm",
    "PasswordForm",
    "ProfileForm",
    "SamePersonByCodeForm",
    "SamePersonForm",
    "SignInForm",
    "StartAppForm",
]
