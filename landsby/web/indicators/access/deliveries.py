"""The files that figures came in, and who may take them back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsby.web.indicators.models import COUNTRY, Delivery, DeliveryQuerySet, Observation
from landsby.web.indicators.models.holding import ToldFigure, holding
from landsby.web.partnerships.access import (
    Standing,
    Visitor,
    communities_within,
    municipalities_within,
    programme_for,
)
from landsby.web.partnerships.models import Community, Programme, Right


def deliveries_of(programme: Programme, indicator: str) -> DeliveryQuerySet:
    """The files that an indicator's figures came in, the latest first."""
    return Delivery.objects.of(programme, indicator)


def delivery_for(user: Visitor, pk: int) -> tuple[Delivery, Standing]:
    """A file that figures came in, and that the user may take back.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member who may not import all that is in it.
    """
    delivery = Delivery.objects.filter(pk=pk).select_related("programme", "added_by", "taken_back_by").first()
    if delivery is None:
        raise Http404
    _programme, standing = programme_for(user, delivery.programme.slug, to=Right.MANAGE_INDICATORS)
    if delivery.pk not in may_be_taken_back(standing, [delivery]):
        raise PermissionDenied
    return delivery, standing


def may_be_taken_back(standing: Standing, deliveries: Collection[Delivery]) -> frozenset[int]:
    """The primary keys of those files of which somebody may import every figure."""
    every = frozenset(one.pk for one in deliveries)
    if standing.reach(Right.MANAGE_INDICATORS).everywhere:
        return every
    if not standing.may(Right.MANAGE_INDICATORS):
        return frozenset()
    codes = municipalities_within(standing, Right.MANAGE_INDICATORS).values_list("code", flat=True)
    others = {COUNTRY, *standing.programme.municipalities.values_list("code", flat=True)} - set(codes)
    inside = set(communities_within(standing, Right.MANAGE_INDICATORS).values_list("pk", flat=True))
    beyond = {one.pk for one in Community.objects.of(standing.programme)} - inside
    another = Observation.objects.in_deliveries(deliveries).of_areas(beyond, others)
    return every - set(another.values_list("delivery", flat=True))


@dataclass(frozen=True)
class TakingBack:
    """What taking a file back does to figures, by their primary keys.

    Attributes:
        gone: those that count no longer.
        again: those that had been replaced, and count again.
    """

    gone: frozenset[int]
    again: frozenset[int]


def taking_back(delivery: Delivery) -> TakingBack:
    """What would count no longer, and what would count again, were a file taken back: three queries."""
    told = _told_beside(delivery)
    taken = Delivery.objects.of(delivery.programme, delivery.indicator).taken_back()
    without = {delivery.pk, *taken.values_list("pk", flat=True)}
    holds = {one.pk for each in told for one in each if one.holds}
    then = {pk for each in told for pk in holding(each, without)}
    return TakingBack(frozenset(holds - then), frozenset(then - holds))


def _told_beside(delivery: Delivery) -> list[list[ToldFigure]]:
    """Everything that was ever told of what a file tells, by what it is of."""
    found: dict[tuple[object, ...], list[ToldFigure]] = defaultdict(list)
    rows = Observation.objects.of(delivery.programme).about([delivery.indicator]).in_turn()
    about = ("community_id", "municipality_code", "period", "stratum")
    for pk, of, waits, replaced_at, *key in rows.values_list("pk", "delivery_id", "waits", "replaced_at", *about):
        found[tuple(key)].append(ToldFigure(pk, of, waits, replaced_at is None))
    return [told for told in found.values() if any(one.delivery == delivery.pk for one in told)]
