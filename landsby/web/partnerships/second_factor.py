"""Operators, and roles that reach other people's data, are asked for a second factor."""

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

NEEDED = "needs_second_factor"
"""The key of the session under which it stands that a second factor must be set up first."""

VOUCHED = "vouched_for"
"""The key of the session under which it stands that the municipality has asked for a second factor."""

OPEN = ("account_", "accounts:", "kit:", "mfa_")
"""How the addresses begin that stay open meanwhile: one's own account, and what is open to all."""


def begin(*, request: HttpRequest, user: User, sociallogin: Any = None, **_more: Any) -> None:
    """Note who vouches for somebody who has just signed in, and ask them or let them go."""
    sign_on = settings.SIGN_ONS[sociallogin.account.provider] if sociallogin else None
    request.session[VOUCHED] = bool(sign_on and sign_on.has_second_factor)
    ask_or_let_go(request=request, user=user)


def ask_or_let_go(*, request: HttpRequest, user: User, **_more: Any) -> None:
    """Note in the session whether a second factor is still to be set up."""
    has_it = request.session.get(VOUCHED, False) or has_second_factor(user)
    asked_of = user.is_operator or holds_any(user, settings.SECOND_FACTOR_FOR)
    request.session[NEEDED] = bool(settings.SECOND_FACTOR_FOR) and asked_of and not has_it


def watch() -> None:
    """Listen to allauth; called once, when the room is ready."""
    user_logged_in.connect(begin, dispatch_uid="partnerships.second_factor")
    for signal in (authenticator_added, authenticator_removed):
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
