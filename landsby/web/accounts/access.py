"""Where a visitor comes from, where a user is signed in, and as whom the demo may be seen."""

from __future__ import annotations

from ipaddress import ip_address

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from landsby.web.accounts.models import User, UserQuerySet

NOWHERE = "0.0.0.0"  # noqa: S104 - the address of a client that has none, not one to listen on


def client_of(request: HttpRequest) -> str:
    """The address that a request comes from, as the outermost of the trusted proxies has seen it.

    Each proxy adds the address that it was asked from at the end of X-Forwarded-For; what stands
    before those is the visitor's own word.
    """
    hops = [hop.strip() for hop in request.headers.get("x-forwarded-for", "").split(",")]
    proxies: int = settings.TRUSTED_PROXIES
    seen = hops[-proxies] if 0 < proxies <= len(hops) else ""
    return next((address for address in (seen, request.META.get("REMOTE_ADDR", "")) if _is_address(address)), NOWHERE)


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def sessions_of(user: User) -> QuerySet[UserSession]:
    """Where a user is signed in, the latest first."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    sessions: QuerySet[UserSession] = UserSession.objects.filter(user=user, session_key__in=alive)
    return sessions.order_by("-created_at", "-pk")


def session_for(visitor: User | AnonymousUser, pk: int) -> UserSession:
    """A place where the visitor is signed in.

    Raises:
        Http404: to everybody else.
    """
    session = sessions_of(oneself(visitor)).filter(pk=pk).first()
    if session is None:
        raise Http404
    return session


def sign_ons_of(user: User) -> set[str]:
    """The municipal sign-ins that a user's account is connected to, by id."""
    return set(SocialAccount.objects.filter(user=user).values_list("provider", flat=True))


def is_used_recovery_code(user: User, code: str) -> bool:
    """Whether it is one of the user's recovery codes that has been used already."""
    kept = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    if kept is None or "seed" not in kept.data:
        return False
    codes = kept.wrap()
    used = set(codes.generate_codes()) - set(codes.get_unused_codes())
    return any(compare_user_code(actual=code, expected=one) for one in used)


def personas() -> UserQuerySet:
    """The people of the demo, as `UserQuerySet.personas` says."""
    return User.objects.personas()


def operator_persona() -> User | None:
    """The one of the demo who runs it, and may start programmes."""
    return User.objects.invented_operators().first()


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
    for choice in (personas(), User.objects.invented_operators()) if settings.DEMO else ():
        user = choice.filter(pk=pk).first()
        if user is not None:
            return user
    raise Http404
