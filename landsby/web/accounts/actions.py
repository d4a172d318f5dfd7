"""Signing in, and what users change about themselves."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import login
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from landsby.web.accounts.access import sessions_of
from landsby.web.accounts.models import User
from landsby.web.accounts.rules import problems_of_account
from landsby.web.kit.audit import Author, changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Blocked, refuse_on_blockers


@transaction.atomic
def note_sign_in(*, user: User, by: User) -> None:
    """Write down that somebody has signed in, by whichever of the ways."""
    record(by=by, act=Act.SIGNED_IN, thing=user)


@transaction.atomic
def sign_in_as_persona(*, request: HttpRequest, user: User, by: User) -> None:
    """See the demo as one of its people; whoever was signed in before is signed out by it.

    Args:
        user: as `landsby.web.accounts.access.persona_for` gives it, which lets only invented people through.
    """
    request.session.flush()
    login(request, user)
    record(by=by, act=Act.SIGNED_IN, thing=user, detail={"persona": True})


@transaction.atomic
def change_profile(*, user: User, name: str, language: str, by: User) -> User:
    """Change what a user is called and the language they are met in."""
    before = {"name": user.name, "language": user.language}
    user.name, user.language = name, language
    user.full_clean(exclude=["password"])
    user.save(update_fields=["name", "language"])
    detail = changes(before, {"name": name, "language": language})
    record(by=by, act=Act.CHANGED, thing=user, detail=detail)
    return user


@transaction.atomic
def change_password(*, user: User, password: str, by: User) -> User:
    """Give a user a new password, which has been checked against the rules for passwords."""
    user.set_password(password)
    user.save(update_fields=["password"])
    record(by=by, act=Act.CHANGED, thing=user, detail={"password": ["", ""]})
    return user


@transaction.atomic
def note_second_factor(*, user: User, kind: str, has_it: bool, by: User) -> None:
    """Write down that a user has got, or no longer has, a way to show who they are beside the password."""
    had, has = ("", kind) if has_it else (kind, "")
    record(by=by, act=Act.CHANGED, thing=user, detail={"second_factor": [had, has]})


@transaction.atomic
def remove_second_factors(*, user: User, by: Author) -> int:
    """Let somebody who has lost telephone and recovery codes sign in with the password alone; how many there were."""
    count: int = Authenticator.objects.filter(user=user).delete()[0]
    record(by=by, act=Act.CHANGED, thing=user, detail={"second_factor": [str(count), ""]})
    return count


@transaction.atomic
def end_sessions(*, user: User, sessions: Iterable[UserSession], by: Author) -> int:
    """Sign a user out in some of the places where they are signed in; how many there were."""
    ended = [session.end() for session in sessions]
    if ended:
        record(by=by, act=Act.CHANGED, thing=user, detail={"sign_outs": len(ended)})
    return len(ended)


@transaction.atomic
def sign_out_everywhere(*, user: User, by: Author) -> int:
    """Sign a user out wherever they are signed in; in how many of the places that are known."""
    ended = end_sessions(user=user, sessions=sessions_of(user), by=by)
    if not user.has_usable_password():
        # The demo's people are signed in without allauth, which knows nothing of it. What stands in place of a
        # password is in every session's signature, and is new each time.
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return ended


@transaction.atomic
def add_user(*, email: str, name: str, language: str, by: Author) -> User:
    """Add a person without a password.

    Raises:
        Blocked: when somebody has that address already, or has got it this very moment.
    """
    refuse_on_blockers(problems_of_account(is_taken=User.objects.filter(email__iexact=email).exists()))
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, name=name, language=language)
    except IntegrityError as error:
        raise Blocked(problems_of_account(is_taken=True)) from error
    record(by=by, act=Act.CREATED, thing=user)
    return user
