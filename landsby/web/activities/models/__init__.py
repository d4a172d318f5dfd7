"""Series, activities, and who took which part in them."""

from landsby.web.activities.models.activity import Activity, ActivityQuerySet
from landsby.web.activities.models.links import ActivityGoal, ActivityTrack, Involvement, Part
from landsby.web.activities.models.series import Series, SeriesQuerySet

__all__ = [
    "Activity",
    "ActivityGoal",
    "ActivityQuerySet",
    "ActivityTrack",
    "Involvement",
    "Part",
    "Series",
    "SeriesQuerySet",
]
