"""Taking back a file with figures that was wrong."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.indicators.access import hiding_after, taking_back
from landsby.web.indicators.actions.imports import AT_ONCE
from landsby.web.indicators.models import Delivery, Observation
from landsby.web.indicators.names import indicator_of_today
from landsby.web.indicators.rules import problems_of_taking_back
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers


@transaction.atomic
def take_back_delivery(*, delivery: Delivery, why: str, by: User) -> Delivery:
    """Let the figures of a file count no longer, and those that they replaced count again; it stays on record.

    Sent twice, the first word stands.

    Raises:
        Blocked: when no reason is given, or the programme looks at the indicator no longer.
    """
    refuse_on_blockers(problems_of_taking_back(why))
    # First the programme, then what hangs on it: so does whoever goes over to another version.
    indicator = indicator_of_today(delivery.programme, delivery.indicator)
    fresh = Delivery.objects.select_for_update(of=("self",)).select_related("programme").get(pk=delivery.pk)
    if fresh.taken_back_at is not None:
        return fresh
    effect = taking_back(fresh)
    _change(effect.gone, replaced_at=timezone.now())
    _change(effect.again, replaced_at=None)
    fresh.taken_back_at, fresh.taken_back_by, fresh.why_taken_back = timezone.now(), by, why.strip()
    fresh.clean_fields(exclude=["programme", "hiding", "added_by", "taken_back_by"])
    fresh.save(update_fields=["taken_back_at", "taken_back_by", "why_taken_back"])
    last = Delivery.objects.last_of_each(fresh.programme, [fresh.indicator]).first()
    if last is not None:
        last.hiding = hiding_after(fresh.programme, indicator)
        last.save(update_fields=["hiding"])
    detail = {"withdrawn": len(effect.gone), "again": len(effect.again)}
    label = f"{indicator.title.da}: {fresh.file_name}"
    record(by=by, act=Act.REMOVED, thing=fresh, programme=fresh.programme.slug, detail=detail, label=label)
    return fresh


def _change(keys: Collection[int], **values: Any) -> None:
    told = sorted(keys)
    for start in range(0, len(told), AT_ONCE):
        Observation.objects.filter(pk__in=told[start : start + AT_ONCE]).update(**values)
