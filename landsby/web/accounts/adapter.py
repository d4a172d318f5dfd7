"""What allauth asks us: who may sign up (nobody), where a client sits, what is said, and what is written down."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from time import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsby.web.accounts.access import client_of
from landsby.web.accounts.actions import change_password, note_sign_in
from landsby.web.accounts.models import User

SAID = {
    "account/messages/logged_out.txt": _("Du er logget af."),
    "mfa/messages/recovery_codes_generated.txt": _("Du har fået nye nødkoder."),
    "mfa/messages/totp_activated.txt": _("Appen er klar. Næste gang du logger ind, spørger vi også om en kode."),
    "mfa/messages/totp_deactivated.txt": _("Appen er fjernet."),
    "mfa/messages/webauthn_added.txt": _("Adgangsnøglen er klar."),
    "mfa/messages/webauthn_removed.txt": _("Adgangsnøglen er fjernet."),
    "socialaccount/messages/account_connected.txt": _("Din konto er forbundet med din kommunes login."),
    "socialaccount/messages/account_connected_other.txt": _("Den bruger hos kommunen er forbundet med en anden konto."),
}
"""What is said after something is done, by the name of allauth's own message; the others are left unsaid."""

_NO_MATCH = _("E-mail og adgangskode passer ikke sammen. Prøv igen.")
_NO_CODE = _("Koden passer ikke. Er den fra appen, så vent på den næste, og prøv igen.")
_WAIT = _("Der er prøvet for mange gange. Vent et kvarter, og prøv igen.")

JUST_NOW = 300
"""For so many seconds nobody is asked again who they are."""

SIGNED_IN_AT = "signed_in_at"
"""The key of the session under which it stands when it began."""


class AccountAdapter(DefaultAccountAdapter):
    """Our answers to allauth."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _NO_MATCH,
        "incorrect_code": _NO_CODE,
        "incorrect_password": _("Det er ikke din adgangskode. Prøv igen."),
        "rate_limited": _WAIT,
        "too_many_login_attempts": _WAIT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up by themselves."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where a request comes from, as far as it can be believed."""
        return client_of(request)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Whoever is shut out is told the same as somebody unknown."""
        user = super().authenticate(request, **credentials)
        return user if isinstance(user, User) and user.is_active else None

    def reauthenticate(self, user: User, password: str) -> bool:
        """Whether it is the user's own password; wrong ones count as they do at the entrance."""
        return self.authenticate(self.request, email=user.email, password=password) == user

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever has just signed in has shown who they are."""
        signed_in_at: float = self.request.session.get(SIGNED_IN_AT, 0.0)
        return time() - signed_in_at > JUST_NOW

    def set_password(self, user: User, password: str) -> None:
        """Keep a password that was chosen by the link for those who forgot theirs."""
        change_password(user=user, password=password, by=user)

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Write the sign-in down; the next pages speak the user's language, unless another was chosen here already."""
        note_sign_in(user=user, by=user)
        request.session[SIGNED_IN_AT] = time()
        response: HttpResponse = super().post_login(request, user, **kwargs)
        has_chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        return response if has_chosen else in_language_of(user, response)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Tell somebody who has shown who they are that they are shut out."""
        return render(request, "account/account_inactive.html", status=403)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say what was done in our words, or nothing."""
        said = kwargs.pop("message", None) or SAID.get(message_template or "")
        if said:
            super().add_message(request, level, message=str(said))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Our answers about second factors. Their secrets are encrypted with the key of the installation."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": _NO_CODE}

    def encrypt(self, text: str) -> str:
        """A secret as it is kept."""
        return _ciphers().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; also one that was kept under a former key."""
        return _ciphers().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth passes it by that name
        """What a passkey is called when its owner calls it nothing."""
        return gettext("Adgangsnøgle")


def _ciphers() -> MultiFernet:
    """The first key encrypts; all of them decrypt."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    hashes = [salted_hmac("landsby.second_factor", "", secret=secret, algorithm="sha256") for secret in secrets]
    return MultiFernet([Fernet(urlsafe_b64encode(hashed.digest())) for hashed in hashes])


def in_language_of(user: User, response: HttpResponse) -> HttpResponse:
    """Let the next pages speak the user's language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        user.language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        httponly=True,
    )
    return response
