"""Initiatives in the reader's words."""

from landsby.web.initiatives.presenters.initiative import BADGES, InitiativePage
from landsby.web.initiatives.presenters.lists import initiative_columns, pipeline_of, points_of, track_titles

__all__ = ["BADGES", "InitiativePage", "initiative_columns", "pipeline_of", "points_of", "track_titles"]
