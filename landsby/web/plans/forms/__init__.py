"""The forms of the room: a plan, its items, its focus, a review, and what goes on from it."""

from landsby.web.plans.forms.filter import PlanFilter
from landsby.web.plans.forms.focus import FocusForm
from landsby.web.plans.forms.going_on import CarryForm, CopyForm
from landsby.web.plans.forms.item import ItemForm
from landsby.web.plans.forms.links import LinkForm
from landsby.web.plans.forms.plan import NewPlanForm, PlanForm
from landsby.web.plans.forms.review import ReviewForm

__all__ = [
    "CarryForm",
    "CopyForm",
    "FocusForm",
    "ItemForm",
    "LinkForm",
    "NewPlanForm",
    "PlanFilter",
    "PlanForm",
    "ReviewForm",
]
