"""What the pages of the whole portfolio read of initiatives, within what somebody sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from landsby.web.blueprints.models import blueprint_of
from landsby.web.initiatives.access.initiatives import initiatives_managed_by, initiatives_seen_by
from landsby.web.initiatives.models import (
    Coverage,
    Initiative,
    InitiativeLink,
    InitiativePartner,
    InitiativeQuerySet,
    StageChange,
)
from landsby.web.partnerships.access import Standing, actors_seen_by
from landsby.web.partnerships.models import Actor, Programme, Right, Tally


def actors_tallied(programme: Programme, today: date) -> list[Tally]:
    """How many actors of each kind are open, by place: one query however many."""
    return Actor.objects.of(programme).open_on(today).tally()


def keys_managed(standing: Standing, initiatives: Iterable[Initiative]) -> set[int]:
    """The primary keys of those that somebody may change: one query."""
    keys = [each.pk for each in initiatives]
    return set(initiatives_managed_by(standing).among(keys).order_by().values_list("pk", flat=True))


def links_among(initiatives: InitiativeQuerySet, folders: Iterable[str]) -> list[tuple[int, str, str]]:
    """What initiatives belong to, in some folders: initiative, folder and id."""
    rows = InitiativeLink.objects.among(initiatives).filter(folder__in=list(folders))
    return list(rows.order_by().values_list("initiative", "folder", "key"))


def actors_among(standing: Standing, initiatives: InitiativeQuerySet, today: date) -> list[tuple[int, int]]:
    """Who answers for initiatives, is a partner in them or does them today, as far as somebody sees the actors.

    Returns:
        Initiative and actor, by primary key: three queries however many.
    """
    seen, chosen = actors_seen_by(standing).order_by().values("pk"), initiatives.order_by().values("pk")
    owned = initiatives.order_by().filter(owner_actor__in=seen).values_list("pk", "owner_actor")
    partners = InitiativePartner.objects.filter(initiative__in=chosen, actor__in=seen)
    doing = Coverage.objects.filter(initiative__in=chosen, actor__in=seen).on(today)
    both = (rows.order_by().values_list("initiative", "actor") for rows in (partners, doing))
    return [*owned, *(pair for rows in both for pair in rows)]


def waiting_in(standing: Standing) -> int:
    """How many of the blueprint's initiatives somebody could begin: those that have not been, or none to others."""
    if not standing.reach(Right.MANAGE_INITIATIVES).everywhere:
        return 0
    begun = Initiative.objects.of(standing.programme).exclude(definition="").values_list("definition", flat=True)
    today = timezone.localdate()
    offered = blueprint_of(standing.programme).initiatives.values()
    in_use = {each.id for each in offered if each.ended_on is None or each.ended_on >= today}
    return len(in_use - set(begun))


def latest_moves(standing: Standing, most: int) -> list[StageChange]:
    """The latest changes of stage of the initiatives that somebody sees, the latest first."""
    moves = StageChange.objects.among(initiatives_seen_by(standing)).exclude(from_stage="")
    told = moves.select_related("initiative__owner", "initiative__owner_actor").order_by("-on", "-pk")
    return list(told[:most])


def actors_named(keys: Iterable[int]) -> list[Actor]:
    """Actors by their keys, with their places, by name."""
    return list(Actor.objects.among(keys).in_reading_order())
