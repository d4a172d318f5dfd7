"""Plans: what a place intends, the principles in its focus, what has become everyday, and how it went."""

from landsby.web.plans.models.focus import EverydayPractice, FocusPrinciple
from landsby.web.plans.models.item import PlanItem, PlanItemQuerySet
from landsby.web.plans.models.plan import Plan, PlanQuerySet
from landsby.web.plans.models.review import PlanReview
from landsby.web.plans.models.tally import tallied

__all__ = [
    "EverydayPractice",
    "FocusPrinciple",
    "Plan",
    "PlanItem",
    "PlanItemQuerySet",
    "PlanQuerySet",
    "PlanReview",
    "tallied",
]
