"""How rows are found once the data policy lets go of them."""

from __future__ import annotations

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from landsby.web.accounts.models import CacheRow
from landsby.web.kit.retention import Expiry, keep_rule


def places_signed_in_before(before: datetime) -> QuerySet[UserSession]:
    """Where somebody was signed in by a session that is over, begun before a moment."""
    begun: QuerySet[UserSession] = UserSession.objects.filter(created_at__lt=before)
    return begun.exclude(session_key__in=Session.objects.values("session_key"))


def register_rules() -> None:
    """Tell the kit how the policy's rules about signing in are kept."""
    keep_rule(Expiry("failed_sign_ins", CacheRow.objects.expired_before))
    keep_rule(Expiry("places_signed_in", places_signed_in_before))
