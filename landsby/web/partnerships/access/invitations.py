"""Which invitations somebody looks after, and what the one with the link may be told."""

from __future__ import annotations

from django.http import Http404

from landsby.web.accounts.models import User
from landsby.web.partnerships.access.people import places_for, roles_to_give
from landsby.web.partnerships.access.single import programme_for, standing_in
from landsby.web.partnerships.access.standing import Standing, Visitor
from landsby.web.partnerships.models import Invitation, InvitationQuerySet, Right


def invitations_within(standing: Standing) -> InvitationQuerySet:
    """The unanswered invitations to places where somebody gives access to others."""
    reach = standing.reach(Right.MANAGE_PEOPLE)
    invitations = Invitation.objects.in_programme(standing.programme).unanswered()
    return invitations.filter(reach.among_memberships())


def invitation_for(user: Visitor, slug: str, pk: int) -> tuple[Invitation, Standing]:
    """An unanswered invitation that the user looks after.

    Raises:
        Http404: to a stranger, and for what lies where the user gives no access.
        PermissionDenied: to a member who gives access nowhere.
    """
    _programme, standing = programme_for(user, slug, to=Right.MANAGE_PEOPLE)
    invitation = invitations_within(standing).filter(pk=pk).first()
    if invitation is None:
        raise Http404
    return invitation, standing


def invitation_with(token: str) -> Invitation | None:
    """The invitation that a link leads to, whatever has become of it."""
    return Invitation.objects.with_parts().with_token(token).first()


def is_upheld(invitation: Invitation) -> bool:
    """Whether the one who invited still has the right to."""
    return can_uphold(invitation.invited_by, invitation)


def can_uphold(user: User, invitation: Invitation) -> bool:
    """Whether somebody has the right to invite to the role at the place of an invitation."""
    if not user.is_active:
        return False
    try:
        standing = standing_in(user, invitation.role.programme)
    except Http404:
        return False
    role = invitation.role
    return role in roles_to_give(standing) and invitation.place in places_for(standing, role)


def has_account(invitation: Invitation) -> bool:
    """Whether whoever was invited must sign in to an account. It is told to nobody but the one with the link."""
    return User.objects.filter(email__iexact=invitation.email).exists()
