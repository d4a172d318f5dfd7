"""The wheel, the milestones and an introduction in the reader's words."""

from landsby.web.wheel.presenters.gathering import marks_of
from landsby.web.wheel.presenters.introduction import IntroductionPage
from landsby.web.wheel.presenters.milestones import MilestonePage, MilestoneRow, milestone_rows
from landsby.web.wheel.presenters.wheel import WheelPage

__all__ = ["IntroductionPage", "MilestonePage", "MilestoneRow", "WheelPage", "marks_of", "milestone_rows"]
