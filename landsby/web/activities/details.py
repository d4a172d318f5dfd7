"""What is said about an activity before it is stored: one value that forms make and actions take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from landsby.blueprint import ActivityKind
from landsby.web.activities.status import Status
from landsby.web.initiatives.models import Initiative
from landsby.web.partnerships.models import Actor, Community, Municipality


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """How many came, by group; None is not counted, 0 is nobody."""

    children: int | None = None
    parents: int | None = None
    staff: int | None = None
    volunteers: int | None = None
    new_families: int | None = None


@dataclass(frozen=True, kw_only=True)
class Details:
    """Everything that is said about one activity.

    Attributes:
        kind: as it is worded where the answers are asked for.
        kind_now: what it is called today, where it has been renamed since; "" where it has not.
        hours: hours worked, as decimal hours.
        extra: answers to the kind's own fields, by field id, JSON-able.
    """

    kind: ActivityKind
    kind_now: str = ""
    title: str
    starts_on: date
    ends_on: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    status: Status = Status.PLANNED
    cancelled_because: str = ""
    municipality: Municipality | None = None
    community: Community | None = None
    place: str = ""
    attendance: Attendance = field(default_factory=Attendance)
    hours: Decimal | None = None
    notes: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    goals: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    hosts: tuple[Actor, ...] = ()
    participants: tuple[Actor, ...] = ()
    facilitators: tuple[Actor, ...] = ()
    initiatives: tuple[Initiative, ...] = ()

    @property
    def kind_id(self) -> str:
        """The id by which the kind is recorded."""
        return self.kind_now or self.kind.id

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody with a part, whichever it is."""
        return self.hosts + self.participants + self.facilitators
