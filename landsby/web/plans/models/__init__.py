"""Plans: what a place intends, the principles in its focus, what has become everyday, and how it went."""

from landsby.web.plans.models.focus import EverydayPractice, FocusPrinciple
from landsby.web.plans.models.item import PlanItem, PlanItemQuerySet
from landsby.web.plans.models.plan import PLACES, Plan, PlanQuerySet, placed
from landsby.web.plans.models.review import PlanReview
from landsby.web.plans.models.tally import tallied

__all__ = [
    "PLACES",
    "EverydayPractice",
    "FocusPrinciple",
    "Plan",
    "PlanItem",
    "PlanItemQuerySet",
    "PlanQuerySet",
    "PlanReview",
    "placed",
    "tallied",
]
