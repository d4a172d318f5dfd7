"""How held activities are counted by each thing about them; this alone says what a tally tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import CharField, Count, F, IntegerField, Max, Min, Sum, Value
from django.db.models.functions import Coalesce

from landsby.web.activities.models.tally import About
from landsby.web.activities.models.words import ActivityQuerySet

COLUMNS = (
    "programme",
    "half_year",
    "municipality",
    "community",
    "key",
    "thing",
    "activities",
    "children",
    "counted",
    "new_families",
    "first_on",
    "last_on",
)
"""What `counted_by` gives for each tally, in this order."""

_NONE, _NOTHING = Value("", CharField()), Value(0, IntegerField())
_SUMS = {
    "activities": Count("pk"),
    "children": Coalesce(Sum("children"), 0),
    "counted": Count("children"),
    "new_families": Coalesce(Sum("new_families"), 0),
}
# An activity stands once for each of its parts here, so only the activities themselves can be counted.
_OF_AN_ACTOR = {
    "activities": Count("pk", distinct=True),
    "children": _NOTHING,
    "counted": _NOTHING,
    "new_families": _NOTHING,
}


def counted_by(about: About, activities: ActivityQuerySet) -> Any:
    """The held ones among some activities, counted by half-year, place and one thing: rows of `COLUMNS`."""
    key, thing, narrowed = _BY[about]
    sums = _OF_AN_ACTOR if about == About.ACTOR else _SUMS
    held = narrowed(activities.held().order_by()).annotate(tally_key=key, tally_thing=thing)
    if about in (About.SERIES, About.ACTOR):
        held = held.filter(tally_thing__isnull=False)
    by = held.values("programme", "half_year", "municipality", "community", "tally_key", "tally_thing")
    days = {"first_on": Min("starts_on"), "last_on": Max("starts_on")}
    told = by.annotate(**{f"tally_{name}": how for name, how in {**sums, **days}.items()})
    return told.values_list(*COLUMNS[:4], *(f"tally_{name}" for name in COLUMNS[4:]))


def _all(activities: ActivityQuerySet) -> ActivityQuerySet:
    return activities


_WHOLE = Coalesce("involvements__actor__parent", "involvements__actor")
_BY: Mapping[About, tuple[Any, Any, Callable[[ActivityQuerySet], ActivityQuerySet]]] = MappingProxyType(
    {
        About.PLACE: (_NONE, _NOTHING, _all),
        About.GOAL: (Coalesce("goals__goal", _NONE), _NOTHING, _all),
        About.TRACK: (Coalesce("tracks__track", _NONE), _NOTHING, _all),
        About.KIND: (F("kind"), _NOTHING, _all),
        About.SESSION: (F("kind"), _NOTHING, ActivityQuerySet.in_a_series),
        About.SERIES: (_NONE, F("series"), ActivityQuerySet.in_a_series),
        About.ACTOR: (_NONE, _WHOLE, _all),
    }
)
