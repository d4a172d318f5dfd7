"""Initiatives in the reader's words."""

from landsby.web.initiatives.presenters.board import MOST_IN_COLUMN, BoardColumn, Drawn, board_of
from landsby.web.initiatives.presenters.drift import Summary
from landsby.web.initiatives.presenters.initiative import BADGES, InitiativePage
from landsby.web.initiatives.presenters.lists import pipeline_of, points_of, track_titles
from landsby.web.initiatives.presenters.matrix import ACTORS, SORT_OF, Sharing, held_by, sharers_of, tracks_of
from landsby.web.initiatives.presenters.portfolio import portfolio_columns
from landsby.web.initiatives.presenters.timeline import axis_of, timeline_of

__all__ = [
    "ACTORS",
    "BADGES",
    "MOST_IN_COLUMN",
    "SORT_OF",
    "BoardColumn",
    "Drawn",
    "InitiativePage",
    "Sharing",
    "Summary",
    "axis_of",
    "board_of",
    "held_by",
    "pipeline_of",
    "points_of",
    "portfolio_columns",
    "sharers_of",
    "timeline_of",
    "track_titles",
    "tracks_of",
]
