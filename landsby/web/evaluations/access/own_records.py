"""What the programme itself has recorded, added up by place and year; nothing about anybody."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Sum

from landsby.web.activities.models import Activity
from landsby.web.evaluations.models import PlaceCode
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Dose:
    """How much of the programme a place had in a year.

    Attributes:
        code: what the data call the place.
        activities: how many were held.
        kinds: of how many kinds.
        children: how many times a child took part.
    """

    code: str
    year: int
    activities: int
    kinds: int
    children: int


def doses_of(programme: Programme) -> list[Dose]:
    """By place that has a code, and year, in order: one query however much there is."""
    codes = list(PlaceCode.objects.filter(programme=programme))
    by_community = {code.community_id: code.code for code in codes if code.community_id}
    by_municipality = {code.municipality_id: code.code for code in codes if not code.community_id}
    place, known = ("community", by_community) if by_community else ("municipality", by_municipality)
    held = Activity.objects.of(programme).held().filter(**{f"{place}__in": known}).order_by()
    counted = held.values_list(place, "starts_on__year").annotate(
        activities=Count("pk"), kinds=Count("kind", distinct=True), took_part=Sum("children")
    )
    doses = [Dose(known[key], year, many, kinds, children or 0) for key, year, many, kinds, children in counted]
    return sorted(doses, key=lambda dose: (dose.code, dose.year))
