"""What this room keeps for somebody who leaves."""

from __future__ import annotations

from django.utils.translation import ngettext

from landsby.web.partnerships.access.leaving import contacts_in_person, invitations_of
from landsby.web.partnerships.actions.leaving import hand_over_contacts, hand_over_invitations
from landsby.web.partnerships.leaving import Belongings, leave_behind


def register() -> None:
    """Stand first among what there is to hand over."""
    leave_behind(Belongings(of=contacts_in_person, told=_contacts, hand_over=hand_over_contacts))
    leave_behind(Belongings(of=invitations_of, told=_invitations, hand_over=hand_over_invitations))


def _contacts(count: int) -> str:
    told = ngettext("kontaktperson ét sted", "kontaktperson %(count)s steder", count)
    return told % {"count": count}


def _invitations(count: int) -> str:
    return ngettext("%(count)s invitation uden svar", "%(count)s invitationer uden svar", count) % {"count": count}
