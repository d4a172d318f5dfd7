"""Whose wheel somebody sees and writes on: that of every place that they see, and of those that they register for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.utils import timezone

from landsby.blueprint.codelists import kinds_in_groups
from landsby.blueprint.kinds import Board, Milestone
from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.models import ActivityQuerySet
from landsby.web.kit.numbers import key_in
from landsby.web.partnerships.access import (
    SEE,
    Standing,
    To,
    Visitor,
    actors_seen_by,
    communities_within,
    municipalities_seen_by,
    municipalities_within,
    programme_for,
)
from landsby.web.partnerships.models import Actor, Community, Municipality, Place, Programme, Right
from landsby.web.plans.access import plans_seen_by, registers_for
from landsby.web.plans.models import FocusPrinciple, PlanItem, PlanItemQuerySet, PlanQuerySet
from landsby.web.plans.status import ItemStatus
from landsby.web.wheel.models import (
    Deviation,
    DeviationQuerySet,
    ReachedMilestone,
    ReachedMilestoneQuerySet,
    WheelEntry,
    WheelEntryQuerySet,
)
from landsby.web.wheel.models.at_place import key_of, level_of


def place_for(user: Visitor, slug: str, key: str, *, to: To = SEE) -> tuple[Place, Standing]:
    """A place by what an address calls it, that the user may see, and register for where that is asked.

    Args:
        key: »actor-12«, »community-3«, »municipality-2«, »programme«.

    Raises:
        Http404: to a stranger, and for a place that is not seen or is another programme's.
        PermissionDenied: to a member who does not register for the place.
    """
    _programme, standing = programme_for(user, slug)
    place = _place_called(standing, key)
    if place is None:
        raise Http404
    if to != SEE and not registers_for(standing, place):
        raise PermissionDenied
    return place, standing


def _place_called(standing: Standing, key: str) -> Place | None:
    level, _dash, number = key.partition("-")
    if key in ("", "programme"):
        return standing.programme
    seen = {"actor": actors_seen_by, "community": communities_within, "municipality": municipalities_seen_by}
    if level not in seen:
        return None
    place: Place | None = seen[level](standing).filter(pk=key_in(number)).first()  # type: ignore[operator]  # each takes a standing alone
    return place


def wheel_for(user: Visitor, slug: str, key: str | None) -> tuple[Place, Standing]:
    """The place whose wheel is asked for; where none is named, the one that somebody opens first.

    Raises:
        Http404: as `place_for`.
    """
    if key is not None:
        return place_for(user, slug, key)
    _programme, standing = programme_for(user, slug)
    return own_place(standing), standing


def places_around(place: Place) -> list[Place]:
    """The place and those that it lies in, the nearest first."""
    around: list[Place | None]
    match place:
        case Actor():
            around = [place, place.community, place.municipality, place.programme]
        case Community():
            around = [place, place.municipality, place.programme]
        case Municipality():
            around = [place, place.programme]
        case _:
            around = [place]
    return [one for one in around if one is not None]


def own_place(standing: Standing) -> Place:
    """The place whose wheel somebody opens first: their own institution, else the widest place that they see."""
    return next(iter([*standing.own_actors, *standing.seen_places]), standing.programme)


def activities_at(standing: Standing, place: Place) -> ActivityQuerySet:
    """What somebody sees of what a place holds or takes part in."""
    seen = activities_seen_by(standing)
    match place:
        case Actor():
            return seen.involving(place.pk)
        case Community():
            return seen.in_community(place.pk)
        case Municipality():
            return seen.in_municipality(place.pk)
    return seen


def plans_at(standing: Standing, place: Place) -> PlanQuerySet:
    """A place's own plans, as far as somebody may read them."""
    return plans_seen_by(standing).of_place(place)


def items_due(standing: Standing, place: Place, year: int) -> PlanItemQuerySet:
    """What a place's own plans say is to be done in a year, without what was put away, the earliest first."""
    items = PlanItem.objects.in_plans(plans_at(standing, place)).due_between(date(year, 1, 1), date(year, 12, 31))
    return items.exclude(status=ItemStatus.DROPPED).order_by("due_on", "pk")


def focus_at(standing: Standing, place: Place, year: int) -> list[FocusPrinciple]:
    """What a place's own plans have in focus in a year, the earliest first."""
    rows = FocusPrinciple.objects.filter(plan__in=plans_at(standing, place), starts_on__lte=date(year, 12, 31))
    return list(rows.filter(Q(ends_on=None) | Q(ends_on__gte=date(year, 1, 1))).order_by("starts_on", "pk"))


def undated_items_of(standing: Standing, place: Place, most: int) -> list[PlanItem]:
    """What a place's plans that hold today will do some time, with no day told."""
    running = plans_at(standing, place).running().holding_on(timezone.localdate())
    return list(PlanItem.objects.in_plans(running).open().filter(due_on=None).order_by("pk")[:most])


def open_items_of(standing: Standing, place: Place, most: int) -> list[PlanItem]:
    """What a place's plans in use say is still to be done, the earliest first."""
    items = PlanItem.objects.in_plans(plans_at(standing, place).running()).open()
    return list(items.order_by("due_on", "pk")[:most])


def entries_around(programme: Programme, place: Place, year: int) -> WheelEntryQuerySet:
    """The own dates in a year of a place and of those that it lies in."""
    return WheelEntry.objects.of(programme).of_places(places_around(place)).with_places().in_year(year)


def entry_for(user: Visitor, pk: int) -> tuple[WheelEntry, Standing]:
    """An own date that the user may change: they register for its place.

    Raises:
        Http404: to a stranger, and to a member who does not see the place.
        PermissionDenied: to a member who does not register for the place.
    """
    entry = WheelEntry.objects.with_places().filter(pk=pk).first()
    if entry is None:
        raise Http404
    _place, standing = place_for(user, entry.programme.slug, key_of(entry.place), to=Right.LOG_ACTIVITIES)
    return entry, standing


def reached_in(programme: Programme) -> ReachedMilestoneQuerySet:
    """What has been reached in a programme. That an institution has reached a milestone is no secret in it."""
    return ReachedMilestone.objects.of(programme)


def deviations_in(programme: Programme) -> DeviationQuerySet:
    """What has been changed in a programme; everybody in it may read why."""
    return Deviation.objects.of(programme)


def reaches(milestone: Milestone, place: Place) -> bool:
    """Whether a milestone is for a place: by its level, and an actor by its group, too."""
    if milestone.level != level_of(place):
        return False
    return not isinstance(place, Actor) or not milestone.groups or place.kind in kinds_in_groups(milestone.groups)


def meets_at(board: Board, place: Place) -> bool:
    """Whether a board meets at a place: by its level, and at an actor by its group, too."""
    if board.level != level_of(place):
        return False
    return not isinstance(place, Actor) or not board.groups or place.kind in kinds_in_groups(board.groups)


def places_reaching(standing: Standing, milestone: Milestone) -> list[Place]:
    """The places that reach a milestone and that somebody sees, in reading order."""
    match milestone.level:
        case "actor":
            actors = actors_seen_by(standing).whole().open_on(timezone.localdate())
            return list(actors.in_groups(milestone.groups) if milestone.groups else actors)
        case "community":
            return list(communities_within(standing))
        case "municipality":
            return list(municipalities_within(standing))
    return [standing.programme]


def count_places(programme: Programme) -> Callable[[Milestone], int]:
    """How many places of the programme reach a milestone: three queries, however many milestones are asked of."""
    open_now = Actor.objects.of(programme).whole().open_on(timezone.localdate()).order_by()
    kinds = Counter(dict(open_now.values_list("kind").annotate(Count("pk"))))
    places = {
        "programme": 1,
        "municipality": Municipality.objects.of(programme).count(),
        "community": Community.objects.of(programme).count(),
    }

    def count(milestone: Milestone) -> int:
        if milestone.level != "actor":
            return places[milestone.level]
        return sum(kinds[kind] for kind in kinds_in_groups(milestone.groups)) if milestone.groups else kinds.total()

    return count
