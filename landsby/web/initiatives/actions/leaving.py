"""Handing over what somebody answers for, when they leave."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.audit import record_each
from landsby.web.kit.models import Act


@transaction.atomic
def hand_over_owned(*, things: Sequence[Initiative], to: User, by: User) -> None:
    """Let somebody else answer for initiatives. The log keeps who did."""
    Initiative.objects.among(thing.pk for thing in things).update(owner=to)
    details = ((thing, {"owner": [str(thing.owner), str(to)]}) for thing in things)
    record_each(by=by, act=Act.CHANGED, things=details, programme=things[0].programme.slug)
