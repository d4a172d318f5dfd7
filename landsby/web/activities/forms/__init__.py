"""The forms of the room: the quick log, the whole activity, a series, and what is said afterwards."""

from landsby.web.activities.forms.activity import ActivityForm
from landsby.web.activities.forms.bulk import BulkForm, BulkRow, Offers
from landsby.web.activities.forms.calendar_import import CalendarForm
from landsby.web.activities.forms.copying import CopyForm
from landsby.web.activities.forms.feeds import FeedForm
from landsby.web.activities.forms.filter import FilterForm
from landsby.web.activities.forms.once import NewForm
from landsby.web.activities.forms.outcome import CancelForm, HoldForm
from landsby.web.activities.forms.quick import QuickLogForm
from landsby.web.activities.forms.repeating import ChangingForm, RepeatingForm
from landsby.web.activities.forms.series import SeriesChangeForm, SeriesForm

__all__ = [
    "ActivityForm",
    "BulkForm",
    "BulkRow",
    "CalendarForm",
    "CancelForm",
    "ChangingForm",
    "CopyForm",
    "FeedForm",
    "FilterForm",
    "HoldForm",
    "NewForm",
    "Offers",
    "QuickLogForm",
    "RepeatingForm",
    "SeriesChangeForm",
    "SeriesForm",
]
