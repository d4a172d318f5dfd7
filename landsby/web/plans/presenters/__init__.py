"""Plans in the reader's words."""

from landsby.web.plans.presenters.history import PlanHistory
from landsby.web.plans.presenters.lists import ListPage, own_cards, plan_columns
from landsby.web.plans.presenters.plan import PlanPage
from landsby.web.plans.presenters.principles import FocusPage

__all__ = ["FocusPage", "ListPage", "PlanHistory", "PlanPage", "own_cards", "plan_columns"]
