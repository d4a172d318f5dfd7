"""Handing over what somebody has planned, when they leave."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity, Series
from landsby.web.kit.audit import record_each
from landsby.web.kit.models import Act


@transaction.atomic
def hand_over_planned(*, things: Sequence[Activity] | Sequence[Series], to: User, by: User) -> None:
    """Let somebody else answer for what was planned, as if they had registered it. The log keeps who did."""
    model = type(things[0])
    model.objects.filter(pk__in=[thing.pk for thing in things]).update(created_by=to)
    details = ((thing, {"handed_over": [str(thing.created_by), str(to)]}) for thing in things)
    record_each(by=by, act=Act.CHANGED, things=details, programme=things[0].programme.slug)
