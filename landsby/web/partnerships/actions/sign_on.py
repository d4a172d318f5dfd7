"""What a municipality's own sign-in gives, and takes back. The author is the system: nobody does it by hand."""

from __future__ import annotations

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import Author
from landsby.web.partnerships.access.sign_on import SaidRoles
from landsby.web.partnerships.actions.people import end_membership, give_membership
from landsby.web.partnerships.models import Membership, Municipality


@transaction.atomic
def keep_roles_of_sign_on(
    *, user: User, provider: str, municipality: Municipality, said: SaidRoles, by: Author
) -> None:
    """Give a user the roles that their municipality says, and end those that it no longer says, or gave elsewhere.

    Roles that somebody has given by hand are neither doubled nor taken away.

    Raises:
        Blocked: when the user has been shut out.
    """
    current = Membership.objects.current().filter(user=user, provider=provider)
    for membership in current.select_related("role", "municipality"):
        if membership.place != municipality or said.takes_back(membership.role):
            end_membership(membership=membership, by=by)
    for role in said.given:
        give_membership(user=user, role=role, place=municipality, provider=provider, by=by)
