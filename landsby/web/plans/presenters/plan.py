"""One plan with everything that its page says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import PlanTemplate
from landsby.blueprint.kinds.parts import Point
from landsby.web.activities.access import activities_seen_by
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.initiatives.access import initiatives_seen_by
from landsby.web.kit.dates import days_between, month_and_year, short_day
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing
from landsby.web.plans.models import Plan, PlanItem, PlanReview
from landsby.web.plans.on_template import template_of
from landsby.web.plans.presenters.principles import FocusPage
from landsby.web.plans.questions import Questions
from landsby.web.plans.status import ItemStatus

BADGES = {
    ItemStatus.PLANNED: "badge-info",
    ItemStatus.UNDER_WAY: "badge-warning",
    ItemStatus.DONE: "badge-success",
    ItemStatus.DROPPED: "badge-info",
}


@dataclass(frozen=True)
class ItemRow:
    """One thing as the page says it."""

    item: PlanItem
    today: date

    @property
    def when(self) -> str:
        """The day, or the month."""
        due_on = self.item.due_on
        if due_on is None:
            return ""
        return month_and_year(due_on) if self.item.is_whole_month else short_day(due_on)

    @property
    def badge(self) -> str:
        """The badge class of its status."""
        return BADGES[ItemStatus(self.item.status)]

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.item.is_late(self.today)


@dataclass(frozen=True)
class Part:
    """One part of the plan, with what stands in it and the ideas that have not been taken."""

    id: str
    title: str
    hint: str
    goals: list[str]
    rows: list[ItemRow]
    ideas: list[Point]


@dataclass(frozen=True)
class ReviewRow:
    """One review with its answers in words."""

    review: PlanReview
    answers: list[tuple[str, str]]


@dataclass(frozen=True)
class PlanPage:
    """A plan: a handful of queries, however much it holds.

    Attributes:
        standing: the reader's, where the page shows what belongs to each thing.
        is_near: whether the reader sees the place whose it is; to others an example tells neither people nor reviews.
    """

    plan: Plan
    today: date
    standing: Standing | None = None
    is_near: bool = True

    @cached_property
    def template(self) -> PlanTemplate | None:
        """Its template, as it stood when the plan was begun."""
        return template_of(self.plan)

    @property
    def title(self) -> str:
        """What the template calls it; its id where no wording is known."""
        return say(self.template.title) if self.template else self.plan.template

    @property
    def when(self) -> str:
        """Its period in words."""
        first, last = self.plan.span
        return days_between(first, last) if last else _("fra %(day)s") % {"day": short_day(first)}

    @cached_property
    def focus(self) -> FocusPage | None:
        """Its principles, where its template has any."""
        if self.template is None or self.template.focus is None:
            return None
        names = NamesOfToday(self.plan.programme, blueprint_of(self.plan.programme))
        return FocusPage(self.plan, self.template, names, self.today)

    @cached_property
    def items(self) -> list[PlanItem]:
        """All that it holds, in order; with what belongs to each, as far as the reader sees it."""
        items = self.plan.items.in_order()
        if self.standing is None:
            return list(items)
        return list(items.with_links(activities_seen_by(self.standing), initiatives_seen_by(self.standing)))

    @property
    def parts(self) -> list[Part]:
        """The template's parts, and last what belongs to none of them."""
        sections = self.template.sections if self.template else ()
        known = {section.id for section in sections}
        goals = blueprint_of(self.plan.programme).goals
        told = []
        for section in sections:
            own = [item for item in self.items if item.section == section.id]
            taken = {item.idea for item in own}
            names = [say(goals[id_].title) for id_ in section.goals if id_ in goals]
            ideas = [idea for idea in section.ideas if idea.id not in taken]
            title, hint = say(section.title), say(section.hint)
            told.append(Part(section.id, title, hint, names, self._rows(own), ideas))
        others = [item for item in self.items if item.section not in known]
        if others or not sections:
            told.append(Part("", _("Andet"), "", [], self._rows(others), []))
        return told

    def _rows(self, items: list[PlanItem]) -> list[ItemRow]:
        return [ItemRow(item, self.today) for item in items]

    @property
    def answers(self) -> list[tuple[str, str]]:
        """What has been answered of the template's questions."""
        return Questions(self.template.questions if self.template else ()).answered(self.plan.answers)

    @property
    def unanswered(self) -> int:
        """How many of the template's questions nobody has answered."""
        asked = self.template.questions if self.template else ()
        return sum(own.id not in self.plan.answers for own in asked)

    @cached_property
    def reviews(self) -> list[ReviewRow]:
        """The reviews, the latest first."""
        questions = Questions(self.template.review if self.template else ())
        return [ReviewRow(one, questions.answered(one.answers)) for one in self.plan.reviews.all()]

    @property
    def has_begun(self) -> bool:
        """Whether there is anything to look back on."""
        return self.plan.starts_on <= self.today

    @property
    def is_due(self) -> bool:
        """Whether it is time to look at it again."""
        return self.plan.is_due(self.today)

    @property
    def is_over(self) -> bool:
        """Whether its period has passed."""
        return self.plan.ends_on is not None and self.plan.ends_on < self.today

    @cached_property
    def next_plan(self) -> Plan | None:
        """The plan of the period after it."""
        return self.plan.carried_to.first()

    @property
    def done(self) -> int:
        """How many of its things are done."""
        return sum(item.status == ItemStatus.DONE for item in self.items)
