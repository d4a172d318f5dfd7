"""Series, activities, and who took which part in them."""

from landsby.web.activities.models.activity import Activity
from landsby.web.activities.models.calendar_draft import CalendarDraft, CalendarDraftQuerySet
from landsby.web.activities.models.feed import Feed, FeedAbout, FeedQuerySet, RemovedActivity, uid_of
from landsby.web.activities.models.links import ActivityGoal, ActivityInitiative, ActivityTrack, Involvement, Part
from landsby.web.activities.models.series import Series, SeriesQuerySet
from landsby.web.activities.models.tally import About, Recount, Tally, TallyQuerySet
from landsby.web.activities.models.words import LEADING, ActivityQuerySet

__all__ = [
    "LEADING",
    "About",
    "Activity",
    "ActivityGoal",
    "ActivityInitiative",
    "ActivityQuerySet",
    "ActivityTrack",
    "CalendarDraft",
    "CalendarDraftQuerySet",
    "Feed",
    "FeedAbout",
    "FeedQuerySet",
    "Involvement",
    "Part",
    "Recount",
    "RemovedActivity",
    "Series",
    "SeriesQuerySet",
    "Tally",
    "TallyQuerySet",
    "uid_of",
]
