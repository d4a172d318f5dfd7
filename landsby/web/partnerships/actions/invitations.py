"""Inviting somebody, and coming in by the link."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.actions import add_user, change_password
from landsby.web.accounts.models import User
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.access import has_account, is_upheld
from landsby.web.partnerships.actions.people import give_membership
from landsby.web.partnerships.models import Invitation, Membership, Place, Role, at
from landsby.web.partnerships.models.invitation import hash_of, new_token, next_expiry
from landsby.web.partnerships.rules import problems_of_accepting, problems_of_giving, problems_of_taking


@transaction.atomic
def invite(*, email: str, name: str, role: Role, place: Place, by: User, language: str = "") -> tuple[Invitation, str]:
    """Invite somebody to a role at a place. Whoever is invited to it already gets a new link instead of the old.

    Args:
        language: the one of the letter; that of the one who invites where nothing is said.

    Returns:
        The invitation, and the secret of its link, which is kept nowhere.

    Raises:
        Blocked: when the person has been shut out.
    """
    for user in User.objects.filter(email__iexact=email):
        refuse_on_blockers(problems_of_giving(user))
    Role.objects.select_for_update().get(pk=role.pk)
    open_one = Invitation.objects.unanswered().filter(email__iexact=email, role=role, **at(place)).first()
    if open_one is not None:
        return open_one, renew_invitation(invitation=open_one, by=by, language=language)
    token = new_token()
    invitation = Invitation(
        email=email.lower(),
        name=name,
        language=language or by.language,
        role=role,
        **at(place),
        invited_by=by,
        token_hash=hash_of(token),
    )
    invitation.full_clean()
    invitation.save()
    record(by=by, act=Act.CREATED, thing=invitation, programme=role.programme.slug)
    return invitation, token


@transaction.atomic
def renew_invitation(*, invitation: Invitation, by: User, language: str = "") -> str:
    """Give an invitation a new link and a new time; the old link stops working.

    It rests on the right of the one who renews it from now on.

    Args:
        language: the one of the new letter; as before where nothing is said.

    Returns:
        The secret of the new link.

    Raises:
        Blocked: when it has been answered meanwhile.
    """
    invitation.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
    token = new_token()
    invitation.expires_at = next_expiry()
    refuse_on_blockers(problems_of_accepting(invitation, upheld=True))
    invitation.token_hash, invitation.invited_by = hash_of(token), by
    invitation.language = language or invitation.language
    invitation.save(update_fields=["token_hash", "invited_by", "expires_at", "language"])
    record(by=by, act=Act.CHANGED, thing=invitation, programme=invitation.role.programme.slug)
    return token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User) -> Invitation:
    """Let a link no longer work; one that has been answered stays as it is."""
    invitation.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
    if invitation.accepted_at is None and invitation.withdrawn_at is None:
        invitation.withdrawn_at = timezone.now()
        _keep_answer(invitation, by, "withdrawn_at")
    return invitation


@transaction.atomic
def accept_invitation(*, invitation: Invitation, by: User) -> Membership:
    """Take the role that an invitation holds ready.

    Whoever signs in with another address than the one that was invited has been told so; the log says it.

    Raises:
        Blocked: when it has been answered, has expired, the one who invited has no right to any more, or it is
            meant for somebody else who has an account.
    """
    _hold_open(invitation)
    refuse_on_blockers(problems_of_taking(invitation, by, has_account=has_account(invitation)))
    membership = give_membership(user=by, role=invitation.role, place=invitation.place, by=by)
    invitation.accepted_at = timezone.now()
    taken = {} if invitation.is_for(by) else {"taken_by": [invitation.name, str(by)]}
    _keep_answer(invitation, by, "accepted_at", **taken)
    return membership


@transaction.atomic
def open_account(*, invitation: Invitation, name: str, language: str, by: User) -> User:
    """Make an account for whoever comes with the link. The invitation still waits for their answer.

    Args:
        language: the one in which they read the invitation.
        by: the one who invited; nobody else has shown who they are yet.

    Raises:
        Blocked: as `accept_invitation`, and when there is an account already.
    """
    _hold_open(invitation)
    return add_user(email=invitation.email, name=name, language=language, by=by)


@transaction.atomic
def come_by_invitation(*, invitation: Invitation, name: str, language: str, password: str, by: User) -> User:
    """Make an account with a password for whoever comes with the link, and take the role.

    Args:
        language, by: as `open_account`.

    Raises:
        Blocked: as `open_account`.
    """
    user = open_account(invitation=invitation, name=name, language=language, by=by)
    change_password(user=user, password=password, by=user)
    accept_invitation(invitation=invitation, by=user)
    return user


def _hold_open(invitation: Invitation) -> None:
    """Let nobody else answer an invitation until this one has."""
    invitation.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
    refuse_on_blockers(problems_of_accepting(invitation, upheld=is_upheld(invitation)))


def _keep_answer(invitation: Invitation, by: User, column: str, **more: list[str]) -> None:
    invitation.save(update_fields=[column])
    detail = {column: ["", ""], **more}
    record(by=by, act=Act.CHANGED, thing=invitation, programme=invitation.role.programme.slug, detail=detail)
