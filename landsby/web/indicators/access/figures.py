"""Figures, the files that they came in, and targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsby.blueprint.kinds import Indicator
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.indicators.figures import Cell
from landsby.web.indicators.models import Observation, Target, TargetQuerySet
from landsby.web.indicators.models.at_area import place_key
from landsby.web.indicators.models.observation import CELL
from landsby.web.indicators.periods import is_period
from landsby.web.partnerships.access import (
    SEE,
    Standing,
    To,
    Visitor,
    communities_within,
    municipalities_within,
    programme_for,
)
from landsby.web.partnerships.models import Programme, Right


def has_indicators(programme: Programme) -> bool:
    """Whether a programme looks at any."""
    return bool(blueprint_of(programme).indicators)


def indicator_for(user: Visitor, slug: str, key: str, *, to: To = SEE) -> tuple[Indicator, Standing]:
    """An indicator of a programme, by its id of today or of before, and what the user is in the programme.

    Raises:
        Http404: to a stranger, and for what the programme does not look at.
        PermissionDenied: to a member without the right.
    """
    programme, standing = programme_for(user, slug, to=to)
    blueprint = blueprint_of(programme)
    found = NamesOfToday(programme, blueprint).of("indicators", key)
    if found is None:
        raise Http404
    return blueprint.indicators[found], standing


def cells_of(
    programme: Programme, indicators: Iterable[str], *, own: Sequence[str] | None = None
) -> dict[str, list[Cell]]:
    """All figures that hold of some indicators, by indicator, in one query.

    They are all of the programme's, also what a reader may not see: only from all of them it is known what is too
    small to be shown. Whoever shows them asks `Areas.sees`.

    Args:
        own: where it is told, only what is about everybody in these places, as cells call them.
    """
    rows = Observation.objects.of(programme).about(indicators).standing()
    if own is not None:
        communities = [int(place[1:]) for place in own if place.startswith("c")]
        rows = rows.of_areas(communities, [place[1:] for place in own if place.startswith("m")]).of_all()
    defined = blueprint_of(programme).indicators
    found: dict[str, list[Cell]] = {}
    for indicator, *amounts in rows.order_by("period", "pk").values_list("indicator", *CELL):
        cell = _cell(*amounts)
        # A later version may count by school years what was counted by half-years: those figures wait in their files.
        if is_period(cell.period, defined[indicator].period):
            found.setdefault(indicator, []).append(cell)
    return found


def _cell(community: int | None, code: str, period: int, stratum: str, *amounts: object) -> Cell:
    value, numerator, denominator, spread = (None if amount is None else float(str(amount)) for amount in amounts)
    return Cell(place_key(community, code), period, value or 0.0, numerator, denominator, spread, stratum)


def waiting_of(programme: Programme, indicator: str) -> int:
    """How many corrections wait, since each is of so few people that it is not told by itself."""
    return Observation.objects.of(programme).about([indicator]).waiting().count()


def targets_of(programme: Programme, indicators: Iterable[str]) -> TargetQuerySet:
    """What is aimed at. That a place has set itself a target is no secret in the programme."""
    return Target.objects.of(programme).about(indicators).standing()


def target_for(user: Visitor, pk: int) -> tuple[Target, Standing]:
    """A target that holds, and that the user has a right to.

    Raises:
        Http404: to a stranger, and for one that holds no more.
        PermissionDenied: to a member who has not the right there.
    """
    target = Target.objects.filter(pk=pk, ended_at=None).select_related("programme", "community__municipality").first()
    if target is None:
        raise Http404
    _programme, standing = programme_for(user, target.programme.slug)
    if not may_aim(standing, target.aimed_place):
        raise PermissionDenied
    return target, standing


def may_aim(standing: Standing, place: str) -> bool:
    """Whether somebody may set a target for a place as cells call it; "" is the whole programme."""
    reach = standing.reach(Right.MANAGE_INDICATORS)
    return reach.everywhere or place in aimable_places(standing)


def aimable_places(standing: Standing) -> dict[str, str]:
    """The places that somebody may set targets for, with their names; "" is the whole programme."""
    reach = standing.reach(Right.MANAGE_INDICATORS)
    municipalities = municipalities_within(standing, Right.MANAGE_INDICATORS)
    places = {"": standing.programme.name} if reach.everywhere else {}
    places |= {place_key(None, one.code): one.name for one in municipalities}
    return places | {place_key(one.pk, ""): str(one) for one in communities_within(standing, Right.MANAGE_INDICATORS)}
