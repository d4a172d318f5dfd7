"""The pages of the room, one module per noun."""

from landsby.web.activities.views.bulk import bulk
from landsby.web.activities.views.calendar_import import calendar_give_up, calendar_import, calendar_preview
from landsby.web.activities.views.copying import copy_choose, copy_preview
from landsby.web.activities.views.following import calendars, feed, feed_renew, feed_withdraw, feeds
from landsby.web.activities.views.lists import activity_list, actors_found, calendar, export_list
from landsby.web.activities.views.logging import choose_kind, new_activity, quick_log, receipt
from landsby.web.activities.views.photos import photos
from landsby.web.activities.views.series import series_change, series_page, series_remove
from landsby.web.activities.views.single import activity_page, cancel, change, hold, remove
from landsby.web.activities.views.unsent import unsent

__all__ = [
    "activity_list",
    "activity_page",
    "actors_found",
    "bulk",
    "calendar",
    "calendar_give_up",
    "calendar_import",
    "calendar_preview",
    "calendars",
    "cancel",
    "change",
    "choose_kind",
    "copy_choose",
    "copy_preview",
    "export_list",
    "feed",
    "feed_renew",
    "feed_withdraw",
    "feeds",
    "hold",
    "new_activity",
    "photos",
    "quick_log",
    "receipt",
    "remove",
    "series_change",
    "series_page",
    "series_remove",
    "unsent",
]
