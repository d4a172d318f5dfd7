"""Who may see which season, who coordinates it, and whose duties are whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from landsby.blueprint import ActivityKind, codelist
from landsby.web.activities.access import activities_led_by, activities_seen_by
from landsby.web.activities.models import Activity, ActivityQuerySet, Part
from landsby.web.activities.status import Status
from landsby.web.halls.models import (
    Opening,
    OpeningQuerySet,
    Season,
    SeasonQuerySet,
    Swap,
    SwapQuerySet,
)
from landsby.web.partnerships.access import SEE, Standing, To, Visitor, actors_within, communities_within, standing_in
from landsby.web.partnerships.models import (
    Actor,
    ActorQuerySet,
    Community,
    CommunityQuerySet,
    Contact,
    Membership,
    Programme,
    Right,
)


def all_seasons(programme: Programme) -> SeasonQuerySet:
    """Every season of a programme, to be counted only."""
    return Season.objects.of(programme)


def seasons_seen_by(standing: Standing) -> SeasonQuerySet:
    """The programme's seasons that somebody may read."""
    return Season.objects.of(standing.programme).within(standing.seen)


def may_coordinate(standing: Standing, season: Season) -> bool:
    """Whether somebody plans a season's openings and keeps its rota."""
    return standing.reach(Right.PLAN_OPENINGS).covers(
        municipality=season.municipality_id, community=season.community_id, actors=[season.coordinator_id]
    )


def season_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Season, Standing]:
    """A season that the user may see, and use a right on where that is asked.

    Raises:
        Http404: to a stranger, and where it lies outside what the user may read.
        PermissionDenied: to a member without the right to this one.
    """
    season = Season.objects.with_places().with_plan().filter(pk=pk).first()
    if season is None:
        raise Http404
    standing = standing_in(user, season.programme)
    if not Season.objects.filter(pk=pk).within(standing.seen).exists():
        raise Http404
    if to == Right.PLAN_OPENINGS and not may_coordinate(standing, season):
        raise PermissionDenied
    if to not in (SEE, Right.PLAN_OPENINGS):
        lent = standing.holding(Right(to)).seen
        if not Season.objects.filter(pk=pk).within(lent).exists():
            raise PermissionDenied
    return season, standing


def openings_seen_by(standing: Standing) -> OpeningQuerySet:
    """The openings that somebody may read: of the seasons that they see, and those that they have a part in."""
    seasons = seasons_seen_by(standing).order_by().values("pk")
    activities = activities_seen_by(standing).order_by().values("pk")
    return Opening.objects.of(standing.programme).filter(Q(season__in=seasons) | Q(activity__in=activities))


def opening_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Opening, Standing]:
    """An opening that the user may see, and whose activity they answer for where that is asked.

    Raises:
        Http404, PermissionDenied: as `season_for`.
    """
    opening = Opening.objects.with_activity().filter(pk=pk).first()
    if opening is None:
        raise Http404
    standing = standing_in(user, opening.season.programme)
    if not openings_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to != SEE and not activities_led_by(standing).filter(pk=opening.activity_id).exists():
        raise PermissionDenied
    return opening, standing


def own_hosts(standing: Standing) -> list[Actor]:
    """The associations that somebody may register for, and so may swap the duties of."""
    return standing.holding(Right.LOG_ACTIVITIES).own_actors


def duty_for(user: Visitor, pk: int) -> tuple[Opening, Standing, Actor]:
    """An opening, and the user's own association that is host at it.

    Raises:
        Http404, PermissionDenied: as `season_for`; also to whoever's association is not host there.
    """
    opening, standing = opening_for(user, pk)
    own = {actor.pk for actor in own_hosts(standing)}
    giver = next((host for host in opening.hosts if host.pk in own), None)
    if giver is None:
        raise PermissionDenied
    return opening, standing, giver


def takers_of(opening: Opening) -> list[Actor]:
    """The associations of the season that are not hosts that day and may be asked to be."""
    in_turn = Actor.objects.filter(seasons_hosted__season=opening.season_id).open_on(opening.activity.starts_on)
    hosts = {host.pk for host in opening.hosts}
    return [actor for actor in in_turn.in_reading_order() if actor.pk not in hosts]


def duties_to_swap_with(opening: Opening, giver: Actor, today: date) -> OpeningQuerySet:
    """The season's other openings ahead at which an association is not host."""
    ahead = Opening.objects.filter(season=opening.season_id).planned().between(today, None)
    own = Opening.objects.hosted_by([giver.pk]).values("pk")
    return ahead.exclude(pk__in=own).exclude(pk=opening.pk).with_activity().in_order()


def duties_of(standing: Standing) -> OpeningQuerySet:
    """The openings at which somebody's own associations are hosts."""
    own = [actor.pk for actor in own_hosts(standing)]
    return Opening.objects.of(standing.programme).hosted_by(own)


def swaps_of(standing: Standing) -> SwapQuerySet:
    """What somebody's own associations have asked for and been asked, and the open questions of who coordinates."""
    own = [actor.pk for actor in own_hosts(standing)]
    swaps = Swap.objects.filter(opening__season__programme=standing.programme)
    coordinated = Swap.objects.asked().filter(opening__season__in=seasons_led_by(standing).values("pk"))
    return swaps.filter(Q(giver__in=own) | Q(taker__in=own) | Q(pk__in=coordinated.values("pk")))


def swaps_to_answer(standing: Standing, today: date) -> SwapQuerySet:
    """What somebody's own associations have been asked about duties from a day on, and have not answered."""
    own = [actor.pk for actor in own_hosts(standing)]
    if not own:
        return Swap.objects.none()
    asked = Swap.objects.asked().filter(opening__season__programme=standing.programme, taker__in=own)
    return asked.filter(opening__activity__starts_on__gte=today)


def swaps_about(season: Season) -> SwapQuerySet:
    """The swaps of a season."""
    return Swap.objects.about(season)


def seasons_led_by(standing: Standing) -> SeasonQuerySet:
    """The seasons whose rota somebody keeps."""
    reach = standing.reach(Right.PLAN_OPENINGS)
    seasons = Season.objects.of(standing.programme).order_by()
    if reach.everywhere:
        return seasons
    return seasons.filter(
        Q(municipality__in=reach.municipalities) | Q(community__in=reach.communities) | Q(coordinator__in=reach.actors)
    )


def swap_for(user: Visitor, pk: int, *, answering: bool) -> tuple[Swap, Standing]:
    """A swap that the user may answer, or withdraw.

    Whoever coordinates the season may do both: an association without a sign-in answers by telephone.

    Raises:
        Http404: to a stranger, and to whoever neither sees the season nor belongs to one of the two.
        PermissionDenied: to whoever does not speak for the association whose word it takes.
    """
    swap = Swap.objects.with_parts().filter(pk=pk).first()
    if swap is None:
        raise Http404
    standing = standing_in(user, swap.opening.season.programme)
    own = {actor.pk for actor in own_hosts(standing)}
    sees = openings_seen_by(standing).filter(pk=swap.opening_id).exists()
    if not sees and not own.intersection((swap.giver_id, swap.taker_id)):
        raise Http404
    speaks = swap.taker_id if answering else swap.giver_id
    if speaks not in own and not may_coordinate(standing, swap.opening.season):
        raise PermissionDenied
    return swap, standing


def associations_to_choose(
    standing: Standing, kinds: Sequence[ActivityKind], today: date, season: Season | None
) -> ActorQuerySet:
    """The associations to offer: of the groups that usually host the kinds, open, where somebody may plan."""
    groups = {group for kind in kinds for group in kind.hosts}
    fitting = [key for key, entry in codelist("actor_kinds").items() if not groups or entry.group in groups]
    near = actors_within(standing, Right.PLAN_OPENINGS).open_on(today).whole().of_kinds(fitting)
    kept = [host.actor_id for host in season.hosts.all()] if season else []
    return Actor.objects.filter(Q(pk__in=near.order_by().values("pk")) | Q(pk__in=kept)).in_reading_order()


def halls_to_choose(standing: Standing, today: date, season: Season | None) -> ActorQuerySet:
    """The actors that a place may belong to, or that may coordinate: all that are open where somebody may plan."""
    near = actors_within(standing, Right.PLAN_OPENINGS).open_on(today).whole()
    kept = [pk for pk in (season.hall_id, season.coordinator_id) if pk] if season else []
    return Actor.objects.filter(Q(pk__in=near.order_by().values("pk")) | Q(pk__in=kept)).in_reading_order()


def communities_to_plan_in(standing: Standing, season: Season | None) -> CommunityQuerySet:
    """The communities where somebody may plan openings, and the one that is chosen already."""
    own = communities_within(standing, Right.PLAN_OPENINGS)
    if season is None or season.community_id is None:
        return own
    return Community.objects.of(standing.programme).filter(Q(pk__in=own.values("pk")) | Q(pk=season.community_id))


def standing_alone(season: Season) -> ActivityQuerySet:
    """The activities of a season's kind and community that belong to no season: a new one takes them in."""
    those = Activity.objects.of(season.programme).of_kinds([season.kind])
    return those.in_community(season.community_id).filter(opening=None)


def booked_elsewhere(season: Season, hosts: Iterable[int], first: date, last: date) -> ActivityQuerySet:
    """What some associations lead from the first to the last day besides the season's openings."""
    leading = Activity.objects.filter(involvements__actor__in=list(hosts), involvements__part=Part.HOST)
    others = Activity.objects.of(season.programme).between(first, last).exclude(status=Status.CANCELLED)
    return others.filter(pk__in=leading.values("pk")).exclude(opening__season=season).with_parts()


def duties_between(first: date, last: date) -> OpeningQuerySet:
    """The planned openings of all programmes from one day to another, for whoever reminds their hosts."""
    return Opening.objects.planned().between(first, last).with_activity().in_order()


def people_of(actors: Iterable[int]) -> list[Membership]:
    """Who registers for some actors today, and may be written to; by actor and by name."""
    members = Membership.objects.current().filter(actor__in=list(actors), user__is_active=True)
    chosen = members.select_related("user", "role").order_by("actor", "user__name", "pk")
    return [member for member in chosen if Right.LOG_ACTIVITIES in member.role.rights]


def contacts_of_hosts(actors: Iterable[int]) -> list[Contact]:
    """The people to call at some actors that have an e-mail address."""
    current = Contact.objects.current().filter(actor__in=list(actors)).exclude(email="")
    return list(current.order_by("actor", "pk"))
