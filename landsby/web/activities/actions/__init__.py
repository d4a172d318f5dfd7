"""Registering, changing, holding, cancelling and removing activities and series.

Each action is one transaction with its audit row inside; what is doubtful enough to block is
refused before anything is written.
"""

from landsby.web.activities.actions.adjusting import adjust_activity, set_hosts
from landsby.web.activities.actions.calendar_import import (
    apply_calendar_import,
    begin_calendar_import,
    give_up_calendar_import,
)
from landsby.web.activities.actions.feeds import make_feed, renew_feed, withdraw_feed
from landsby.web.activities.actions.leaving import hand_over_planned
from landsby.web.activities.actions.repeating import cancel_from_here, change_from_here, plan_repeated
from landsby.web.activities.actions.series import change_series, remove_series, start_series
from landsby.web.activities.actions.single import (
    cancel_activity,
    change_activity,
    hold_activity,
    register_activity,
    remove_activity,
)
from landsby.web.activities.actions.together import register_together

__all__ = [
    "adjust_activity",
    "apply_calendar_import",
    "begin_calendar_import",
    "cancel_activity",
    "cancel_from_here",
    "change_activity",
    "change_from_here",
    "change_series",
    "give_up_calendar_import",
    "hand_over_planned",
    "hold_activity",
    "make_feed",
    "plan_repeated",
    "register_activity",
    "register_together",
    "remove_activity",
    "remove_series",
    "renew_feed",
    "set_hosts",
    "start_series",
    "withdraw_feed",
]
