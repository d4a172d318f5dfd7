"""Handing over what this room keeps for somebody who leaves: invitations on their way, and being a contact."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import record_each
from landsby.web.kit.models import Act
from landsby.web.partnerships.access.invitations import can_uphold
from landsby.web.partnerships.actions.people import add_contact, end_contact
from landsby.web.partnerships.models import Contact, Invitation


@transaction.atomic
def hand_over_invitations(*, things: Sequence[Invitation], to: User, by: User) -> None:
    """Let unanswered invitations rest on somebody else's right; those that it cannot bear stay where they are."""
    borne = [invitation for invitation in things if can_uphold(to, invitation)]
    Invitation.objects.filter(pk__in=[invitation.pk for invitation in borne]).update(invited_by=to)
    slug = things[0].role.programme.slug
    details = ((invitation, {"handed_over": [str(invitation.invited_by), str(to)]}) for invitation in borne)
    record_each(by=by, act=Act.CHANGED, things=details, programme=slug)


@transaction.atomic
def hand_over_contacts(*, things: Sequence[Contact], to: User, by: User) -> None:
    """Let somebody else be the person to call, with their own name and address."""
    for contact in things:
        end_contact(contact=contact, by=by)
        add_contact(actor=contact.actor, name=to.name, title=contact.title, email=to.email, by=by)
