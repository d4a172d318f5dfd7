"""What one does about a gathering and a festival."""

from landsby.web.gatherings.actions.aftermath import (
    close_evaluation,
    drop_agreement,
    give_opinion,
    keep_agreement,
    lay_into_plan,
    make_agreement,
)
from landsby.web.gatherings.actions.festival import build_festival
from landsby.web.gatherings.actions.from_answers import Moved, agreements_from_answers
from landsby.web.gatherings.actions.planning import plan_gathering
from landsby.web.gatherings.actions.turnout import call_roll, note_turnout, sign_up

__all__ = [
    "Moved",
    "agreements_from_answers",
    "build_festival",
    "call_roll",
    "close_evaluation",
    "drop_agreement",
    "give_opinion",
    "keep_agreement",
    "lay_into_plan",
    "make_agreement",
    "note_turnout",
    "plan_gathering",
    "sign_up",
]
