"""Who may come where. Every room's `access.py` asks this one; nothing is open by default.

A membership ties a role to one place. Its rights hold there and in everything below; what the
person may read reaches up to the level that the role `sees`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from landsby.web.accounts.models import User
from landsby.web.partnerships.models import (
    Actor,
    ActorQuerySet,
    Community,
    CommunityQuerySet,
    Membership,
    Municipality,
    Programme,
    ProgrammeQuerySet,
    Right,
    ScopeLevel,
)

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
            or not self.actors.isdisjoint(actors)
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


@dataclass(frozen=True)
class Standing:
    """What one person is in one programme."""

    user: User
    programme: Programme
    memberships: tuple[Membership, ...]

    @cached_property
    def seen(self) -> Reach:
        """Where the person may read."""
        return _reach((membership, ScopeLevel(membership.role.sees)) for membership in self.memberships)

    def reach(self, right: To) -> Reach:
        """Where the person has a right."""
        if right == SEE:
            return self.seen
        return _reach(
            (membership, ScopeLevel(membership.role.scope))
            for membership in self.memberships
            if right in membership.role.rights
        )

    def may(self, right: To) -> bool:
        """Whether the person has a right anywhere in the programme."""
        return not self.reach(right).is_empty

    @property
    def leading(self) -> Membership:
        """The membership that the front page speaks to: the widest role first."""
        return min(self.memberships, key=lambda membership: membership.role.order)

    @property
    def seen_places(self) -> list[Programme | Municipality | Community | Actor]:
        """The places that `seen` is made of, each once."""
        levels = ((membership, ScopeLevel(membership.role.sees)) for membership in self.memberships)
        return list(dict.fromkeys(_widened(membership, level) for membership, level in levels))

    @property
    def own_actors(self) -> list[Actor]:
        """The institutions or associations that the person belongs to."""
        return [membership.actor for membership in self.memberships if membership.actor]


def _reach(levels: Iterable[tuple[Membership, ScopeLevel]]) -> Reach:
    """Widen each membership to a level and gather the places."""
    everywhere, municipalities, communities, actors = False, set(), set(), set()
    for membership, level in levels:
        place = _widened(membership, level)
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


def programmes_of(user: User) -> ProgrammeQuerySet:
    """The programmes that the user has a part in today."""
    return Programme.objects.joined_by(user)


def standing_in(user: Visitor, programme: Programme) -> Standing:
    """What the user is in the programme, read once per user object.

    Raises:
        Http404: a stranger is not told that the programme exists.
    """
    if not isinstance(user, User):
        raise Http404
    known: dict[int, Standing] = user.__dict__.setdefault("_standings", {})
    if programme.pk not in known:
        memberships = Membership.objects.filter(user=user).in_programme(programme).current()
        known[programme.pk] = Standing(user, programme, tuple(memberships))
    if not known[programme.pk].memberships:
        raise Http404
    return known[programme.pk]


def programme_for(user: Visitor, slug: str, *, to: To = SEE) -> tuple[Programme, Standing]:
    """The programme and the user's standing in it.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member who has the right nowhere.
    """
    programme = Programme.objects.filter(slug=slug).first()
    if programme is None:
        raise Http404
    standing = standing_in(user, programme)
    if not standing.may(to):
        raise PermissionDenied
    return programme, standing


def community_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Community, Standing]:
    """A community that the user may see, and has the right to.

    Raises:
        Http404, PermissionDenied: as `programme_for`.
    """
    community = Community.objects.filter(pk=pk).select_related("programme", "municipality").first()
    if community is None:
        raise Http404
    standing = standing_in(user, community.programme)
    if not Community.objects.filter(standing.seen.among_communities(), pk=pk).exists():
        raise Http404
    if not standing.reach(to).covers(municipality=community.municipality_id, community=pk) and to != SEE:
        raise PermissionDenied
    return community, standing


def actor_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Actor, Standing]:
    """An actor that the user may see, and has the right to.

    Raises:
        Http404, PermissionDenied: as `programme_for`.
    """
    actor = Actor.objects.filter(pk=pk).select_related("programme", "municipality", "community", "parent").first()
    if actor is None:
        raise Http404
    standing = standing_in(user, actor.programme)
    for right, refusal in ((SEE, Http404), (to, PermissionDenied)):
        if not standing.reach(right).covers(
            municipality=actor.municipality_id, community=actor.community_id, actors=(actor.pk, actor.parent_id)
        ):
            raise refusal
    return actor, standing


def actors_seen_by(standing: Standing) -> ActorQuerySet:
    """The programme's actors that somebody may read, in reading order."""
    return actors_within(standing, SEE)


def actors_within(standing: Standing, right: To) -> ActorQuerySet:
    """The programme's actors where somebody has a right, in reading order."""
    reach = standing.reach(right)
    return Actor.objects.of(standing.programme).filter(reach.among_actors()).in_reading_order()


def communities_within(standing: Standing, right: To = SEE) -> CommunityQuerySet:
    """The programme's communities where somebody has a right, in reading order."""
    reach = standing.reach(right)
    # A subquery, not a join: an actor's community is found through its actors, which are many.
    chosen = Community.objects.filter(reach.among_communities()).values("pk")
    return Community.objects.of(standing.programme).filter(pk__in=chosen)
