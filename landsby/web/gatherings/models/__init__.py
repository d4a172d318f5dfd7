"""What belongs to a gathering: its sign-up and agenda, who came, what was learnt, agreed and thought of it."""

from landsby.web.gatherings.models.aftermath import Agreement, AgreementQuerySet, Opinion
from landsby.web.gatherings.models.plan import MOST_PLACES, AgendaPoint, Lesson, Material, Plan
from landsby.web.gatherings.models.turnout import Turnout, TurnoutQuerySet

__all__ = [
    "MOST_PLACES",
    "AgendaPoint",
    "Agreement",
    "AgreementQuerySet",
    "Lesson",
    "Material",
    "Opinion",
    "Plan",
    "Turnout",
    "TurnoutQuerySet",
]
