"""Roles that reach other people's data ask for a second factor, from the next sign-in on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from landsby.web.accounts.models import User
from landsby.web.accounts.second_factor import has_second_factor
from landsby.web.partnerships.access import holds_any
from landsby.web.partnerships.models import Right
from landsby.web.partnerships.sign_on import VOUCHED

NEEDED = "needs_second_factor"
"""The key of the session under which it stands that a second factor must be set up first."""

OPEN = ("account_", "accounts:", "kit:", "mfa_")
"""How the addresses begin that stay open meanwhile: one's own account, and what is open to all."""


def ask_or_let_go(*, request: HttpRequest, user: User, **_more: Any) -> None:
    """Note in the session whether a second factor is still to be set up."""
    has_it = request.session.get(VOUCHED, False) or has_second_factor(user)
    request.session[NEEDED] = holds_any(user, settings.SECOND_FACTOR_FOR) and not has_it


def watch() -> None:
    """Listen to allauth; called once, when the room is ready."""
    for signal in (user_logged_in, authenticator_added, authenticator_removed):
        signal.connect(ask_or_let_go, dispatch_uid="partnerships.second_factor")


class SecondFactorMiddleware:
    """Leads to where a second factor is set up, for as long as one is needed and missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Let nothing through but one's own account."""
        match = request.resolver_match
        if request.session.get(NEEDED) and match and not match.view_name.startswith(OPEN):
            return redirect("mfa_index")
        return None


@register
def check_rights(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The setting names rights that there are."""
    unknown = sorted(set(settings.SECOND_FACTOR_FOR) - set(Right.values))
    text = f"LANDSBY_SECOND_FACTOR_FOR names {', '.join(unknown)}, which is no right."
    return [Error(text, hint=f"Rights are {', '.join(Right.values)}.", id="partnerships.E001")] if unknown else []
