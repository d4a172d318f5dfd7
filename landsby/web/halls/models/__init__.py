"""Seasons, their openings, the swaps between associations, and what was sent to remind them."""

from landsby.web.halls.models.opening import Opening, OpeningQuerySet, Reminder, ReminderQuerySet
from landsby.web.halls.models.season import (
    Season,
    SeasonHost,
    SeasonPause,
    SeasonQuerySet,
    SeasonTime,
)
from landsby.web.halls.models.swap import Answer, Swap, SwapQuerySet

__all__ = [
    "Answer",
    "Opening",
    "OpeningQuerySet",
    "Reminder",
    "ReminderQuerySet",
    "Season",
    "SeasonHost",
    "SeasonPause",
    "SeasonQuerySet",
    "SeasonTime",
    "Swap",
    "SwapQuerySet",
]
