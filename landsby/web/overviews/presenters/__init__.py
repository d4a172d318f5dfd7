"""The parts of the picture, each with the records behind its numbers."""

from landsby.web.overviews.presenters.counted import Bar, KeyNumber, Picture
from landsby.web.overviews.presenters.lately import findings_of
from landsby.web.overviews.presenters.taking_part import GroupPart, TakingPart

__all__ = ["Bar", "GroupPart", "KeyNumber", "Picture", "TakingPart", "findings_of"]
