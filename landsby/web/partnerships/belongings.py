"""What this room keeps for somebody who leaves."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.partnerships.access.leaving import contacts_in_person, invitations_of
from landsby.web.partnerships.actions.leaving import hand_over_contacts, hand_over_invitations
from landsby.web.partnerships.leaving import Belongings, leave_behind
from landsby.web.partnerships.models import Contact, Invitation


def register() -> None:
    """Stand first among what there is to hand over."""
    leave_behind(Belongings(of=contacts_in_person, told=_contacts, shown=_shown_contact, hand_over=hand_over_contacts))
    leave_behind(
        Belongings(
            of=invitations_of,
            told=_invitations,
            shown=_shown_invitation,
            hand_over=hand_over_invitations,
            note=_("En invitation går kun videre til en, der selv må give rollen. Ellers virker den ikke længere."),
        )
    )


def _contacts(count: int) -> str:
    told = ngettext("kontaktperson ét sted", "kontaktperson %(count)s steder", count)
    return told % {"count": count}


def _shown_contact(contact: Contact) -> tuple[str, str]:
    return contact.actor.name, reverse("partnerships:actor", args=[contact.actor_id])


def _invitations(count: int) -> str:
    return ngettext("%(count)s invitation uden svar", "%(count)s invitationer uden svar", count) % {"count": count}


def _shown_invitation(invitation: Invitation) -> tuple[str, str]:
    return str(invitation), ""
