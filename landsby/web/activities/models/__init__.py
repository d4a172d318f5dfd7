"""Series, activities, and who took which part in them."""

from landsby.web.activities.models.activity import COUNTS, MOST_PRESENT, Activity, ActivityQuerySet
from landsby.web.activities.models.links import ActivityGoal, ActivityTrack, Involvement, Part
from landsby.web.activities.models.series import Series, SeriesQuerySet
from landsby.web.activities.models.status import Status

__all__ = [
    "COUNTS",
    "MOST_PRESENT",
    "Activity",
    "ActivityGoal",
    "ActivityQuerySet",
    "ActivityTrack",
    "Involvement",
    "Part",
    "Series",
    "SeriesQuerySet",
    "Status",
]
