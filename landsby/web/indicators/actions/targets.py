"""What is aimed at: set, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.indicators.models import Target
from landsby.web.indicators.names import indicator_of_today
from landsby.web.indicators.rules import problems_of_target
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class ToldTarget:
    """A target as it is told.

    Attributes:
        place: what cells call the place; "" is the whole programme.
        value: in the unit that people read.
        period: the number of the period by which.
    """

    place: str
    value: Decimal
    period: int
    decided_by: str
    decided_on: date
    why: str = ""


@transaction.atomic
def set_target(*, programme: Programme, indicator: str, told: ToldTarget, by: User) -> Target:
    """Aim at a figure for a place; one for the same place and period is put aside, not changed.

    Raises:
        Blocked: when the figure or the period cannot be, or the programme looks at the indicator no longer.
    """
    definition = indicator_of_today(programme, indicator)
    refuse_on_blockers(problems_of_target(told.value, told.period, told.decided_on, definition, timezone.localdate()))
    community = int(told.place[1:]) if told.place.startswith("c") else None
    code = told.place[1:] if told.place.startswith("m") else ""
    standing = Target.objects.of(programme).about([definition.id]).standing()
    same = standing.filter(community=community, municipality_code=code, period=told.period)
    same.update(ended_at=timezone.now())
    target = Target(
        programme=programme,
        indicator=definition.id,
        indicator_hash=definition.content_hash,
        community_id=community,
        municipality_code=code,
        value=told.value,
        period=told.period,
        decided_by=told.decided_by,
        decided_on=told.decided_on,
        why=told.why,
        told_by=by,
    )
    target.clean_fields(exclude=["programme", "community", "told_by", "ended_at"])
    target.save()
    record(by=by, act=Act.CREATED, thing=target, programme=programme.slug, detail={"value": str(told.value)})
    return target


@transaction.atomic
def take_back_target(*, target: Target, by: User) -> None:
    """Aim at it no more; that it was aimed at stays."""
    target.ended_at = timezone.now()
    target.save(update_fields=["ended_at"])
    record(by=by, act=Act.REMOVED, thing=target, programme=target.programme.slug)
