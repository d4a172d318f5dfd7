"""The pages of the plans."""

from landsby.web.plans.views.going_on import carry_over_page, copy_page
from landsby.web.plans.views.items import idea_add, item_change, item_links, item_new, item_remove, item_status
from landsby.web.plans.views.lists import export, ours, plan_list
from landsby.web.plans.views.plan import change, end, history, new_plan, plan_page, share
from landsby.web.plans.views.principles import everyday, focus
from landsby.web.plans.views.reviews import review

__all__ = [
    "carry_over_page",
    "change",
    "copy_page",
    "end",
    "everyday",
    "export",
    "focus",
    "history",
    "idea_add",
    "item_change",
    "item_links",
    "item_new",
    "item_remove",
    "item_status",
    "new_plan",
    "ours",
    "plan_list",
    "plan_page",
    "review",
    "share",
]
