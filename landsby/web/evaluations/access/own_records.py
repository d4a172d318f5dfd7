"""What the programme itself has recorded, added up by place and year; nothing about anybody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from landsby.web.activities.models import Activity
from landsby.web.blueprints.models import blueprint_of
from landsby.web.evaluations.models import PlaceCode
from landsby.web.gatherings.models import Turnout
from landsby.web.partnerships.models import Actor, Programme
from landsby.web.plans.models import EverydayPractice, FocusPrinciple, Plan, PlanItem, PlanReview
from landsby.web.plans.status import PlanStatus

Key = tuple[int, int]
"""A place by its primary key, and a year."""


@dataclass(frozen=True)
class Dose:
    """How much of the programme a place had in a year, and how far it had come with its plans.

    Attributes:
        code: what the data call the place.
        activities: how many were held, and of how many kinds.
        children: how many times a child took part.
        hours: of the activities, as far as they are known.
        institutions: those that are asked for a plan and were there at the end of the year.
        with_plan: of them, those that had a plan in use.
        in_focus: principles that institutions had in focus, each once at each.
        everyday: examples that became everyday.
        done: what was done of the plans.
        reviews: how many times a plan was looked at again.
        taught: actors from which somebody was there when a competence was given.
    """

    code: str
    year: int
    activities: int = 0
    kinds: int = 0
    children: int = 0
    hours: Decimal = Decimal(0)
    institutions: int = 0
    with_plan: int = 0
    in_focus: int = 0
    everyday: int = 0
    done: int = 0
    reviews: int = 0
    taught: int = 0


def doses_of(programme: Programme) -> list[Dose]:
    """By place that has a code, and year, from the first to the last with anything; always as many queries."""
    codes = list(PlaceCode.objects.filter(programme=programme))
    by_community = {code.community_id: code.code for code in codes if code.community_id}
    by_municipality = {code.municipality_id: code.code for code in codes if not code.community_id}
    known = {key: code for key, code in (by_community or by_municipality).items() if key}
    records = _Records(programme, "community" if by_community else "municipality", set(known))
    counted = records.counted()
    years = sorted({year for _place, year in counted})
    if not years:
        return []
    each = ((key, code, year) for key, code in known.items() for year in range(years[0], years[-1] + 1))
    doses = [
        Dose(code, year, institutions=records.there(key, year), **counted.get((key, year), {}))
        for key, code, year in each
    ]
    return sorted(doses, key=lambda dose: (dose.code, dose.year))


class _Records:
    """What is counted of a programme's places of one level."""

    def __init__(self, programme: Programme, level: str, places: set[int]) -> None:
        self.programme, self.level, self.places = programme, level, places
        self.today = timezone.localdate()
        of_level = ("actor__community", "community") if level == "community" else _AROUND
        self.of_plan = Coalesce(*(f"plan__{name}" for name in of_level))
        self.of_own_plan = Coalesce(*of_level)
        templates = [one for one in blueprint_of(programme).plan_templates.values() if one.level == "actor"]
        groups = {group for one in templates for group in one.groups}
        asked = Actor.objects.of(programme).whole()
        asked = asked.in_groups(groups) if groups else asked
        self.asked = list(asked.order_by().values_list(level, "opened_on", "closed_on")) if templates else []

    def there(self, place: int, year: int) -> int:
        """The institutions that were there at the end of a year."""
        last = date(year, 12, 31)
        mine = [one for one in self.asked if one[0] == place]
        return sum((not o or o <= last) and (not c or c > last) for _place, o, c in mine)

    def counted(self) -> dict[Key, dict[str, Any]]:
        """Everything that happened, by place and year."""
        out: dict[Key, dict[str, Any]] = defaultdict(dict)
        for key, told in self._held():
            out[key] |= told
        for name, keys in self._told():
            for key, count in Counter(key for key in keys if key[0] in self.places).items():
                out[key][name] = count
        return out

    def _held(self) -> Iterator[tuple[Key, dict[str, Any]]]:
        held = Activity.objects.of(self.programme).held().filter(**{f"{self.level}__in": self.places}).order_by()
        counted = held.values_list(self.level, "starts_on__year").annotate(
            activities=Count("pk"), kinds=Count("kind", distinct=True), took_part=Sum("children"), told=Sum("hours")
        )
        for place, year, activities, kinds, children, hours in counted:
            told = {"activities": activities, "kinds": kinds, "children": children or 0, "hours": hours or Decimal(0)}
            yield (place, year), told

    def _told(self) -> Iterator[tuple[str, Iterable[Key]]]:
        mine = {"plan__programme": self.programme}
        plans = Plan.objects.of(self.programme).exclude(actor=None).order_by()
        spans = plans.values_list(self.of_own_plan, "actor", "starts_on", "ends_on", "status")
        used = {(key, actor) for place, actor, *span in spans for key in self._years(place, *span)}
        yield "with_plan", [key for key, _actor in used]
        focus = FocusPrinciple.objects.filter(**mine).order_by()
        ends = Coalesce("ends_on", "plan__ends_on")
        turns = focus.values_list(self.of_plan, "plan__actor", "principle", "starts_on", ends, "plan__status")
        in_focus = {
            (key, actor, principle) for place, actor, principle, *span in turns for key in self._years(place, *span)
        }
        yield "in_focus", [key for key, *_ in in_focus]
        for name, model, day in (
            ("everyday", EverydayPractice, "since_on"),
            ("done", PlanItem, "done_on"),
            ("reviews", PlanReview, "on"),
        ):
            rows = model.objects.filter(**mine).exclude(**{day: None}).order_by()
            yield name, list(rows.values_list(self.of_plan, F(f"{day}__year")))
        yield "taught", self._taught()

    def _taught(self) -> list[Key]:
        came = Turnout.objects.filter(activity__programme=self.programme, activity__lessons__isnull=False, came__gt=0)
        told = came.order_by().values_list(f"actor__{self.level}", "activity__starts_on__year", "actor").distinct()
        return [(place, year) for place, year, _actor in told]

    def _years(self, place: int, first: date, last: date | None, status: str) -> Iterator[Key]:
        """The years of a span; what has no end goes on until today, and what was ended without a day counts once."""
        open_end = first if status == PlanStatus.ENDED else self.today
        for year in range(first.year, min(last or open_end, self.today).year + 1):
            yield place, year


_AROUND = ("actor__municipality", "community__municipality", "municipality")
