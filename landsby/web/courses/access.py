"""Which offers, sign-ups and hours somebody may see, and what they may do with them."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from landsby.blueprint import ActivityKind
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.blueprints.models import blueprint_of
from landsby.web.courses.models import (
    FrameworkOffer,
    FrameworkOfferQuerySet,
    HoursStatus,
    SessionHours,
    SessionHoursQuerySet,
    SignUp,
    SignUpQuerySet,
    TimeWindow,
)
from landsby.web.partnerships.access import (
    SEE,
    Standing,
    To,
    Visitor,
    actors_within,
    communities_within,
    municipalities_seen_by,
    programme_for,
    standing_in,
)
from landsby.web.partnerships.models import Actor, ActorQuerySet, Programme, Right


def covers(standing: Standing, right: To, actor: Actor) -> bool:
    """Whether somebody has a right where an actor is."""
    return standing.reach(right).covers(
        municipality=actor.municipality_id, community=actor.community_id, actors=(actor.pk, actor.parent_id)
    )


def offers_seen_by(standing: Standing) -> FrameworkOfferQuerySet:
    """The offers that are for places of which somebody may read something, and those of one's own association."""
    offers = FrameworkOffer.objects.of(standing.programme)
    seen = standing.seen
    if seen.everywhere:
        return offers
    communities = communities_within(standing).order_by().values("pk")
    municipalities = municipalities_seen_by(standing).order_by().values("pk")
    return offers.filter(
        Q(community__in=communities)
        | Q(community=None, municipality__in=municipalities)
        | Q(community=None, municipality=None)
        | Q(host__in=seen.actors)
    )


def offer_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[FrameworkOffer, Standing]:
    """An offer that the user may see, and change where that is asked.

    Raises:
        Http404: to a stranger, and where the offer is for places that the user may not read.
        PermissionDenied: to a member who does not answer for its association.
    """
    offer = FrameworkOffer.objects.with_parts().filter(pk=pk).first()
    if offer is None:
        raise Http404
    standing = standing_in(user, offer.programme)
    if not offers_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to != SEE and not covers(standing, to, offer.host):
        raise PermissionDenied
    return offer, standing


def window_for(user: Visitor, pk: int) -> tuple[TimeWindow, FrameworkOffer, Standing]:
    """A time of an offer that the user answers for.

    Raises:
        Http404, PermissionDenied: as `offer_for`.
    """
    window = TimeWindow.objects.filter(pk=pk).first()
    if window is None:
        raise Http404
    offer, standing = offer_for(user, window.offer_id, to=Right.LOG_ACTIVITIES)
    return window, offer, standing


def joinable_offer_for(user: Visitor, pk: int) -> tuple[FrameworkOffer, Standing]:
    """An offer that the user can sign an institution up for.

    Raises:
        Http404: as `offer_for`.
        PermissionDenied: to who has no institution that it is for.
    """
    offer, standing = offer_for(user, pk)
    if not institutions_for(standing, offer).exists():
        raise PermissionDenied
    return offer, standing


def institutions_for(standing: Standing, offer: FrameworkOffer) -> ActorQuerySet:
    """The actors that somebody may sign up: where the offer is for, and of no group that itself offers such."""
    actors = actors_within(standing, Right.LOG_ACTIVITIES).open_on(timezone.localdate()).except_for(offer.host)
    if offer.community_id is not None:
        actors = actors.in_community(offer.community_id)
    elif offer.municipality_id is not None:
        actors = actors.in_municipality(offer.municipality_id)
    kind = blueprint_of(standing.programme).activity_kinds.get(offer.kind)
    return actors.outside_groups(kind.hosts) if kind else actors


def hosts_to_choose(standing: Standing, kinds: Iterable[ActivityKind]) -> ActorQuerySet:
    """The actors that somebody may make offers for: of the groups that usually host one of these kinds."""
    actors = actors_within(standing, Right.LOG_ACTIVITIES).open_on(timezone.localdate())
    groups = [kind.hosts for kind in kinds]
    return actors if not all(groups) else actors.in_groups(group for of_kind in groups for group in of_kind)


def sign_ups_shown(standing: Standing, offer: FrameworkOffer) -> SignUpQuerySet:
    """Who signed up, to the offer's association everybody; to others their own institutions."""
    sign_ups = SignUp.objects.to(offer).standing().with_parts()
    if covers(standing, Right.LOG_ACTIVITIES, offer.host):
        return sign_ups
    return sign_ups.filter(institution__in=actors_within(standing, Right.LOG_ACTIVITIES).order_by().values("pk"))


def sign_up_for(user: Visitor, pk: int, *, as_host: bool = False) -> tuple[SignUp, Standing]:
    """A sign-up of which the user answers for the institution or the association.

    Args:
        as_host: only who answers for the association will do.

    Raises:
        Http404: to a stranger, and to who may not see the offer.
        PermissionDenied: to a member who answers for neither.
    """
    sign_up = SignUp.objects.with_parts().filter(pk=pk).first()
    if sign_up is None:
        raise Http404
    _offer, standing = offer_for(user, sign_up.window.offer_id)
    is_host = covers(standing, Right.LOG_ACTIVITIES, sign_up.offer.host)
    if not is_host and (as_host or not covers(standing, Right.LOG_ACTIVITIES, sign_up.institution)):
        raise PermissionDenied
    return sign_up, standing


def hours_programme_for(user: Visitor, slug: str, *, to: To = SEE) -> tuple[Programme, Standing]:
    """The programme, to who hands in hours or approves them; with a right, through the roles that hold it too.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member who does neither.
    """
    programme, standing = programme_for(user, slug, to=to)
    standing = standing.holding(to) if isinstance(to, Right) else standing
    if not (standing.may(Right.LOG_ACTIVITIES) or standing.may(Right.APPROVE_HOURS)):
        raise PermissionDenied
    return programme, standing


def _hosts(standing: Standing, rights: Iterable[Right]) -> Q:
    """The condition that somebody has one of these rights where the association of the hours is."""
    condition = Q(pk__in=())
    for right in rights:
        if standing.may(right):
            condition |= Q(host__in=actors_within(standing, right).order_by().values("pk"))
    return condition


def hours_seen_by(standing: Standing) -> SessionHoursQuerySet:
    """The hours of associations that somebody answers for, or whose hours they approve."""
    seen = _hosts(standing, (Right.LOG_ACTIVITIES, Right.APPROVE_HOURS))
    return SessionHours.objects.of(standing.programme).filter(seen)


def hours_to_approve(standing: Standing) -> SessionHoursQuerySet:
    """What waits for somebody to approve it, the oldest first; what they handed in themselves waits for another."""
    waiting = SessionHours.objects.of(standing.programme).in_status(HoursStatus.HANDED_IN)
    mine = _hosts(standing, (Right.APPROVE_HOURS,))
    return waiting.filter(mine).exclude(handed_in_by=standing.user).with_parts()


def hours_sent_back_to(standing: Standing) -> SessionHoursQuerySet:
    """What was sent back, and somebody may hand in again; corrections are made anew instead."""
    back = SessionHours.objects.of(standing.programme).in_status(HoursStatus.SENT_BACK).filter(corrects=None)
    return back.exclude(session=None).filter(_hosts(standing, (Right.LOG_ACTIVITIES,))).with_parts()


def sessions_to_hand_in(standing: Standing) -> ActivityQuerySet:
    """The held sessions of courses that were signed up for, whose hours nobody has handed in or that were sent back."""
    hosts = actors_within(standing, Right.LOG_ACTIVITIES).order_by().values("pk")
    # Asked through the series: the offer's association answers for its sessions, whoever stepped in at one.
    held = Activity.objects.of(standing.programme).held().filter(series__sign_up__window__offer__host__in=hosts)
    handed_in = SessionHours.objects.exclude(session=None).exclude(status=HoursStatus.SENT_BACK).values("session")
    parts = ("programme", "series__sign_up__window__offer__host", "series__sign_up__institution")
    return held.exclude(pk__in=handed_in).select_related(*parts).order_by("starts_on", "pk")


def hosts_of_hours(standing: Standing) -> ActorQuerySet:
    """The associations that have hours which somebody sees, by name."""
    hosts = hours_seen_by(standing).order_by().values("host")
    return Actor.objects.of(standing.programme).filter(pk__in=hosts).in_reading_order()


def hours_for(user: Visitor, pk: int, *, to: Right) -> tuple[SessionHours, Standing]:
    """Hours that the user has a right to do something with.

    Raises:
        Http404: to a stranger, and to who may not see them.
        PermissionDenied: to who sees them without the right.
    """
    row = SessionHours.objects.with_parts().filter(pk=pk).first()
    if row is None:
        raise Http404
    standing = standing_in(user, row.programme)
    if not hours_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if not covers(standing, to, row.host):
        raise PermissionDenied
    return row, standing
