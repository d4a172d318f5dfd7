"""Which templates of the blueprint a place makes plans on, and the template that a plan was begun on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from landsby.blueprint import Blueprint, codelist
from landsby.blueprint.kinds import PlanTemplate, Principle
from landsby.blueprint.kinds.parts import Point
from landsby.blueprint.kinds.plan_template import PlanSection
from landsby.web.blueprints.models import NamesOfToday, blueprint_of, definition_as_of, last_wording
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Actor, Community, Municipality, Place, Programme, ScopeLevel
from landsby.web.plans.models import Plan
from landsby.web.plans.periods import Span, review_due

_LEVELS: dict[type, str] = {
    Programme: ScopeLevel.PROGRAMME,
    Municipality: ScopeLevel.MUNICIPALITY,
    Community: ScopeLevel.COMMUNITY,
    Actor: ScopeLevel.ACTOR,
}


def has_plans(programme: Programme) -> bool:
    """Whether a programme has templates for plans."""
    return bool(blueprint_of(programme).plan_templates)


def in_use(blueprint: Blueprint, today: date) -> list[PlanTemplate]:
    """The templates that plans are begun on."""
    return [one for one in blueprint.plan_templates.values() if one.ended_on is None or one.ended_on >= today]


def templates_for(blueprint: Blueprint, place: Place, today: date) -> list[PlanTemplate]:
    """The templates on which a place begins plans."""
    return [one for one in in_use(blueprint, today) if is_for(one, place)]


def is_for(template: PlanTemplate, place: Place) -> bool:
    """Whether a place makes plans on a template: by its level, and an actor by its group, too."""
    if _LEVELS[type(place)] != template.level:
        return False
    if not isinstance(place, Actor) or not template.groups:
        return True
    kind = codelist("actor_kinds").get(place.kind)
    return kind is not None and kind.group in template.groups


def whole(programme: Programme) -> Span:
    """A programme's own days."""
    return Span(programme.starts_on, programme.ends_on)


def template_of(plan: Plan) -> PlanTemplate | None:
    """The template as it stood when a plan was begun; today's where that wording is not known, None without either."""
    today = blueprint_of(plan.programme).plan_templates.get(plan.template)
    if today is not None and today.content_hash == plan.template_hash:
        return today
    wording = definition_as_of(plan.programme, "plan_templates", plan.template_hash)
    then = wording.definition if wording else today
    return then if isinstance(then, PlanTemplate) else None


def next_review(plan: Plan) -> date | None:
    """When a plan is to be looked at again, as it is stored now: counted from the latest review."""
    if not plan.is_running:
        return None
    template, latest = template_of(plan), plan.reviews.first()
    since = max(plan.starts_on, latest.on) if latest else plan.starts_on
    return review_due(template.reviewed if template else None, since, plan.ends_on)


def idea_of(template: PlanTemplate | None, section: str, idea: str) -> Point | None:
    """One of a template's ideas."""
    part = section_of(template, section)
    return next((one for one in part.ideas if one.id == idea), None) if part else None


def section_of(template: PlanTemplate | None, section: str) -> PlanSection | None:
    """One part of a template."""
    return next((part for part in template.sections if part.id == section), None) if template else None


@dataclass(frozen=True)
class Principled:
    """A principle as a plan names it, under the name of today.

    Attributes:
        id: what it is called today, or was called last.
        principle: as it is worded today, or was worded last; None where no wording is known.
        is_gone: whether the programme no longer has it.
    """

    id: str
    principle: Principle | None
    is_gone: bool = False

    @property
    def title(self) -> str:
        """What it is called, in the reader's language."""
        return say(self.principle.title) if self.principle else self.id


def principle_called(names: NamesOfToday, id_: str) -> Principled:
    """The principle that an id stands for, as far as it can still be told."""
    now = names.of("principles", id_)
    if now is not None:
        return Principled(now, names.blueprint.principles[now])
    wording = last_wording(names.programme, "principles", id_)
    told = wording.definition if wording else None
    return Principled(id_, told if isinstance(told, Principle) else None, is_gone=True)


def principles_of(template: PlanTemplate | None, names: NamesOfToday) -> Iterator[Principled]:
    """The principles that a template goes through and that the programme has today, in its order, each once."""
    seen: set[str] = set()
    for id_ in template.focus.principles if template and template.focus else ():
        now = names.of("principles", id_)
        if now is not None and now not in seen:
            seen.add(now)
            yield Principled(now, names.blueprint.principles[now])
