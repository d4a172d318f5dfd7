"""Who may try to sign in, and as whom the demo may be seen."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from landsby.web.accounts.models import FailedSignIn, User, UserQuerySet
from landsby.web.accounts.models.throttle import MOST_FAILURES, WINDOW


def may_try(address: str, client: str) -> bool:
    """Whether an address may be tried once more from a client."""
    recent = FailedSignIn.objects.of(address, client).since(timezone.now() - WINDOW)
    return recent.count() < MOST_FAILURES


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
