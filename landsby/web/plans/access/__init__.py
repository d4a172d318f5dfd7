"""Who may see and write in which plan: by whose it is, and everybody where it is shown as an example."""

from landsby.web.plans.access.links import activities_to_link
from landsby.web.plans.access.places import places_to_plan_for, places_without, registers_for
from landsby.web.plans.access.plans import (
    everyday_along,
    examples_for,
    focus_along,
    held_plan,
    history_of,
    is_near,
    item_for,
    items_leading_to,
    may_write,
    newest_plan_of,
    own_items_due,
    own_plans,
    plan_for,
    plans_kept_by,
    plans_seen_by,
    running_plans_of,
)

__all__ = [
    "activities_to_link",
    "everyday_along",
    "examples_for",
    "focus_along",
    "held_plan",
    "history_of",
    "is_near",
    "item_for",
    "items_leading_to",
    "may_write",
    "newest_plan_of",
    "own_items_due",
    "own_plans",
    "places_to_plan_for",
    "places_without",
    "plan_for",
    "plans_kept_by",
    "plans_seen_by",
    "registers_for",
    "running_plans_of",
]
