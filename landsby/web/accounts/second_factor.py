"""What allauth changes about second factors is written down, as everything else is."""

from __future__ import annotations

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext

from landsby.web.accounts.actions import note_second_factor
from landsby.web.accounts.models import User

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
"""What counts as a second factor; recovery codes stand in for one that is lost."""


def has_second_factor(user: User) -> bool:
    """Whether a user is asked for more than a password."""
    return bool(is_mfa_enabled(user, FACTORS))


def watch() -> None:
    """Listen to allauth; called once, when the room is ready."""
    signals.authenticator_used.connect(_used, dispatch_uid="accounts.used")
    signals.authenticator_added.connect(_added, dispatch_uid="accounts.added")
    signals.authenticator_removed.connect(_removed, dispatch_uid="accounts.removed")


def _added(*, user: User, authenticator: Authenticator, **_more: Any) -> None:
    note_second_factor(user=user, kind=authenticator.type, has_it=True, by=user)


def _removed(*, user: User, authenticator: Authenticator, **_more: Any) -> None:
    note_second_factor(user=user, kind=authenticator.type, has_it=False, by=user)


def _used(*, request: HttpRequest, authenticator: Authenticator, **_more: Any) -> None:
    """Say how many recovery codes are left, each time that one of them is used."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        return
    authenticator.refresh_from_db()
    left = len(authenticator.wrap().get_unused_codes())
    told = ngettext(
        "Du brugte en nødkode. Den virker ikke igen, og du har %(count)s tilbage.",
        "Du brugte en nødkode. Den virker ikke igen, og du har %(count)s tilbage.",
        left,
    )
    messages.warning(request, told % {"count": left})
