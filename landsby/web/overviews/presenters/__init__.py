"""The parts of the picture, and the live theory of change, each with the records behind its numbers."""

from landsby.web.overviews.presenters.counted import Bar, KeyNumber, Picture
from landsby.web.overviews.presenters.lately import findings_of
from landsby.web.overviews.presenters.taking_part import GroupPart, TakingPart
from landsby.web.overviews.presenters.theory import LiveTheory, live_theory

__all__ = ["Bar", "GroupPart", "KeyNumber", "LiveTheory", "Picture", "TakingPart", "findings_of", "live_theory"]
