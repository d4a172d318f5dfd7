"""Which initiatives somebody may see and change: by where they lie, and by who answers for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.initiatives.details import InitiativeDetails
from landsby.web.initiatives.models import ACTOR_KINDS, Initiative, InitiativeQuerySet
from landsby.web.initiatives.rules import KEPT_STEPS, Readiness
from landsby.web.kit.alphabet import Alphabetical
from landsby.web.partnerships.access import (
    SEE,
    Reach,
    Standing,
    To,
    Visitor,
    actors_seen_by,
    communities_within,
    municipalities_within,
    reach_of,
    standing_in,
)
from landsby.web.partnerships.models import (
    Actor,
    ActorQuerySet,
    Community,
    CommunityQuerySet,
    Membership,
    Municipality,
    MunicipalityQuerySet,
    Programme,
    Right,
)


def initiatives_seen_by(standing: Standing) -> InitiativeQuerySet:
    """The programme's initiatives that somebody may read."""
    return Initiative.objects.of(standing.programme).within(standing.seen)


def initiatives_managed_by(standing: Standing) -> InitiativeQuerySet:
    """The programme's initiatives that somebody may change.

    They lie where somebody manages initiatives, or are answered for by them or by the institution that they
    register for. Whoever only reads changes none, whatever they answer for.
    """
    initiatives = Initiative.objects.of(standing.programme)
    managing = initiatives.order_by().lying_in(standing.reach(Right.MANAGE_INITIATIVES))
    chosen = Q(pk__in=managing.values("pk")) if standing.may(Right.MANAGE_INITIATIVES) else Q(pk__in=())
    if standing.may(Right.LOG_ACTIVITIES):
        chosen |= Q(owner=standing.user) | Q(owner_actor__in=standing.reach(Right.LOG_ACTIVITIES).actors)
    return initiatives.filter(chosen)


def initiative_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Initiative, Standing]:
    """An initiative that the user may see, and use a right on where that is asked.

    With `Right.MANAGE_INITIATIVES` the user may change it; with another right they hold it somewhere, and what they
    register is asked about where it lies.

    Raises:
        Http404: to a stranger, and where it lies outside what the user may read.
        PermissionDenied: to a member without the right.
    """
    initiative = Initiative.objects.with_places().with_parts().filter(pk=pk).first()
    if initiative is None:
        raise Http404
    standing = standing_in(user, initiative.programme)
    if not initiatives_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to == Right.MANAGE_INITIATIVES and not may_manage(standing, initiative):
        raise PermissionDenied
    if to not in (SEE, Right.MANAGE_INITIATIVES) and not standing.may(to):
        raise PermissionDenied
    return initiative, standing


def may_manage(standing: Standing, initiative: Initiative) -> bool:
    """Whether somebody may change an initiative."""
    return initiatives_managed_by(standing).filter(pk=initiative.pk).exists()


def may_place(reach: Reach, details: InitiativeDetails) -> bool:
    """Whether an initiative as told lies where somebody manages initiatives."""
    return reach.covers(
        municipality=details.municipality.pk if details.municipality else None,
        community=details.community.pk if details.community else None,
        actors=[details.owner_actor.pk if details.owner_actor else None],
    )


def initiatives_to_choose(standing: Standing, kept: Iterable[int] = ()) -> InitiativeQuerySet:
    """The initiatives under way that somebody sees, for something to be a part of; and those that it is, by key."""
    seen = initiatives_seen_by(standing).under_way().order_by().values("pk")
    return Initiative.objects.filter(Q(pk__in=seen) | Q(pk__in=list(kept))).of(standing.programme).in_reading_order()


def titles_of(initiatives: InitiativeQuerySet, most: int) -> list[tuple[int, str]]:
    """So many of some initiatives as choices, by primary key and title."""
    return list(initiatives.values_list("pk", "title")[:most])


def parents_to_choose(standing: Standing, initiative: Initiative | None = None) -> InitiativeQuerySet:
    """The initiatives that one may be part of: those that somebody sees, but itself; and the one that it is part of."""
    seen = initiatives_seen_by(standing).except_for(initiative).order_by().values("pk")
    kept = initiative.parent_id if initiative else None
    return Initiative.objects.filter(Q(pk__in=seen) | Q(pk=kept)).in_reading_order()


def owners_to_choose(standing: Standing, initiative: Initiative | None = None) -> QuerySet[User]:
    """The people who may answer for an initiative: those with a part in the programme today, and who does already."""
    members = Membership.objects.filter(role__programme=standing.programme).current().values("user")
    kept = initiative.owner_id if initiative else None
    return User.objects.filter(Q(pk__in=members, is_active=True) | Q(pk=kept)).order_by(Alphabetical("name"))


def actors_to_involve(standing: Standing, today: date, initiative: Initiative | None = None) -> ActorQuerySet:
    """The actors that may answer for an initiative or be partners, and those that do already, closed ones too."""
    seen = actors_seen_by(standing).open_on(today).whole().order_by().values("pk")
    kept = {initiative.owner_actor_id, *initiative.partners.values_list("actor", flat=True)} if initiative else set()
    return Actor.objects.filter(Q(pk__in=seen) | Q(pk__in=kept - {None})).in_reading_order()


def places_to_choose(standing: Standing, initiative: Initiative | None = None) -> MunicipalityQuerySet:
    """The municipalities where somebody manages initiatives, and the one that is chosen already."""
    own = municipalities_within(standing, Right.MANAGE_INITIATIVES).order_by().values("pk")
    kept = initiative.municipality_id if initiative else None
    return Municipality.objects.of(standing.programme).filter(Q(pk__in=own) | Q(pk=kept))


def communities_to_choose(standing: Standing, initiative: Initiative | None = None) -> CommunityQuerySet:
    """The communities where somebody manages initiatives, and the one that is chosen already."""
    own = communities_within(standing, Right.MANAGE_INITIATIVES).order_by().values("pk")
    kept = initiative.community_id if initiative else None
    return Community.objects.of(standing.programme).filter(Q(pk__in=own) | Q(pk=kept))


def parents_in(programme: Programme) -> dict[int, int]:
    """The wider initiative of each of a programme's initiatives, by primary key."""
    return dict(Initiative.objects.of(programme).parents())


def stored_before(client_key: UUID | None, by: User) -> Initiative | None:
    """What the same form of the same person has stored already."""
    return Initiative.objects.filter(client_key=client_key, created_by=by).first() if client_key else None


def definitions_started(programme: Programme) -> dict[str, Initiative]:
    """The initiatives that were started from the blueprint, by the id of their definition."""
    rows = Initiative.objects.of(programme).exclude(definition="")
    return {row.definition: row for row in rows}


def points_missing(initiative: Initiative, blueprint: Blueprint) -> list[tuple[str, str]]:
    """The points of an initiative's checklists, by checklist and id, that are not ticked: in reading order."""
    ticked = set(initiative.ticks.values_list("checklist", "point"))
    lists = [blueprint.checklists[key] for key in initiative.linked("checklists") if key in blueprint.checklists]
    points = [(each.id, point.id) for each in lists for point in each.points]
    return [point for point in points if point not in ticked]


def readiness_of(initiative: Initiative, blueprint: Blueprint, today: date) -> Readiness:
    """What is told of an initiative that its next stages ask for: five queries at most."""
    return Readiness(
        newness=initiative.newness,
        trials_told=initiative.trials.told().count(),
        trials_kept=initiative.trials.leading_to(*KEPT_STEPS).count(),
        actors_now=initiative.coverages.on(today).count(),
        points_missing=len(points_missing(initiative, blueprint)),
    )


def actors_meant(initiative: Initiative, today: date) -> ActorQuerySet:
    """The actors that an initiative is meant to reach: open, of its kinds of actor, where it lies; none if unsaid."""
    kinds = initiative.linked(ACTOR_KINDS)
    actors = Actor.objects.of(initiative.programme).of_kinds(kinds).whole().open_on(today)
    if initiative.community_id is not None:
        return actors.in_community(initiative.community_id)
    return actors.in_municipality(initiative.municipality_id) if initiative.municipality_id else actors


def owned_by(membership: Membership) -> list[Initiative]:
    """What the holder of a membership answers for, where it acts."""
    rows = Initiative.objects.of(membership.role.programme).owned_by(membership.user)
    return list(rows.within(reach_of(membership)).select_related("programme", "owner"))
