"""Who may try to sign in, and as whom the demo may be seen."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest
from django.utils import timezone

from landsby.web.accounts.models import FailedSignIn, User, UserQuerySet
from landsby.web.accounts.models.throttle import MOST_FAILURES, MOST_FAILURES_OF_CLIENT, WINDOW


def may_try(address: str, client: str) -> bool:
    """Whether an address may be tried once more from a client, as `client_of` gives it."""
    recent = FailedSignIn.objects.since(timezone.now() - WINDOW)
    if recent.of(address, client).count() >= MOST_FAILURES:
        return False
    # On a loopback address sits a proxy that is not believed, and everybody with it.
    return _is_loopback(client) or recent.of_client(client).count() < MOST_FAILURES_OF_CLIENT


def client_of(request: HttpRequest) -> str:
    """The address that a request comes from, as the outermost of the trusted proxies has seen it.

    Each proxy adds the address that it was asked from at the end of X-Forwarded-For; what stands
    before those is the visitor's own word.
    """
    remote: str = request.META.get("REMOTE_ADDR", "")
    hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",")]
    proxies: int = settings.TRUSTED_PROXIES
    return hops[-proxies] or remote if 0 < proxies <= len(hops) else remote


def _is_loopback(client: str) -> bool:
    try:
        return ip_address(client).is_loopback
    except ValueError:
        return False


def personas() -> UserQuerySet:
    """The people of the demo, as `UserQuerySet.personas` says."""
    return User.objects.personas()


def oneself(visitor: User | AnonymousUser) -> User:
    """The user who asks. The sign-in stands before every view; should it fail, nobody unknown gets past here.

    Raises:
        Http404: to anybody else.
    """
    if not isinstance(visitor, User):
        raise Http404
    return visitor


def persona_for(pk: int) -> User:
    """A person of the demo.

    Raises:
        Http404: outside the demo, and for anybody who is not invented.
    """
    user = personas().filter(pk=pk).first() if settings.DEMO else None
    if user is None:
        raise Http404
    return user
