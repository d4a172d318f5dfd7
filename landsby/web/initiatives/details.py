"""What is said about initiatives, trials and policies before it is stored: forms make it, actions take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from landsby.web.accounts.models import User
from landsby.web.initiatives.models import Initiative, Trial
from landsby.web.partnerships.models import Actor, Community, Municipality


@dataclass(frozen=True, kw_only=True)
class InitiativeDetails:
    """Everything that is said about one initiative, besides where it stands.

    Attributes:
        links: the ids that it belongs to, by folder: those of `LINKED`, and `ACTOR_KINDS`.
        definition: the id of the blueprint's initiative that it is started from; "" for the programme's own.
    """

    title: str
    summary: str = ""
    definition: str = ""
    parent: Initiative | None = None
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    newness: str = ""
    effort: int | None = None
    depth: str = ""
    municipality: Municipality | None = None
    community: Community | None = None
    owner: User | None = None
    owner_actor: Actor | None = None
    partners: tuple[Actor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TrialDetails:
    """Everything that is said about one trial.

    Attributes:
        next_step: one of `NextStep`; "" until it is told how it went.
    """

    question: str
    started_on: date
    tried: str = ""
    previous: Trial | None = None
    actor: Actor | None = None
    community: Community | None = None
    municipality: Municipality | None = None
    with_whom: str = ""
    ended_on: date | None = None
    expected: str = ""
    observed: str = ""
    learned: str = ""
    next_step: str = ""


@dataclass(frozen=True, kw_only=True)
class PolicyDetails:
    """Everything that is said about one policy."""

    title: str
    owner: str
    started_on: date
    text: str = ""
    initiative: Initiative | None = None
    actor: Actor | None = None
    community: Community | None = None
    municipality: Municipality | None = None
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Groups:
    """How many of an actor's groups an initiative reaches, of how many."""

    reached: int
    total: int
