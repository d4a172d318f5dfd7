"""What is written on the wheel: own dates, milestones, and a new leader's way in."""

from landsby.web.wheel.actions.entries import add_entry, change_entry, remove_entry
from landsby.web.wheel.actions.introductions import begin_introduction, end_introduction, tick_point
from landsby.web.wheel.actions.milestones import decide_deviation, reach_milestone, take_back_milestone

__all__ = [
    "add_entry",
    "begin_introduction",
    "change_entry",
    "decide_deviation",
    "end_introduction",
    "reach_milestone",
    "remove_entry",
    "take_back_milestone",
    "tick_point",
]
