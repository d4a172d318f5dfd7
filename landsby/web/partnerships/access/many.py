"""The sets of things that somebody may read or has a right to."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from landsby.web.accounts.models import User
from landsby.web.partnerships.access.standing import SEE, Standing, To
from landsby.web.partnerships.models import (
    Actor,
    ActorQuerySet,
    Community,
    CommunityQuerySet,
    Membership,
    Municipality,
    MunicipalityQuerySet,
    Programme,
    ProgrammeQuerySet,
)


def programmes_of(user: User) -> ProgrammeQuerySet:
    """The programmes that the user has a part in today."""
    return Programme.objects.joined_by(user)


def ended_roles(user: User, most: int = 5) -> list[Membership]:
    """The roles that the user has had, the latest first."""
    return list(Membership.objects.filter(user=user).ended_latest()[:most])


def holds_any(user: User, rights: Iterable[str]) -> bool:
    """Whether somebody holds one of these rights today, in any programme."""
    wanted = set(rights)
    held = Membership.objects.filter(user=user).current().select_related("role") if wanted else ()
    return any(wanted.intersection(membership.role.rights) for membership in held)


def is_slug_taken(slug: str) -> bool:
    """Whether a programme has the address already. That one exists is all that is told."""
    return Programme.objects.filter(slug=slug).exists()


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


def municipalities_within(standing: Standing, right: To = SEE) -> MunicipalityQuerySet:
    """The programme's municipalities where somebody has a right to the whole municipality."""
    reach = standing.reach(right)
    municipalities = Municipality.objects.of(standing.programme)
    return municipalities if reach.everywhere else municipalities.filter(pk__in=reach.municipalities)


def municipalities_seen_by(standing: Standing) -> MunicipalityQuerySet:
    """The programme's municipalities of which somebody may read something: all of it, a community or an actor."""
    municipalities, seen = Municipality.objects.of(standing.programme), standing.seen
    if seen.everywhere:
        return municipalities
    communities = communities_within(standing).order_by().values("municipality")
    actors = Actor.objects.filter(pk__in=seen.actors).values("municipality")
    return municipalities.filter(Q(pk__in=seen.municipalities) | Q(pk__in=communities) | Q(pk__in=actors))


def is_community_name_taken(municipality: Municipality, name: str, *, except_for: Community | None = None) -> bool:
    """Whether a municipality has a community of that name, whatever its case; one may keep its own."""
    alike = Community.objects.filter(municipality=municipality, name__iexact=name)
    return any(community != except_for for community in alike)
