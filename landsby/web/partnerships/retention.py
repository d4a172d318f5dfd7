"""How rows about people are found once the data policy lets go of them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.kit.retention import Expiry, keep_rule
from landsby.web.partnerships.models import Contact, ImportDraft, Invitation, Membership


def ended_memberships(before: datetime) -> QuerySet[Membership]:
    """Roles that ended before a moment."""
    return Membership.objects.filter(ended_on__lt=timezone.localdate(before))


def ended_contacts(before: datetime) -> QuerySet[Contact]:
    """Contact people who stopped before a moment."""
    return Contact.objects.filter(ended_on__lt=timezone.localdate(before))


def former_users(before: datetime) -> QuerySet[User]:
    """People without a role, past or present, who joined and last signed in before a moment.

    An operator needs no role and stays. What a person registered stays too, without their name.
    """
    last_seen = Q(last_login__lt=before) | Q(last_login=None, joined_at__lt=before)
    return User.objects.filter(last_seen, memberships=None, is_operator=False)


def register_rules() -> None:
    """Tell the kit how the policy's rules about people and imports are kept."""
    keep_rule(Expiry("ended_memberships", ended_memberships))
    keep_rule(Expiry("ended_contacts", ended_contacts))
    keep_rule(Expiry("invitations", Invitation.objects.settled_before))
    keep_rule(Expiry("former_users", former_users))
    keep_rule(Expiry("import_drafts", ImportDraft.objects.expired_before))
