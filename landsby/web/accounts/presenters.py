"""Where somebody is signed in, in words that they know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

# Every browser says that it is several; the first that is found here is the one.
_BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "CrOS": "Chromebook",
    "Linux": "Linux",
}


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One place where somebody is signed in."""

    pk: int
    device: str
    address: str
    since: datetime
    is_here: bool


def signed_in(sessions: Iterable[UserSession], here: str | None) -> Iterator[SignedIn]:
    """The places, as the page shows them.

    Args:
        here: the key of the session that asks.
    """
    for session in sessions:
        is_here = session.session_key == here
        yield SignedIn(session.pk, device_of(session.user_agent), session.ip, session.created_at, is_here)


def device_of(user_agent: str) -> str:
    """A browser and a machine, from what the browser says of itself."""
    browser = next((name for sign, name in _BROWSERS.items() if sign in user_agent), "")
    system = next((name for sign, name in _SYSTEMS.items() if sign in user_agent), "")
    if browser and system:
        return _("%(browser)s på %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Ukendt browser")
