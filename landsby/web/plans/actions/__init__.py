"""What one does with plans."""

from landsby.web.plans.actions.carrying import carry_over, copy_items
from landsby.web.plans.actions.focus import focus_on, tick_practice
from landsby.web.plans.actions.items import (
    add_idea,
    add_item,
    change_item,
    link_item,
    remove_item,
    set_item_status,
)
from landsby.web.plans.actions.plans import answer_questions, begin_plan, end_plan, share_plan
from landsby.web.plans.actions.reviews import review_plan

__all__ = [
    "add_idea",
    "add_item",
    "answer_questions",
    "begin_plan",
    "carry_over",
    "change_item",
    "copy_items",
    "end_plan",
    "focus_on",
    "link_item",
    "remove_item",
    "review_plan",
    "set_item_status",
    "share_plan",
    "tick_practice",
]
