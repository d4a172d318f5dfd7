"""Seasons, rotas and duties in the reader's words."""

from landsby.web.halls.presenters.counts import CountScreen, SeasonCounts
from landsby.web.halls.presenters.duties import DutiesPage
from landsby.web.halls.presenters.rota import RotaScreen, proposal_for
from landsby.web.halls.presenters.seasons import SeasonPage, season_columns

__all__ = [
    "CountScreen",
    "DutiesPage",
    "RotaScreen",
    "SeasonCounts",
    "SeasonPage",
    "proposal_for",
    "season_columns",
]
