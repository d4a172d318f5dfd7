"""How expired rows are found. Each room says so for its own models; the kit knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.policy import data_policy


@dataclass(frozen=True)
class Expiry:
    """How one rule of the data policy is kept.

    Attributes:
        rule: the rule's id in the policy.
        rows: the rows that the rule lets go of, given the moment before which they expired.
        blank: for a rule that anonymises, what is written over what could tell who it is about.
            The rows must then leave out those that have been written over already.
    """

    rule: str
    rows: Callable[[datetime], QuerySet[Any]]
    blank: Mapping[str, Any] = field(default_factory=dict)


_expiries: dict[str, Expiry] = {}


def keep_rule(expiry: Expiry) -> None:
    """Called once per rule from a room's `AppConfig.ready`."""
    _expiries[expiry.rule] = expiry


def expiries() -> dict[str, Expiry]:
    """What has been registered, by rule."""
    return dict(_expiries)


def expired_rows(now: datetime | None = None) -> dict[str, QuerySet[Any]]:
    """The rows that the policy lets go of today, by rule, in the policy's order."""
    moment = now or timezone.now()
    return {rule.id: _expiries[rule.id].rows(rule.keep.before(moment)) for rule in data_policy().expiring().values()}


def register_own_rules() -> None:
    """The rules about what belongs to no room: the audit, the sign-ins, the finished tasks."""
    read = (Act.READ, Act.EXPORTED, Act.SIGNED_IN)
    written = (Act.CREATED, Act.CHANGED, Act.REMOVED, Act.IMPORTED)
    keep_rule(Expiry("audit_of_reading", lambda before: AuditEntry.objects.of_acts(*read).before(before)))
    keep_rule(
        Expiry(
            "audit_of_writing",
            lambda before: AuditEntry.objects.of_acts(*written).before(before).exclude(author=""),
            blank={"author": "", "author_key": "", "label": "", "detail": {}},
        )
    )
    keep_rule(Expiry("sessions", lambda before: Session.objects.filter(expire_date__lt=before)))
    keep_rule(Expiry("finished_tasks", lambda before: DBTaskResult.objects.finished().filter(finished_at__lt=before)))
