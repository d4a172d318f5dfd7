"""What one person is in one programme, and how far each right reaches from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from landsby.web.accounts.models import User
from landsby.web.partnerships.models import Actor, Community, Membership, Municipality, Programme, Right, ScopeLevel

To = Right | Literal["see"]
Visitor = User | AnonymousUser
"""Whoever asks. The sign-in stands before every view; should it fail, nobody unknown gets past here."""

SEE: Literal["see"] = "see"


@dataclass(frozen=True)
class Reach:
    """A set of places: the whole programme, or some municipalities, communities and actors."""

    everywhere: bool = False
    municipalities: frozenset[int] = frozenset()
    communities: frozenset[int] = frozenset()
    actors: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is within reach."""
        return not (self.everywhere or self.municipalities or self.communities or self.actors)

    def covers(
        self, *, municipality: int | None = None, community: int | None = None, actors: Iterable[int | None] = ()
    ) -> bool:
        """Whether something that lies at these places (given by primary key) is within reach."""
        return (
            self.everywhere
            or municipality in self.municipalities
            or community in self.communities
            or any(actor in self.actors for actor in actors)
        )

    def among_actors(self) -> Q:
        """The condition on actors."""
        if self.everywhere:
            return Q()
        return (
            Q(municipality__in=self.municipalities)
            | Q(community__in=self.communities)
            | Q(pk__in=self.actors)
            | Q(parent__in=self.actors)
        )

    def among_communities(self) -> Q:
        """The condition on communities; an actor's own community is within its reach."""
        if self.everywhere:
            return Q()
        return Q(municipality__in=self.municipalities) | Q(pk__in=self.communities) | Q(actors__in=self.actors)

    def among_memberships(self) -> Q:
        """The condition on memberships, by the place that each is tied to."""
        if self.everywhere:
            return Q()
        return (
            Q(municipality__in=self.municipalities)
            | Q(community__municipality__in=self.municipalities)
            | Q(actor__municipality__in=self.municipalities)
            | Q(community__in=self.communities)
            | Q(actor__community__in=self.communities)
            | Q(actor__in=self.actors)
        )


@dataclass(frozen=True)
class Standing:
    """What one person is in one programme."""

    user: User
    programme: Programme
    memberships: tuple[Membership, ...]

    @cached_property
    def seen(self) -> Reach:
        """Where the person may read: as far up as the role sees, and always one's own place wherever it acts."""
        levels = ("sees", "scope")
        return _reach((m, ScopeLevel(getattr(m.role, level))) for m in self.memberships for level in levels)

    @property
    def acting(self) -> Reach:
        """Where the person's roles are tied to, whatever they may do there."""
        return _reach((membership, ScopeLevel(membership.role.scope)) for membership in self.memberships)

    def reach(self, right: To) -> Reach:
        """Where the person has a right."""
        if right == SEE:
            return self.seen
        return _reach(
            (membership, ScopeLevel(membership.role.scope))
            for membership in self.memberships
            if right in membership.role.rights
        )

    def holding(self, right: Right) -> Standing:
        """The same person with only the memberships that hold a right: what one lends is not used through another.

        Its `seen` is where the person may use a right on all that they read, such as to export it.
        """
        return replace(self, memberships=tuple(m for m in self.memberships if right in m.role.rights))

    def may(self, right: To) -> bool:
        """Whether the person has a right anywhere in the programme."""
        return not self.reach(right).is_empty

    @property
    def leading(self) -> Membership:
        """The membership that the front page speaks to: the widest role first."""
        return min(self.memberships, key=lambda membership: membership.role.order)

    @property
    def seen_places(self) -> list[Programme | Municipality | Community | Actor]:
        """The widest place that each role sees, each once: what a page calls the part that is seen."""
        levels = ((membership, ScopeLevel(membership.role.sees)) for membership in self.memberships)
        return list(dict.fromkeys(_widened(m, level) for m, level in levels if m.is_at_its_level))

    @property
    def own_actors(self) -> list[Actor]:
        """The institutions or associations that the person belongs to."""
        return [membership.actor for membership in self.memberships if membership.actor]


def _reach(levels: Iterable[tuple[Membership, ScopeLevel]]) -> Reach:
    """Widen each membership to a level and gather the places. Where the place does not fit the role, it is none."""
    everywhere, municipalities, communities, actors = False, set(), set(), set()
    for place in (_widened(membership, level) for membership, level in levels if membership.is_at_its_level):
        match place:
            case Programme():
                everywhere = True
            case Municipality():
                municipalities.add(place.pk)
            case Community():
                communities.add(place.pk)
            case Actor():
                actors.add(place.pk)
    return Reach(everywhere, frozenset(municipalities), frozenset(communities), frozenset(actors))


def _widened(membership: Membership, level: ScopeLevel) -> Programme | Municipality | Community | Actor:
    """The place at a level around a membership; never wider than that level.

    An actor outside every community, seen at community level, is only itself: closed by default.
    """
    if level is ScopeLevel.PROGRAMME:
        return membership.role.programme
    actor, community = membership.actor, membership.community
    if level is ScopeLevel.MUNICIPALITY:
        around = actor or community
        return (around.municipality if around else membership.municipality) or membership.place
    if level is ScopeLevel.COMMUNITY and actor:
        return actor.community or actor
    return membership.place
