"""Plans as a list, and what stands above it: who has one, and what is to be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import PlanTemplate
from landsby.web.activities.presenters import title_of
from landsby.web.kit.listing import Column
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Community, Municipality, Place
from landsby.web.plans.access import places_without, plans_seen_by
from landsby.web.plans.models import FocusPrinciple, Plan, PlanQuerySet
from landsby.web.plans.on_template import in_use

MOST_NAMED = 40
"""So many places without a plan are named; beyond that their number is told."""


def plan_columns(blueprint: Blueprint) -> list[Column]:
    """The columns of the list, and after them those that only the export holds."""
    templates = blueprint.plan_templates
    told: list[tuple[str, str, Any, tuple[str, ...]]] = [
        ("place", _("Hvem"), lambda p: str(p.place), ("actor__name", "community__name", "municipality__name")),
        ("template", _("Plan"), lambda p: title_of(templates, p.template), ("template",)),
        ("starts_on", _("Fra"), lambda p: p.starts_on, ("starts_on",)),
        ("ends_on", _("Til"), lambda p: p.ends_on, ("ends_on",)),
    ]
    shown = [Column(*one) for one in told]
    shown += [
        Column("done", _("Gjort"), lambda p: p.items_done, is_number=True),
        Column("open", _("Tilbage"), lambda p: p.items_open, is_number=True),
        Column("reviewed_on", _("Sidst set på"), lambda p: p.reviewed_on),
        Column("due", _("Næste kig"), lambda p: p.review_due_on, ("review_due_on",)),
    ]
    return [*shown, *_exported(blueprint)]


def _exported(blueprint: Blueprint) -> list[Column]:
    told: list[tuple[str, str, Any]] = [
        ("community", _("Lokalområde"), lambda p: _name(community_of(p))),
        ("municipality", _("Kommune"), lambda p: _name(municipality_of(p))),
        ("status", _("Status"), lambda p: p.get_status_display()),
        ("focus", _("I fokus"), lambda p: ", ".join(in_focus(p, blueprint))),
        ("shared", _("Vist som eksempel"), lambda p: _("Ja") if p.is_shared else _("Nej")),
        ("number", _("Nummer"), lambda p: p.pk),
    ]
    return [Column(key, title, value, export_only=True) for key, title, value in told]


def _name(place: Community | Municipality | None) -> str:
    return place.name if place else ""


def community_of(plan: Plan) -> Community | None:
    """The community that a plan's place lies in."""
    return plan.actor.community if plan.actor else plan.community


def municipality_of(plan: Plan) -> Municipality | None:
    """The municipality that a plan's place lies in."""
    around = plan.actor or plan.community
    return around.municipality if around else plan.municipality


def in_focus(plan: Plan, blueprint: Blueprint) -> list[str]:
    """The titles of what a plan that was read with its focus has in focus now."""
    today = timezone.localdate()
    return [title_of(blueprint.principles, row.principle) for row in plan.focus.all() if _holds(row, today)]


def own_cards(plans: PlanQuerySet, blueprint: Blueprint, most: int) -> list[tuple[Plan, list[str]]]:
    """The first of some plans, each with what it has in focus: two queries."""
    return [(plan, in_focus(plan, blueprint)) for plan in plans.with_places().with_focus()[:most]]


def _holds(row: FocusPrinciple, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or row.ends_on >= day)


@dataclass(frozen=True)
class Holders:
    """How many places have a plan in use on one template, and which have none."""

    template: PlanTemplate
    running: int
    due: int
    over: int
    without: list[Place]

    @property
    def expected(self) -> int:
        """How many places make a plan on it, as far as one sees."""
        return self.running + len(self.without)

    @property
    def named(self) -> list[Place]:
        """The first of those without one."""
        return self.without[:MOST_NAMED]


@dataclass(frozen=True)
class ListPage:
    """What stands above the list: two queries for each template, however many plans."""

    standing: Standing
    blueprint: Blueprint
    today: date

    @cached_property
    def holders(self) -> list[Holders]:
        """Each template in use that several places within sight make plans on."""
        told = [self._holders(template) for template in in_use(self.blueprint, self.today)]
        return [one for one in told if one.expected > 1]

    def _holders(self, template: PlanTemplate) -> Holders:
        within = plans_seen_by(self.standing).within(self.standing.seen).on_template(template.id)
        running, due, over = within.tally(self.today)
        return Holders(template, running, due, over, places_without(self.standing, template, self.today))
