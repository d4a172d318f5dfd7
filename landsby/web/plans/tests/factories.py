"""Plans for tests, made through the room's own actions."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.plans.actions import add_item, begin_plan
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.periods import Span
from landsby.web.plans.told import ItemTold

DECK, PIER, HARBOUR_YEAR = "deck_plan", "pier_plan", "harbour_year"
"""The made-up blueprint's templates: a daycare's with principles, a leisure actor's, and the programme's own."""


def this_spring() -> Span:
    """A period that began sixty days ago and lasts so long that no test sees its end."""
    today = timezone.localdate()
    return Span(today - timedelta(days=60), today + timedelta(days=120))


def a_plan(world: SimpleNamespace, by: User, **told: Any) -> Plan:
    """The daycare's plan on the template with principles, unless told otherwise."""
    usual: dict[str, Any] = {"template": DECK, "place": world.daycare, "span": this_spring()}
    return begin_plan(programme=world.programme, by=by, **{**usual, **told})


def an_item(plan: Plan, by: User, what: str = "Bind et nyt knob", **told: Any) -> PlanItem:
    """One thing in a plan."""
    return add_item(plan=plan, told=ItemTold(what=what, **{"section": "on_deck", **told}), by=by)


def days_ago(days: int) -> date:
    """A day that has been."""
    return timezone.localdate() - timedelta(days=days)
