"""Series, activities, and who took which part in them."""

from landsby.web.activities.models.activity import Activity
from landsby.web.activities.models.links import ActivityGoal, ActivityTrack, Involvement, Part
from landsby.web.activities.models.series import Series, SeriesQuerySet
from landsby.web.activities.models.words import LEADING, ActivityQuerySet

__all__ = [
    "LEADING",
    "Activity",
    "ActivityGoal",
    "ActivityQuerySet",
    "ActivityTrack",
    "Involvement",
    "Part",
    "Series",
    "SeriesQuerySet",
]
