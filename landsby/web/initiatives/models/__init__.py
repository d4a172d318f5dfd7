"""Initiatives and what is told of them, in the order that they build on each other."""

from landsby.web.initiatives.models.initiative import (
    LEAST_EFFORT,
    MOST_EFFORT,
    Initiative,
    InitiativeLink,
    InitiativePartner,
)
from landsby.web.initiatives.models.overview import half_a_year_before
from landsby.web.initiatives.models.policy import Policy, PolicyQuerySet
from landsby.web.initiatives.models.progress import (
    ChecklistTick,
    Coverage,
    CoverageQuerySet,
    MunicipalDecision,
    MunicipalDecisionQuerySet,
    StageChange,
    StageChangeQuerySet,
)
from landsby.web.initiatives.models.trial import Trial, TrialQuerySet
from landsby.web.initiatives.models.words import ACTOR_KINDS, LINKED, InitiativeQuerySet, LinkQuerySet

__all__ = [
    "ACTOR_KINDS",
    "LEAST_EFFORT",
    "LINKED",
    "MOST_EFFORT",
    "ChecklistTick",
    "Coverage",
    "CoverageQuerySet",
    "Initiative",
    "InitiativeLink",
    "InitiativePartner",
    "InitiativeQuerySet",
    "LinkQuerySet",
    "MunicipalDecision",
    "MunicipalDecisionQuerySet",
    "Policy",
    "PolicyQuerySet",
    "StageChange",
    "StageChangeQuerySet",
    "Trial",
    "TrialQuerySet",
    "half_a_year_before",
]
