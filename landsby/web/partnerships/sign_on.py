"""A municipality signs its own people in. That alone opens no door: an invitation does, or a role that is mapped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import urlsplit

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language

from landsby.web.accounts.actions import add_user
from landsby.web.accounts.models import User
from landsby.web.kit.problems import Blocked
from landsby.web.kit.tasks import TheSystem
from landsby.web.partnerships.access import invitation_with
from landsby.web.partnerships.access.sign_on import municipality_of, roles_of_sign_on
from landsby.web.partnerships.actions.invitations import open_account
from landsby.web.partnerships.actions.sign_on import keep_roles_of_sign_on
from landsby.web.partnerships.models import Invitation


class SignOnAdapter(DefaultSocialAccountAdapter):
    """Our answers to allauth, once a municipality has said who somebody is."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Nobody signs up by themselves; who may come has been let in before this is asked."""
        return False

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: Mapping[str, Any]) -> User:
        """Leave the blank user blank: an account is made by an action, once it is known that there shall be one."""
        user: User = sociallogin.user
        return user

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        """Where one is after connecting one's account."""
        return reverse("accounts:profile")

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let somebody in, or say no; then keep the roles that the municipality says.

        Raises:
            ImmediateHttpResponse: the page that says no.
        """
        sign_on = settings.SIGN_ONS[sociallogin.account.provider]
        claims = _take_claims(sociallogin)
        if sociallogin.state.get("process") == "connect":
            return
        municipality = municipality_of(sign_on.programme, sign_on.municipality)
        keys = {"said": _mapped(claims, sign_on), "mapped": sign_on.roles.values()}
        said = roles_of_sign_on(municipality, **keys) if municipality else None
        try:
            with transaction.atomic():
                if not sociallogin.is_existing:
                    sociallogin.connect(
                        request, _newcomer(request, sociallogin, claims, expected=bool(said and said.given))
                    )
                if municipality is not None and said is not None:
                    keep_roles_of_sign_on(
                        user=sociallogin.user,
                        provider=sign_on.id,
                        municipality=municipality,
                        said=said,
                        by=TheSystem(),
                    )
        except Blocked as refusal:
            _refuse(request, sign_on.name, refusal.problems[0].code)


def _newcomer(request: HttpRequest, sociallogin: Any, claims: Mapping[str, Any], *, expected: bool) -> User:
    """An account for somebody who has never been here: by invitation, or because a role of theirs is mapped.

    The invitation itself is not answered: they come back to its page, where they say yes.

    Args:
        expected: whether the municipality says that they have such a role.

    Raises:
        Blocked: when there is an account with the address; its owner signs in to it, and connects it.
        ImmediateHttpResponse: the page that says no.
    """
    name, email = (str(claims.get(claim) or "") for claim in ("name", "email"))
    language = get_language() or settings.LANGUAGE_CODE
    invitation = _invitation_at(sociallogin.state.get("next") or "")
    if invitation is not None and email.lower() in ("", invitation.email.lower()):
        name, host = name[:120] or invitation.name, invitation.invited_by
        return open_account(invitation=invitation, name=name, language=language, by=host)
    if not expected or not email:
        code = "unknown" if invitation is None else "other_address"
        _refuse(request, settings.SIGN_ONS[sociallogin.account.provider].name, code)
    return add_user(email=email, name=name[:120] or email, language=language, by=TheSystem())


def _invitation_at(address: str) -> Invitation | None:
    """The invitation whose page somebody set out from. What else was opened in the browser counts for nothing."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return None
    return invitation_with(match.kwargs["token"]) if match.view_name == "partnerships:invitation" else None


def _take_claims(sociallogin: Any) -> dict[str, Any]:
    """What the municipality says of somebody, in the token and when it is asked. Nothing of it stays in the account."""
    account = sociallogin.account
    said, account.extra_data = account.extra_data, {}
    if sociallogin.is_existing:
        account.save(update_fields=["extra_data"])
    return {**said.get("id_token", {}), **said.get("userinfo", {})}


def _mapped(claims: Mapping[str, Any], sign_on: Any) -> set[str]:
    """The keys of the roles that somebody's claim stands for."""
    said = claims.get(sign_on.roles_claim, []) if sign_on.roles_claim else []
    values = [said] if isinstance(said, str) else said if isinstance(said, list) else []
    return {sign_on.roles[value] for value in values if value in sign_on.roles}


def _refuse(request: HttpRequest, name: str, code: str) -> NoReturn:
    """Answer with a plain page that says why, and what to do."""
    context = {"sign_on_name": name, "code": code}
    raise ImmediateHttpResponse(render(request, "partnerships/sign_on/refused.html", context, status=403))
