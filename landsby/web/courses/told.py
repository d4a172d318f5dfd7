"""What is said about offers, times and sign-ups before they are stored: values that forms make and actions take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from uuid import UUID

from landsby.blueprint import ActivityKind
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity
from landsby.web.courses.models import Transport
from landsby.web.partnerships.models import Actor, Community, Municipality


@dataclass(frozen=True, kw_only=True)
class ToldOffer:
    """Everything that is said about an offer. Its fields are called as those of `FrameworkOffer`."""

    kind: ActivityKind
    host: Actor
    title: str
    sessions: int
    about: str = ""
    age_from: int | None = None
    age_to: int | None = None
    most_children: int | None = None
    municipality: Municipality | None = None
    community: Community | None = None
    place: str = ""
    transport: str = Transport.INSTITUTION
    transport_note: str = ""
    pickup: str = ""


@dataclass(frozen=True, kw_only=True)
class ToldWindow:
    """One time of an offer. Its fields are called as those of `TimeWindow`."""

    weekday: int
    start_time: time
    end_time: time
    first_on: date
    last_on: date
    groups: int = 1


@dataclass(frozen=True, kw_only=True)
class ToldSignUp:
    """One institution's wish for a place.

    Attributes:
        may_wait: whether a place in the queue will do, where there is none free.
        sessions: the sessions, where they are agreed otherwise than once a week from the first day on.
    """

    institution: Actor
    children: int
    contact: str = ""
    phone: str = ""
    needs_transport: bool = False
    may_wait: bool = False
    client_key: UUID | None = None
    sessions: Sequence[Details] = ()


@dataclass(frozen=True, kw_only=True)
class ToldHours:
    """The hours of one session, and why they are others than the session itself says."""

    session: Activity
    host: Actor
    hours: Decimal
    reason: str = ""
