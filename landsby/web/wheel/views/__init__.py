"""The pages of the wheel."""

from landsby.web.wheel.views.entries import entry, entry_new, entry_remove
from landsby.web.wheel.views.introductions import begin, end, introduction, tick
from landsby.web.wheel.views.milestones import deviate, milestone, milestone_list, reach, take_back
from landsby.web.wheel.views.year import printed, year

__all__ = [
    "begin",
    "deviate",
    "end",
    "entry",
    "entry_new",
    "entry_remove",
    "introduction",
    "milestone",
    "milestone_list",
    "printed",
    "reach",
    "take_back",
    "tick",
    "year",
]
