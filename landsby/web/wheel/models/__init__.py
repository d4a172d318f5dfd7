"""What the year holds beside plans and activities: own dates, milestones, and new leaders' introductions."""

from landsby.web.wheel.models.entry import WheelEntry, WheelEntryQuerySet
from landsby.web.wheel.models.introduction import Introduction, IntroductionTick
from landsby.web.wheel.models.milestone import Deviation, DeviationQuerySet, ReachedMilestone, ReachedMilestoneQuerySet

__all__ = [
    "Deviation",
    "DeviationQuerySet",
    "Introduction",
    "IntroductionTick",
    "ReachedMilestone",
    "ReachedMilestoneQuerySet",
    "WheelEntry",
    "WheelEntryQuerySet",
]
