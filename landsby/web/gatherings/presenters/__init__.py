"""Gatherings and festivals in the reader's words."""

from landsby.web.gatherings.presenters.competences import Lift, Lifts
from landsby.web.gatherings.presenters.facilitation import Shift
from landsby.web.gatherings.presenters.festivals import FestivalPage, Met, met_with_names
from landsby.web.gatherings.presenters.gathering import GatheringPage
from landsby.web.gatherings.presenters.lists import agreement_columns, gathering_columns

__all__ = [
    "FestivalPage",
    "GatheringPage",
    "Lift",
    "Lifts",
    "Met",
    "Shift",
    "agreement_columns",
    "gathering_columns",
    "met_with_names",
]
